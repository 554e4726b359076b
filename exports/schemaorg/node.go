package schemaorg

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"

	"policygraph/exports/artifact"
)

// Node is a thing with its properties, in the order in which they are written.
type Node []Member

// Member is a property of a thing.
type Member struct {
	Key   string
	Value any
}

// typed is a new thing of a type, with an address where it has one.
func typed(class, id string) Node {
	var n Node
	n.add("@type", class)
	n.add("@id", id)
	return n
}

// ref points at a thing that is described elsewhere, if there is one.
func ref(id string) Node {
	if id == "" {
		return nil
	}
	return Node{{"@id", id}}
}

// add says something of a thing, unless there is nothing to say.
func (n *Node) add(key string, value any) {
	v := reflect.ValueOf(value)
	if value == nil || v.IsZero() || v.Kind() == reflect.Slice && v.Len() == 0 {
		return
	}
	*n = append(*n, Member{key, value})
}

// MarshalJSON writes the properties in their order.
func (n Node) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	for i, m := range n {
		out.WriteString(map[bool]string{true: "{", false: ","}[i == 0])
		key, err := json.Marshal(m.Key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m.Value)
		if err != nil {
			return nil, err
		}
		out.Write(key)
		out.WriteByte(':')
		out.Write(value)
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

// Document is a thing with the context in which it can be read by itself.
func Document(n Node) Node { return append(Node{{"@context", Context}}, n...) }

// Graph is several things in one document.
func Graph(nodes []Node) Node { return Node{{"@context", Context}, {"@graph", nodes}} }

// Write writes a document as a file. A < is written as an escape, so that the
// same text may stand within a page.
func Write(w io.Writer, document Node) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	return out.Encode(document)
}

// Writer writes texts in one language, or in both where it has none.
type Writer struct {
	Lang string // nb or en; empty for both
}

// text is a text in the language of the writer, or one for each language.
func (w Writer) text(t artifact.Text) any {
	switch {
	case w.Lang == "nb":
		return t.NB
	case w.Lang == "en" || t.NB == t.EN:
		return t.EN
	}
	return []Node{inLanguage("nb", t.NB), inLanguage("en", t.EN)}
}

// texts is text for lists of words in each language.
func (w Writer) texts(words map[string][]string) (values []any) {
	for _, lang := range []string{"nb", "en"} {
		for _, word := range words[lang] {
			switch w.Lang {
			case lang:
				values = append(values, word)
			case "":
				values = append(values, inLanguage(lang, word))
			}
		}
	}
	return values
}

func inLanguage(lang, text string) Node { return Node{{"@language", lang}, {"@value", text}} }
