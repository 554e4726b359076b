package results

import (
	"slices"
	"strings"
)

// Format is a format of results.
type Format uint8

// The formats.
const (
	JSON     Format = iota
	XML             //
	CSV             //
	TSV             //
	Markdown        // can only be written
)

// formats has a row for each format.
var formats = [...]struct {
	name      string
	mediaType string // with its parameters
	extension string
	boolean   bool // has a form for ASK
	writing   writing
	open      func(*input) (source, error) // nil where it cannot be read
}{
	JSON:     {"json", "application/sparql-results+json", ".srj", true, writing{jsonHead, jsonRow, jsonFoot, jsonBoolean}, openJSON},
	XML:      {"xml", "application/sparql-results+xml", ".srx", true, writing{xmlHead, xmlRow, xmlFoot, xmlBoolean}, openXML},
	CSV:      {"csv", "text/csv; charset=utf-8", ".csv", false, writing{head: csvHead, row: csvRow}, openCSV},
	TSV:      {"tsv", "text/tab-separated-values; charset=utf-8", ".tsv", false, writing{head: tsvHead, row: tsvRow}, openTSV},
	Markdown: {"markdown", "text/markdown; charset=utf-8", ".md", false, writing{head: markdownHead, row: markdownRow}, nil},
}

// Formats returns all formats.
func Formats() []Format {
	return []Format{JSON, XML, CSV, TSV, Markdown}
}

// String is the name of the format, in lower case.
func (f Format) String() string {
	if !f.known() {
		return "unknown"
	}
	return formats[f].name
}

// MediaType is the format's media type, with its parameters.
func (f Format) MediaType() string {
	if !f.known() {
		return ""
	}
	return formats[f].mediaType
}

// Extension is that of files in the format, with its dot.
func (f Format) Extension() string {
	if !f.known() {
		return ""
	}
	return formats[f].extension
}

// Boolean reports whether the format has a form for the answer to ASK.
func (f Format) Boolean() bool { return f.known() && formats[f].boolean }

// Readable reports whether the format can be read.
func (f Format) Readable() bool { return f.known() && formats[f].open != nil }

func (f Format) known() bool { return int(f) < len(formats) }

// ForMediaType finds the format of a media type, whatever its parameters, in
// upper or lower case. application/json and application/xml count too.
func ForMediaType(mediaType string) (f Format, ok bool) {
	bare := func(s string) string {
		s, _, _ = strings.Cut(s, ";")
		return strings.ToLower(strings.TrimSpace(s))
	}
	switch mediaType = bare(mediaType); mediaType {
	case "application/json":
		return JSON, true
	case "application/xml":
		return XML, true
	}
	return find(func(f Format) bool { return bare(formats[f].mediaType) == mediaType })
}

// ForName finds the format of a name or of an extension with its dot, in lower
// case.
func ForName(name string) (f Format, ok bool) {
	return find(func(f Format) bool { return formats[f].name == name || formats[f].extension == name })
}

func find(is func(Format) bool) (f Format, ok bool) {
	all := Formats()
	if i := slices.IndexFunc(all, is); i >= 0 {
		return all[i], true
	}
	return 0, false
}
