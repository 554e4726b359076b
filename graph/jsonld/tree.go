package jsonld

import (
	"bytes"
	"encoding/json"
)

// tree makes of a text, which has been checked, what decode makes of any. It is
// quicker, for it trusts the text.
func tree(text []byte) any {
	b := treeBuilder{names: map[string]string{}}
	b.data = text
	return b.value()
}

// treeBuilder goes through a text. Equal names of members are one string.
type treeBuilder struct {
	scanner
	names map[string]string
}

func (b *treeBuilder) value() any {
	switch b.data[b.pos] {
	case '"':
		return string(b.str())
	case '[':
		return b.array()
	case '{':
		return b.object()
	}
	switch word := b.word(); word {
	case "true", "false":
		return word == "true"
	case "null":
		return nil
	default:
		return number(json.Number(word))
	}
}

func (b *treeBuilder) array() any {
	list := []any{}
	b.pos++
	for b.next() {
		list = append(list, b.value())
	}
	return list
}

func (b *treeBuilder) object() any {
	members := map[string]any{}
	b.pos++
	for b.next() {
		name := b.name(b.member())
		members[name] = b.value()
	}
	return members
}

func (b *treeBuilder) name(text []byte) string {
	name, known := b.names[string(text)]
	if !known {
		name = string(text)
		b.names[name] = name
	}
	return name
}

// word reads a number, true, false or null.
func (b *treeBuilder) word() string {
	rest := b.data[b.pos:]
	if end := bytes.IndexAny(rest, ",]} \t\r\n"); end >= 0 {
		rest = rest[:end]
	}
	b.pos += len(rest)
	return string(rest)
}
