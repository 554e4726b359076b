package diff

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"policygraph/ontology/vocab"
)

// codedProperties are the properties whose changes are told with their values:
// there are few of them, and each says something on its own.
var codedProperties = func() map[string]bool {
	m := make(map[string]bool)
	for _, s := range vocab.Schemes() {
		m[local(string(s.Property))] = true
	}
	return m
}()

// coded is the values of a coded property, or nothing for others, so that all
// changed texts are alike and changed directions are not.
func coded(property string, values []string) string {
	if !codedProperties[property] {
		return ""
	}
	return strings.Join(values, " and ")
}

// sentence says what n changes like c are: "2 findings added", "1 direction
// changed from positive to null".
func sentence(c Change, n int) string {
	i := slices.IndexFunc(classes, func(k class) bool { return local(string(k.iri)) == c.Class })
	k := classes[i]
	things := fmt.Sprintf("%d %s", n, plural(n, k.one, k.many))
	switch c.Kind {
	case Added:
		return things + " added"
	case Removed:
		return things + " " + k.removed
	}
	return fmt.Sprintf("%s with %s", things, change(c))
}

func change(c Change) string {
	from, to := coded(c.Property, c.From), coded(c.Property, c.To)
	switch {
	case from != "" && to != "":
		return fmt.Sprintf("%s changed from %s to %s", c.Property, from, to)
	case to != "":
		return fmt.Sprintf("%s %s added", c.Property, to)
	case from != "":
		return fmt.Sprintf("%s %s removed", c.Property, from)
	}
	return c.Property + " changed"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// style is how a report is laid out.
type style struct {
	sum, item, values string
	none              string
}

var (
	plainText = style{sum: "%s\n", item: "  %s\n    %s\n", values: "      %s: %s -> %s\n", none: "no differences\n"}
	markdown  = style{sum: "- **%s**\n", item: "  - %s (`%s`)\n", values: "    - %s: %s → %s\n", none: "No differences.\n"}
)

// WriteText writes the report for a terminal: each kind of change with its
// number, and below it the things it concerns.
func (r Report) WriteText(w io.Writer) error { return r.write(w, plainText) }

// WriteMarkdown writes the report as a list for release notes.
func (r Report) WriteMarkdown(w io.Writer) error { return r.write(w, markdown) }

func (r Report) write(w io.Writer, s style) error {
	var b strings.Builder
	if len(r.Changes) == 0 {
		b.WriteString(s.none)
	}
	for _, sum := range r.Sums() {
		fmt.Fprintf(&b, s.sum, sum.Text)
		for _, c := range r.Changes {
			if sentence(c, sum.Count) != sum.Text {
				continue
			}
			fmt.Fprintf(&b, s.item, oneLine(c.Label), c.IRI)
			if c.Kind == Changed && !codedProperties[c.Property] {
				fmt.Fprintf(&b, s.values, c.Property, shown(c.From), shown(c.To))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func shown(values []string) string {
	if len(values) == 0 {
		return "nothing"
	}
	return oneLine(strings.Join(values, "; "))
}

// oneLine keeps long texts from filling the screen.
func oneLine(s string) string {
	const most = 160
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}
