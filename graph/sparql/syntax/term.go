package syntax

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// termText is a term in the syntax of SPARQL, with whole IRIs.
func termText(v quad.Value) string {
	switch v := v.(type) {
	case quad.IRI:
		return "<" + string(v) + ">"
	case quad.BNode:
		return "_:" + string(v)
	case quad.String:
		return quoted(string(v))
	case quad.LangString:
		return quoted(string(v.Value)) + "@" + v.Lang
	case quad.TypedString:
		if shortForm(v) {
			return string(v.Value)
		}
		return quoted(string(v.Value)) + "^^<" + string(v.Type) + ">"
	}
	return v.String()
}

var escaper = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`)

func quoted(s string) string { return `"` + escaper.Replace(s) + `"` }
