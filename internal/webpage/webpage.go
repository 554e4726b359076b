// Package webpage has what our web pages share: how they look in the light, in the
// dark, on paper and on a telephone (style.css), and the templates of lists, tables
// and rows (blocks.html) with the values that they show. A page that is made of
// these needs nothing but itself.
package webpage

import (
	"bytes"
	"embed"
	"html/template"
)

//go:embed blocks.html style.css
var files embed.FS

// Templates adds the shared templates to t: shared.css for within a style element,
// and spans, rows, items and table for the values of this package.
func Templates(t *template.Template) *template.Template {
	template.Must(t.ParseFS(files, "blocks.html"))
	template.Must(t.New("shared.css").Parse(Style()))
	return t
}

// Style is the style sheet.
func Style() string {
	text, err := files.ReadFile("style.css")
	if err != nil {
		panic(err) // the file is embedded
	}
	return string(text)
}

// Tight drops the lines that hold nothing, which templates leave.
func Tight(page []byte) []byte {
	var out bytes.Buffer
	for line := range bytes.Lines(page) {
		if len(bytes.TrimSpace(line)) > 0 {
			out.Write(line)
		}
	}
	return out.Bytes()
}
