package main

import (
	"bytes"
	"go/format"
	"text/template"
)

const termsText = `// Code generated from policygraph.ttl by internal/gen; DO NOT EDIT.

package vocab

import "github.com/cayleygraph/quad"

// Classes.
const (
{{- range .Classes}}
	// {{.GoName}} (in Norwegian: {{.NB}}). {{.Definition}}
	{{.GoName}} quad.IRI = Namespace + {{printf "%q" .Local}}
{{end -}}
)

// Properties.
const (
{{- range .Properties}}
	// {{.GoName}} (in Norwegian: {{.NB}}). {{.Definition}}
	{{.GoName}} quad.IRI = Namespace + {{printf "%q" .Local}}
{{end -}}
)

// Classes returns all classes, in the order of the ontology.
func Classes() []quad.IRI {
	return []quad.IRI{
	{{- range .Classes}}
		{{.GoName}},
	{{- end}}
	}
}

// Properties returns all properties, in the order of the ontology.
func Properties() []quad.IRI {
	return []quad.IRI{
	{{- range .Properties}}
		{{.GoName}},
	{{- end}}
	}
}

// Code lists.
const (
{{- range .Schemes}}
	{{.GoName}}Scheme quad.IRI = CodeNamespace + {{printf "%q" .Local}} // {{.EN}}
{{- end}}
)
{{range .Schemes}}
// Codes of {{.GoName}}Scheme. {{.Definition}}
const (
{{- range .Codes}}
	{{.GoName}} quad.IRI = CodeNamespace + {{printf "%q" .Local}} // {{.Definition}}
{{- end}}
)
{{end}}`

const codesText = `// Code generated from policygraph.ttl by internal/gen; DO NOT EDIT.

package vocab

// schemes holds every code list, in the order of the ontology.
var schemes = []Scheme{
{{- range .Schemes}}
	{
		IRI: {{.GoName}}Scheme, Name: {{printf "%q" .Local}}, Property: {{.Property.GoName}},
		NB: {{printf "%q" .NB}}, EN: {{printf "%q" .EN}},
		Codes: []Code{
		{{- range .Codes}}
			{IRI: {{.GoName}}, Notation: {{printf "%q" .Notation}},{{with .Broader}} Broader: {{goName .}},{{end}} NB: {{printf "%q" .NB}}, EN: {{printf "%q" .EN}}{{with .Strength}}, strength: {{.}}{{end}}},
		{{- end}}
		},
	},
{{- end}}
}
`

// render fills a template and formats the outcome as Go.
func render(text string, m *model) ([]byte, error) {
	t, err := template.New("").Funcs(template.FuncMap{"goName": goName}).Parse(text)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, m); err != nil {
		return nil, err
	}
	return format.Source(b.Bytes())
}
