package reference

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// writeMarkdown writes a page in the Markdown of GitHub.
func writeMarkdown(w io.Writer, p *page) error {
	m := &markdown{lang: p.Lang}
	m.printf("# %s\n\n%s\n\n", escaped(p.Title), escaped(p.Description))
	m.rows(p.Meta)
	m.printf("\n%s: ", p.Lang.word("formats"))
	for _, f := range p.Formats {
		m.printf("[%s](%s), ", f.Title, f.Href)
	}
	m.printf("[HTML](%s)  \n%s: [%s](%s)\n", name(p.Lang, HTML), p.Lang.word("languages"), p.Lang.other().word("self"), name(p.Lang.other(), Markdown))
	m.printf("\n## %s\n\n", p.Lang.word("contents"))
	m.contents(p.Sections, 0)
	for _, s := range p.Sections {
		m.section(s)
	}
	m.printf("\n---\n\n%s\n", p.Lang.word("made"))
	_, err := w.Write(m.out.Bytes())
	return err
}

type markdown struct {
	out  bytes.Buffer
	lang Lang
}

func (m *markdown) printf(format string, values ...any) { fmt.Fprintf(&m.out, format, values...) }

// contents lists the parts, their groups and the terms of each group on a line.
func (m *markdown) contents(sections []section, depth int) {
	for _, s := range topOnly(sections) {
		m.printf("%s- [%s](#%s)", strings.Repeat("  ", depth), heading(s), s.ID)
		if below := topOnly(s.Sections); depth == 1 && len(below) > 0 {
			var links []string
			for _, b := range below {
				links = append(links, fmt.Sprintf("[%s](#%s)", heading(b), b.ID))
			}
			m.printf(": %s", strings.Join(links, ", "))
		}
		m.printf("\n")
		if depth == 0 {
			m.contents(s.Sections, 1)
		}
	}
}

// heading is the title of a section, else its name.
func heading(s section) string {
	if s.Title == "" || s.Kind == "" && s.Name != "" {
		return "`" + s.Name + "`"
	}
	return escaped(s.Title)
}

func (m *markdown) section(s section) {
	m.printf("\n<a id=\"%s\"></a>\n\n%s ", s.ID, strings.Repeat("#", s.Level))
	var parts []string
	for _, part := range []string{escaped(s.Title), quoted(s.Name)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	m.printf("%s\n", strings.Join(parts, " "))
	if s.Kind != "" {
		m.printf("\n*%s*", s.Kind)
		if s.Deprecated {
			m.printf(", *%s*", m.lang.word("deprecated"))
		}
		m.printf("\n")
	}
	for _, b := range s.Blocks {
		m.block(b)
	}
	for _, below := range s.Sections {
		m.section(below)
	}
}

func (m *markdown) block(b block) {
	m.printf("\n")
	switch {
	case b.Text != nil:
		m.printf("%s\n", spans(b.Text))
	case b.Rows != nil:
		m.rows(b.Rows)
	case b.Items != nil:
		m.items(b.Items, 0)
	case b.Table != nil:
		m.table(b.Table)
	case b.Snippet != nil:
		m.snippet(b.Snippet)
	case b.Diagram != nil:
		m.printf("```mermaid\n%s```\n\n**%s**\n\n", b.Diagram.mermaid(), b.Diagram.InWords)
		m.items(b.Diagram.Lines(), 0)
	}
}

func (m *markdown) rows(list rows) {
	for _, r := range list {
		m.printf("- **%s**:", r.Name)
		if len(r.Items) == 1 {
			m.printf(" %s\n", spans(r.Items[0].Spans))
			m.items(r.Items[0].Items, 1)
			continue
		}
		m.printf("\n")
		m.items(r.Items, 1)
	}
}

func (m *markdown) items(list []item, depth int) {
	for _, i := range list {
		m.printf("%s- %s\n", strings.Repeat("  ", depth), spans(i.Spans))
		m.items(i.Items, depth+1)
	}
}

func (m *markdown) table(t *table) {
	m.printf("**%s**\n\n| %s |\n|%s\n", escaped(t.Caption), strings.Join(t.Head, " | "), strings.Repeat(" --- |", len(t.Head)))
	for _, r := range t.Rows {
		m.printf("|")
		for _, cell := range r {
			m.printf(" %s |", strings.ReplaceAll(spans(cell), "|", `\|`))
		}
		m.printf("\n")
	}
}

func (m *markdown) snippet(s *snippet) {
	m.printf("%s:\n", s.Title)
	if s.Note != "" {
		m.printf("\n%s\n", escaped(s.Note))
	}
	fence := "```"
	for strings.Contains(s.Text, fence) {
		fence += "`"
	}
	m.printf("\n%s%s\n%s\n%s\n", fence, s.Syntax, strings.TrimRight(s.Text, "\n"), fence)
}

func spans(list []span) string {
	var s strings.Builder
	for _, one := range list {
		s.WriteString(inMarkdown(one))
	}
	return strings.TrimSpace(s.String())
}

func inMarkdown(s span) string {
	body := escaped(s.Text)
	if s.Code {
		body = quoted(s.Text)
	}
	switch {
	case s.Href != "":
		return "[" + body + "](" + s.Href + ")"
	case s.Lang != "" && !s.Code:
		lead := s.Text[:len(s.Text)-len(strings.TrimLeft(s.Text, " "))]
		return lead + `<span lang="` + s.Lang + `">` + strings.TrimSpace(body) + "</span>"
	}
	return body
}

// quoted is code, between as many grave accents as it takes.
func quoted(s string) string {
	switch {
	case s == "":
		return ""
	case strings.Contains(s, "`"):
		return "`` " + s + " ``"
	}
	return "`" + s + "`"
}

// escaped puts a backslash before what would be markup.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`).Replace(s)
}
