package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/path"
	"policygraph/graph/shacl"
)

// reportFormat is the way to print a validation report in a format.
func reportFormat(name string) (func(*validation) error, error) {
	switch name {
	case "text":
		return (*validation).writeText, nil
	case "json":
		return (*validation).writeJSON, nil
	}
	f, err := formats.ByName(name)
	if err != nil {
		return nil, fmt.Errorf("%w; or text, or json", err)
	}
	return func(v *validation) error { return v.writeRDF(f) }, nil
}

// writeRDF writes the report as a graph.
func (v *validation) writeRDF(f formats.Format) error {
	d, err := v.report.Dataset()
	if err != nil {
		return err
	}
	if n := v.report.Omitted(); n > 0 {
		fmt.Fprintf(v.App.ErrWriter, "policygraph: %s more; a higher --limit shows them\n", counted(n, "result"))
	}
	out := f.Open(v.App.Writer, formats.WriteOptions{Prefixes: v.prefixes.usedIn(d)})
	var raw graph.RawQuad
	for q := range d.Quads() {
		if err = errors.Join(raw.SetQuad(q), out.WriteRaw(&raw)); err != nil {
			break
		}
	}
	return errors.Join(err, out.Close())
}

// prefixes shorten IRIs for people.
type prefixes map[string]string // names by namespace

// newPrefixes are those of the exports; those of documents are added.
func newPrefixes(base string) prefixes {
	p := prefixes{shacl.Namespace: "sh"}
	for name, iri := range knownPrefixes(base) {
		p[iri] = name
	}
	return p
}

func (p prefixes) add(prefix graph.Prefix) {
	if _, known := p[prefix.IRI]; !known {
		p[prefix.IRI] = prefix.Name
	}
}

// usedIn are the prefixes that a dataset has IRIs for, in order, each name once.
func (p prefixes) usedIn(d *graph.Dataset) []graph.Prefix {
	names := make(map[string]bool)
	var used []graph.Prefix
	for _, iri := range slices.Sorted(maps.Keys(p)) {
		if name := p[iri]; d.UsesNamespace(iri) && !names[name] {
			names[name] = true
			used = append(used, graph.Prefix{Name: name, IRI: iri})
		}
	}
	slices.SortFunc(used, func(a, b graph.Prefix) int { return strings.Compare(a.Name, b.Name) })
	return used
}

// iri is an IRI by the longest namespace that has a prefix.
func (p prefixes) iri(iri string) string {
	for end := len(iri); end > 0; end-- {
		if name, known := p[iri[:end]]; known && !strings.ContainsAny(iri[end:], "/#") {
			return name + ":" + iri[end:]
		}
	}
	return "<" + printable(iri) + ">"
}

// show is a term or path as people read it.
func (p prefixes) show(s fmt.Stringer) string {
	switch s := s.(type) {
	case quad.IRI:
		return p.iri(string(s))
	case quad.TypedString:
		return fmt.Sprintf("%q^^%s", printable(string(s.Value)), p.iri(string(s.Type)))
	case path.Path:
		return p.path(s)
	}
	return printable(s.String())
}

// path is a path with prefixes for the IRIs in it.
func (p prefixes) path(way path.Path) string {
	if way == nil {
		return ""
	}
	var b strings.Builder
	for text := way.String(); text != ""; {
		before, rest, found := strings.Cut(text, "<")
		iri, after, _ := strings.Cut(rest, ">")
		b.WriteString(before)
		if found {
			b.WriteString(p.iri(iri))
		}
		text = after
	}
	return b.String()
}

// severityNames are what people call severities; others go by their IRI.
var severityNames = map[quad.IRI]string{shacl.Violation: "violation", shacl.Warning: "warning", shacl.Info: "note"}

func (v *validation) severity(iri quad.IRI) string {
	if name, known := severityNames[iri]; known {
		return name
	}
	return v.prefixes.iri(string(iri))
}

// writeText writes the report for people: a block for each focus node, in the
// order in which they were met.
func (v *validation) writeText() error {
	var order []quad.Value
	byFocus := make(map[quad.Value][]shacl.Result)
	for _, r := range v.report.Results {
		if byFocus[r.FocusNode] == nil {
			order = append(order, r.FocusNode)
		}
		byFocus[r.FocusNode] = append(byFocus[r.FocusNode], r)
	}
	out := v.App.Writer
	for _, n := range order {
		fmt.Fprintf(out, "%s\n", v.prefixes.show(n))
		list := byFocus[n]
		slices.SortStableFunc(list, func(a, b shacl.Result) int { return cmp.Compare(v.prefixes.path(a.Path), v.prefixes.path(b.Path)) })
		for i := range list {
			v.writeResult(out, &list[i], "  ")
		}
		fmt.Fprintln(out)
	}
	_, err := fmt.Fprintln(out, v.summary())
	return err
}

// writeResult writes a result, and further in why it came about.
func (v *validation) writeResult(out io.Writer, r *shacl.Result, indent string) {
	at := ""
	if r.Path != nil {
		at = " " + v.prefixes.path(r.Path)
	}
	message, detail := v.message(r), v.expectation(r)
	if message == "" {
		message, detail = detail, ""
	}
	fmt.Fprintf(out, "%s%s%s: %s [%s]\n", indent, v.severity(r.Severity), at, message, v.rule(r))
	if detail != "" {
		fmt.Fprintf(out, "%s    %s\n", indent, detail)
	}
	for i := range r.Details {
		v.writeResult(out, &r.Details[i], indent+"    ")
	}
}

