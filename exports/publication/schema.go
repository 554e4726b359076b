package publication

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Schema returns a JSON Schema (2020-12) of publication.yaml. It accepts what [Read] accepts, but for check digits and for
// values that are held against each other.
func Schema() []byte {
	s := schemaOf(reflect.TypeFor[Publication](), "")
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.Title = File
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		panic(err) // nothing in it can fail
	}
	return out.Bytes()
}

// schema is a JSON Schema, as far as a publication needs one.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        []string           `json:"type,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  *bool              `json:"additionalProperties,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	MinLength   int                `json:"minLength,omitempty"`
}

// schemaOf is the schema of a Go type of a form.
func schemaOf(t reflect.Type, form string) *schema {
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem(), form)
	case reflect.Slice:
		item := schemaOf(t.Elem(), form)
		return &schema{AnyOf: []*schema{{Type: []string{"array"}, Items: item}, item}}
	case reflect.Struct:
		return schemaOfStruct(t)
	}
	return schemaOfText(formOf(form))
}

// schemaOfText is a string, or a number that is read as one: YAML takes 2.0 and
// 123456789 for numbers.
func schemaOfText(f form) *schema {
	switch {
	case f.known != nil:
		return &schema{Enum: f.known()}
	case f.pattern != "":
		return &schema{Type: []string{"string", "number"}, Pattern: f.pattern}
	}
	return &schema{Type: []string{"string", "number"}, MinLength: 1}
}

func schemaOfStruct(t reflect.Type) *schema {
	s := &schema{Type: []string{"object"}, Properties: map[string]*schema{}, Additional: new(bool)}
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		key := tag.Get("key")
		if key == "" {
			continue
		}
		p := schemaOf(t.Field(i).Type, tag.Get("form"))
		p.Description = tag.Get("write")
		s.Properties[key] = p
		if tag.Get("need") != "" {
			s.Required = append(s.Required, key)
		}
	}
	return s
}
