package reviews

import "strings"

// Header is how a CSV file begins.
type Header struct {
	Columns   []string
	Separator byte
	Before    int // the lines before it: one where the file says its separator
}

// HeaderOf reads the header of a CSV file. A file whose form is wrong is an
// error.
func HeaderOf(name, text string) (Header, error) {
	text = strings.TrimPrefix(text, byteOrderMark)
	s, err := namedCSV(name, text)
	if err != nil {
		return Header{}, err
	}
	h := Header{Separator: separatorOf(text)}
	if by, length := separatorSaid(text); length > 0 {
		h.Separator, h.Before = by, 1
	}
	for _, c := range s.columns {
		h.Columns = append(h.Columns, c.name)
	}
	return h, nil
}
