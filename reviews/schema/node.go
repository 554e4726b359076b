package schema

import (
	"bytes"
	"encoding/json"
)

// node is a schema of JSON Schema, draft 2020-12, with the keywords that are
// needed here, in the order in which they are written.
type node struct {
	Dialect     string   `json:"$schema,omitempty"`
	ID          string   `json:"$id,omitempty"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Ref         string   `json:"$ref,omitempty"`
	Type        types    `json:"type,omitempty"`
	Enum        []string `json:"enum,omitempty"`
	Pattern     string   `json:"pattern,omitempty"`
	Minimum     *int     `json:"minimum,omitempty"`
	Maximum     *int     `json:"maximum,omitempty"`
	Items       *node    `json:"items,omitempty"`
	MinItems    int      `json:"minItems,omitempty"`
	Contains    *node    `json:"contains,omitempty"`
	MinContains *int     `json:"minContains,omitempty"`
	MaxContains *int     `json:"maxContains,omitempty"`
	Not         *node    `json:"not,omitempty"`
	AnyOf       []*node  `json:"anyOf,omitempty"`
	AllOf       []*node  `json:"allOf,omitempty"`
	Required    []string `json:"required,omitempty"`
	Properties  members  `json:"properties,omitempty"`
	Patterns    members  `json:"patternProperties,omitempty"`
	Additional  *bool    `json:"additionalProperties,omitempty"`
	Examples    []any    `json:"examples,omitempty"`
	Defs        members  `json:"$defs,omitempty"`
}

// types are the JSON types that a value may have: one alone, or a list.
type types []string

func (t types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// members are named schemas in order: that of the columns, which language
// servers offer them in.
type members []member

type member struct {
	name string
	node *node
}

func (m members) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, x := range m {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := json.Marshal(x.name)
		if err != nil {
			return nil, err
		}
		value, err := marshal(x.node)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshal writes JSON that people read: < > and & as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.TrimRight(b.Bytes(), "\n"), err
}

// document is v as a file, indented.
func document(v any) []byte {
	compact, err := marshal(v)
	if err != nil {
		panic(err) // the types here have nothing that cannot be written
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return b.Bytes()
}

func pointer[T any](v T) *T { return &v }
