package pages

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"html/template"
	"io"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
	"policygraph/exports/schemaorg"
	"policygraph/internal/webpage"
)

//go:embed page.html style.css
var files embed.FS

var templates = func() *template.Template {
	t := webpage.Templates(template.New("page.html"))
	template.Must(t.ParseFS(files, "page.html"))
	template.Must(t.New("own.css").Parse(ownStyle()))
	return t
}()

func ownStyle() string {
	text, err := files.ReadFile("style.css")
	if err != nil {
		panic(err) // the file is embedded
	}
	return string(text)
}

// policy lets a page use its own style sheet, which it knows by its sum, and
// nothing else: no script, no image, nothing from elsewhere.
var policy = func() string {
	sum := sha256.Sum256([]byte("\n" + webpage.Style() + ownStyle()))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}()

// page is a page in one language.
type page struct {
	Lang        lang
	Title, Lead string
	Description string
	Canonical   string // its own address; empty where no files are served
	Default     string // the address of the page that names no language
	Others      []version
	Links       []offer.Link
	Trail       []webpage.Span // the pages above it
	Data        schemaorg.Node
	Sections    []section
}

// version is a page in one of the languages.
type version struct {
	Lang, Title, Href, Address string
	Self                       bool
}

// section is a part of a page with a heading of its own.
type section struct {
	ID, Title, Href string
	Permalink       string
	Class           string
	Level           int
	Blocks          []block
	Sections        []section
}

// block is one of its parts; the others are zero.
type block struct {
	Text   []webpage.Span
	Rows   []webpage.Row
	Items  []webpage.Item
	Table  *webpage.Table
	Folded *folded
}

// folded is a list that opens when it is asked for.
type folded struct {
	Title string
	Items []webpage.Item
}

// Policy is what the page may load.
func (p *page) Policy() string { return policy }

// Word is a word in the language of the page.
func (p *page) Word(key string) string { return p.Lang.word(key) }

// maker makes the pages of one language.
type maker struct {
	lang
	in       *artifact.Input
	datasets []offer.Dataset
	at       string // the address of the folder, empty where it is not served
}

// page begins a page whose path in any language is path.
func (m *maker) page(path func(lang string) string) *page {
	p := &page{Lang: m.lang}
	if m.at != "" {
		p.Canonical = m.at + path(string(m.lang))
	}
	up := strings.Repeat("../", strings.Count(path("nb"), "/"))
	for _, l := range offer.Languages {
		v := version{Lang: l, Title: lang(l).word("self"), Href: up + path(l), Address: m.at + path(l), Self: l == string(m.lang)}
		if m.at == "" {
			v.Address = v.Href
		}
		p.Others = append(p.Others, v)
	}
	return p
}

// write writes a page that needs nothing but itself.
func (p *page) write(w io.Writer) error {
	p.level(p.Sections, 2)
	var out bytes.Buffer
	if err := templates.Execute(&out, p); err != nil {
		return err
	}
	_, err := w.Write(webpage.Tight(out.Bytes()))
	return err
}

// level gives sections and those below them their levels.
func (p *page) level(sections []section, level int) {
	for i := range sections {
		sections[i].Level = level
		sections[i].Permalink = p.Lang.word("permalink", sections[i].Title)
		p.level(sections[i].Sections, level+1)
	}
}
