package network

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
)

// markup writes XML by hand, since a network is long and simple. Errors stick
// to the bufio.Writer.
type markup struct{ w *bufio.Writer }

func newMarkup(w io.Writer) markup {
	m := markup{bufio.NewWriterSize(w, 1<<16)}
	m.raw(xml.Header)
	return m
}

// raw writes mark-up as it is.
func (m markup) raw(text string) { _, _ = m.w.WriteString(text) }

// text writes text between mark-up or in the value of an attribute. A character
// that XML cannot hold becomes U+FFFD.
func (m markup) text(text string) { _ = xml.EscapeText(m.w, []byte(text)) }

// attribute writes an attribute with a space before it.
func (m markup) attribute(name, value string) {
	m.raw(" " + name + `="`)
	m.text(value)
	m.raw(`"`)
}

func (m markup) number(name string, n int) { m.attribute(name, strconv.Itoa(n)) }
