package reference

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"strings"

	"policygraph/internal/webpage"
)

//go:embed page.html style.css filter.js
var files embed.FS

var templates = template.Must(webpage.Templates(template.New("page.html")).Funcs(template.FuncMap{
	"word": func(l Lang, key string, values ...any) string { return l.word(key, values...) },
	"main": topOnly,
	"in":   func(l Lang, s section) inLang { return inLang{l, s} },
}).ParseFS(files, "page.html", "style.css", "filter.js"))

// writeHTML writes a page that needs nothing but itself.
func writeHTML(w io.Writer, p *page) error {
	var out bytes.Buffer
	if err := templates.Execute(&out, p); err != nil {
		return err
	}
	_, err := w.Write(webpage.Tight(out.Bytes()))
	return err
}

// inLang is a section with the language that it is in.
type inLang struct {
	Lang    Lang
	Section section
}

// topOnly are the sections that a table of contents lists: all but single shapes and the
// letters of the index.
func topOnly(sections []section) []section {
	var list []section
	for _, s := range sections {
		if (!s.Short || s.Kind != "") && !strings.HasPrefix(s.ID, "index-") {
			list = append(list, s)
		}
	}
	return list
}
