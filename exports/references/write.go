package references

import (
	"bufio"
	"encoding/json"
	"io"
	"regexp"
	"strconv"
	"strings"

	"policygraph/exports/view"
	"policygraph/graph"
)

// Files are the references as files.
var Files = []view.File{
	{Path: "policygraph-references.ris", NB: "Kildene som RIS", EN: "The sources as RIS",
		MediaType: "text/plain", FileType: "TXT", Write: written(WriteRIS)},
	{Path: "policygraph-references.bib", NB: "Kildene som BibTeX", EN: "The sources as BibTeX",
		MediaType: "text/plain", FileType: "TXT", Write: written(WriteBibTeX)},
	{Path: "policygraph-references.csl.json", NB: "Kildene som CSL-JSON", EN: "The sources as CSL-JSON",
		MediaType: "application/vnd.citationstyles.csl+json", FileType: "JSON", Write: written(WriteCSL)},
}

func written(write func(io.Writer, []Entry) error) func(io.Writer, *graph.Dataset, string) error {
	return func(w io.Writer, d *graph.Dataset, base string) error { return write(w, Entries(d, base)) }
}

// field is a field of a reference in some format.
type field struct{ name, value string }

// space is white space and control characters, which the formats, made of
// lines, cannot hold within a value.
var space = regexp.MustCompile(`[\s\p{Cc}]+`)

func oneLine(text string) string { return strings.TrimSpace(space.ReplaceAllString(text, " ")) }

// WriteRIS writes references as RIS, in UTF-8, with lines that end in CR LF.
func WriteRIS(w io.Writer, entries []Entry) error {
	out := bufio.NewWriter(w)
	for _, e := range entries {
		for _, f := range e.ris() {
			if value := oneLine(f.value); value != "" || f.name == "ER" {
				_, _ = out.WriteString(f.name + "  - " + value + "\r\n")
			}
		}
		_, _ = out.WriteString("\r\n")
	}
	return out.Flush()
}

// ris are the lines of a reference. RIS has no way to say that there are more
// authors; the note on how the source is cited says it.
func (e Entry) ris() []field {
	list := []field{{"TY", e.Kind.ris}, {"ID", e.Key}, {"LB", e.Label}}
	each := func(name string, values []string) {
		for _, v := range values {
			list = append(list, field{name, v})
		}
	}
	for _, name := range e.Authors {
		list = append(list, field{"AU", name.String()})
	}
	list = append(list, field{"PY", e.Year}, field{"TI", e.Title}, field{"PB", e.Publisher}, field{"SN", e.Number}, field{"DO", e.DOI}, field{"UR", e.URL})
	each("KW", e.Keywords)
	each("N1", e.Notes)
	return append(list, field{"ER", ""})
}

// WriteBibTeX writes references as BibTeX in UTF-8. Names that are not
// known to have two parts are in braces, so that no program takes them apart.
func WriteBibTeX(w io.Writer, entries []Entry) error {
	out := bufio.NewWriter(w)
	for i, e := range entries {
		if i > 0 {
			_, _ = out.WriteString("\n")
		}
		_, _ = out.WriteString("@" + e.Kind.bibtex + "{" + e.Key)
		for _, f := range e.bibtex() {
			if f.value != "" {
				_, _ = out.WriteString(",\n  " + f.name + " = {" + f.value + "}")
			}
		}
		_, _ = out.WriteString("\n}\n")
	}
	return out.Flush()
}

func (e Entry) bibtex() []field {
	authors := make([]string, len(e.Authors))
	for i, name := range e.Authors {
		authors[i] = name.tex()
	}
	if e.Others {
		authors = append(authors, "others")
	}
	title := tex(e.Title)
	if title != "" {
		title = "{" + title + "}" // or a style would change its capitals
	}
	return []field{
		{"author", strings.Join(authors, " and ")}, {"title", title}, {"year", e.Year}, {"institution", tex(e.Publisher)},
		{"number", tex(e.Number)}, {"doi", verbatim(e.DOI)}, {"url", verbatim(e.URL)}, {"shorthand", tex(e.shorthand())},
		{"keywords", tex(strings.Join(e.Keywords, ", "))}, {"note", tex(sentences(e.Notes))},
	}
}

// tex is a name for BibTeX.
func (n Name) tex() string {
	if n.Given == "" {
		return "{" + tex(n.Family) + "}"
	}
	return tex(n.String())
}

// shorthand is what a work without authors and title is cited by.
func (e Entry) shorthand() string {
	if len(e.Authors) > 0 || e.Title != "" {
		return ""
	}
	return e.Label
}

// sentences joins notes with full stops. There is none after the last, which is
// an address.
func sentences(notes []string) string {
	list := make([]string, len(notes))
	for i, note := range notes {
		list[i] = strings.TrimSuffix(note, ".")
	}
	return strings.Join(list, ". ")
}

// commands are the characters that mean something to LaTeX. Braces are commands,
// since BibTeX counts braces and does not look at what stands before them.
var commands = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`,
	`%`, `\%`, `#`, `\#`, `&`, `\&`, `$`, `\$`, `_`, `\_`,
)

// tex is a text for LaTeX.
func tex(text string) string { return commands.Replace(oneLine(text)) }

// encoded are the characters that cannot stand in an address within braces.
var encoded = strings.NewReplacer(`{`, "%7B", `}`, "%7D", `\`, "%5C", " ", "%20")

// verbatim is an address or a DOI, which LaTeX takes as it is.
func verbatim(text string) string { return encoded.Replace(oneLine(text)) }

// The parts of CSL-JSON.
type (
	cslEntry struct {
		ID        string    `json:"id"`
		Type      string    `json:"type"`
		Label     string    `json:"citation-label,omitempty"`
		Author    []cslName `json:"author,omitempty"`
		Issued    *cslDate  `json:"issued,omitempty"`
		Title     string    `json:"title,omitempty"`
		Publisher string    `json:"publisher,omitempty"`
		Number    string    `json:"number,omitempty"`
		DOI       string    `json:"DOI,omitempty"`
		URL       string    `json:"URL,omitempty"`
		Keyword   string    `json:"keyword,omitempty"`
		Note      string    `json:"note,omitempty"`
	}
	cslName struct {
		Family  string `json:"family,omitempty"`
		Given   string `json:"given,omitempty"`
		Literal string `json:"literal,omitempty"`
	}
	cslDate struct {
		Parts [1][1]int `json:"date-parts"`
	}
)

// WriteCSL writes references as CSL-JSON, which has no way to say that there are
// more authors either.
func WriteCSL(w io.Writer, entries []Entry) error {
	list := make([]cslEntry, len(entries))
	for i, e := range entries {
		list[i] = e.csl()
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(list)
}

func (e Entry) csl() cslEntry {
	c := cslEntry{
		ID: e.Key, Type: e.Kind.csl, Label: e.Label, Title: e.Title, Publisher: e.Publisher, Number: e.Number, DOI: e.DOI, URL: e.URL,
		Keyword: strings.Join(e.Keywords, ", "), Note: strings.Join(e.Notes, "\n"),
	}
	for _, name := range e.Authors {
		c.Author = append(c.Author, name.csl())
	}
	if year, err := strconv.Atoi(e.Year); err == nil {
		c.Issued = &cslDate{[1][1]int{{year}}}
	}
	return c
}

func (n Name) csl() cslName {
	if n.Given == "" {
		return cslName{Literal: n.Family}
	}
	return cslName{Family: n.Family, Given: n.Given}
}