// rule is what was broken: the kind of constraint, and the shape if it has a
// name.
func (v *validation) rule(r *shacl.Result) string {
	name := strings.TrimSuffix(strings.TrimPrefix(string(r.Component), shacl.Namespace), "ConstraintComponent")
	if !strings.HasPrefix(string(r.Component), shacl.Namespace) {
		name = v.prefixes.iri(string(r.Component))
	}
	if shape, ok := r.SourceShape.(quad.IRI); ok {
		name += " " + v.prefixes.iri(string(shape))
	}
	return name
}

// message is what the shapes say, in the language of --lang, or without one, or
// else in the first that comes; "" where they say nothing.
func (v *validation) message(r *shacl.Result) string {
	text, best := "", 0
	for _, m := range r.Messages {
		switch m := m.(type) {
		case quad.String:
			if best < 2 {
				text, best = string(m), 2
			}
		case quad.LangString:
			switch {
			case best < 3 && strings.EqualFold(m.Lang, v.String("lang")):
				text, best = string(m.Value), 3
			case best < 1:
				text, best = string(m.Value), 1
			}
		}
	}
	return printable(text)
}

// expectation says what was expected and what came.
func (v *validation) expectation(r *shacl.Result) string {
	found := r.Found.Text(v.prefixes.show)
	if found == "" && r.Value != nil {
		found = v.prefixes.show(r.Value)
	}
	expected := r.Expected.Text(v.prefixes.show)
	switch {
	case expected != "" && found != "":
		return fmt.Sprintf("expected %s, found %s", expected, found)
	case expected != "":
		return "expected " + expected
	case found != "":
		return "found " + found
	}
	return ""
}

func (v *validation) summary() string {
	violations, warnings, infos := v.report.Count()
	if violations+warnings+infos == 0 {
		return fmt.Sprintf("ok: %s for %s", v.shapesHold(), v.statements())
	}
	text := counted(violations, "violation", warnings, "warning", infos, "note")
	if n := v.report.Omitted(); n > 0 {
		text += fmt.Sprintf("; %d shown, a higher --limit shows more", len(v.report.Results))
	}
	return text
}

func (v *validation) shapesHold() string {
	if n := v.shapes.Len(); n != 1 {
		return fmt.Sprintf("%d shapes hold", n)
	}
	return "1 shape holds"
}

func (v *validation) statements() string {
	if n := v.data.Len(); n != 1 {
		return thousands(int64(n)) + " statements"
	}
	return "1 statement"
}

// The report as JSON.
type (
	jsonReport struct {
		Conforms   bool         `json:"conforms"`
		Omitted    int          `json:"omitted,omitempty"` // beyond --limit
		Violations int          `json:"violations"`
		Warnings   int          `json:"warnings"`
		Infos      int          `json:"infos"`
		Results    []jsonResult `json:"results"`
	}
	jsonResult struct {
		Severity         quad.IRI     `json:"severity"`
		FocusNode        *jsonTerm    `json:"focusNode"`
		Path             string       `json:"path,omitempty"` // as SPARQL writes it
		Value            *jsonTerm    `json:"value,omitempty"`
		SourceShape      *jsonTerm    `json:"sourceShape"`
		SourceConstraint *jsonTerm    `json:"sourceConstraint,omitempty"`
		Component        quad.IRI     `json:"sourceConstraintComponent"`
		Messages         []*jsonTerm  `json:"messages"`
		Expected         string       `json:"expected,omitempty"`
		Found            string       `json:"found,omitempty"`
		Details          []jsonResult `json:"details,omitempty"`
	}
	// jsonTerm is a term as the JSON of SPARQL results has it.
	jsonTerm struct {
		Type     string `json:"type"`
		Value    string `json:"value"`
		Lang     string `json:"xml:lang,omitempty"`
		Datatype string `json:"datatype,omitempty"`
	}
)

func (v *validation) writeJSON() error {
	r := jsonReport{Conforms: v.report.Conforms(), Omitted: v.report.Omitted(), Results: jsonResults(v.report.Results)}
	r.Violations, r.Warnings, r.Infos = v.report.Count()
	out := json.NewEncoder(v.App.Writer)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(r)
}

func jsonResults(results []shacl.Result) []jsonResult {
	all := make([]jsonResult, len(results))
	for i, r := range results {
		all[i] = jsonResult{
			Severity: r.Severity, FocusNode: termJSON(r.FocusNode), Value: termJSON(r.Value), Component: r.Component,
			SourceShape: termJSON(r.SourceShape), SourceConstraint: termJSON(r.SourceConstraint),
			Expected: r.Expected.String(), Found: r.Found.String(), Details: jsonResults(r.Details),
		}
		if r.Path != nil {
			all[i].Path = r.Path.String()
		}
		for _, m := range r.Messages {
			all[i].Messages = append(all[i].Messages, termJSON(m))
		}
		if len(r.Messages) == 0 {
			all[i].Messages = append(all[i].Messages, termJSON(quad.String(r.Default())))
		}
	}
	return all
}

func termJSON(v quad.Value) *jsonTerm {
	switch v := v.(type) {
	case quad.IRI:
		return &jsonTerm{Type: "uri", Value: string(v)}
	case quad.BNode:
		return &jsonTerm{Type: "bnode", Value: string(v)}
	case quad.String:
		return &jsonTerm{Type: "literal", Value: string(v)}
	case quad.LangString:
		return &jsonTerm{Type: "literal", Value: string(v.Value), Lang: v.Lang}
	case quad.TypedString:
		return &jsonTerm{Type: "literal", Value: string(v.Value), Datatype: string(v.Type)}
	}
	return nil
}
