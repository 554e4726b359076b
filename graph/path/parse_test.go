package path_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
)

const (
	a = path.IRI(ns + "a")
	b = path.IRI(ns + "b")
	c = path.IRI(ns + "c")
)

// texts are paths as they may be written, what they are, and how they print,
// with e: for the namespace.
var texts = []struct {
	text string
	want path.Path
	out  string
}{
	{"a", path.IRI(graph.RDFType), "<" + graph.RDFType + ">"},
	{"e:a", a, "e:a"},
	{"b", b, "e:b"},
	{"<http://e/b>", b, "e:b"},
	{"(b)", b, "e:b"},
	{"^b", path.Inverse{Path: b}, "^e:b"},
	{"b*", path.ZeroOrMore{Path: b}, "e:b*"},
	{"b+", path.OneOrMore{Path: b}, "e:b+"},
	{"b?", path.ZeroOrOne{Path: b}, "e:b?"},
	{"^b*", path.Inverse{Path: path.ZeroOrMore{Path: b}}, "^e:b*"},
	{"(^b)*", path.ZeroOrMore{Path: path.Inverse{Path: b}}, "(^e:b)*"},
	{"^(^b)", path.Inverse{Path: path.Inverse{Path: b}}, "^(^e:b)"},
	{"(b*)*", path.ZeroOrMore{Path: path.ZeroOrMore{Path: b}}, "(e:b*)*"},
	{"b/c", path.Sequence{b, c}, "e:b/e:c"},
	{"b / c / e:a", path.Sequence{b, c, a}, "e:b/e:c/e:a"},
	{"(b/c)/e:a", path.Sequence{path.Sequence{b, c}, a}, "(e:b/e:c)/e:a"},
	{"b/(c/e:a)", path.Sequence{b, path.Sequence{c, a}}, "e:b/(e:c/e:a)"},
	{"b|c|e:a", path.Alternative{b, c, a}, "e:b|e:c|e:a"},
	{"b/c|^e:a", path.Alternative{path.Sequence{b, c}, path.Inverse{Path: a}}, "e:b/e:c|^e:a"},
	{"b/(c|e:a)", path.Sequence{b, path.Alternative{c, a}}, "e:b/(e:c|e:a)"},
	{"^(b/c)", path.Inverse{Path: path.Sequence{b, c}}, "^(e:b/e:c)"},
	{"(b/c)+", path.OneOrMore{Path: path.Sequence{b, c}}, "(e:b/e:c)+"},
	{"!b", set("b", ""), "!(e:b)"},
	{"!^b", set("", "b"), "!(^e:b)"},
	{"!(b|^c|e:a)", set("b a", "c"), "!(e:b|e:a|^e:c)"},
	{"!()", set("", ""), "!()"},
	{"!b*", path.ZeroOrMore{Path: set("b", "")}, "!(e:b)*"},
	{"!a", path.NegatedPropertySet{Forward: []quad.IRI{graph.RDFType}}, "!(<" + graph.RDFType + ">)"},
	{"b{2}", path.Sequence{b, b}, "e:b/e:b"},
	{"b{1}", b, "e:b"},
	{"b{1,3}", path.Sequence{b, path.ZeroOrOne{Path: path.Sequence{b, path.ZeroOrOne{Path: b}}}}, "e:b/(e:b/e:b?)?"},
	{"b{0,1}", path.ZeroOrOne{Path: b}, "e:b?"},
	{"b{0,}", path.ZeroOrMore{Path: b}, "e:b*"},
	{"b{2,}/c", path.Sequence{path.Sequence{b, path.OneOrMore{Path: b}}, c}, "(e:b/e:b+)/e:c"},
	{"leads_to2/ærlig # a comment", path.Sequence{path.IRI(ns + "leads_to2"), path.IRI(ns + "ærlig")}, "e:leads_to2/e:ærlig"},
}

// set is a negated property set of bare names.
func set(forward, inverse string) (s path.NegatedPropertySet) {
	for _, name := range strings.Fields(forward) {
		s.Forward = append(s.Forward, ns+quad.IRI(name))
	}
	for _, name := range strings.Fields(inverse) {
		s.Inverse = append(s.Inverse, ns+quad.IRI(name))
	}
	return s
}

func TestParse(t *testing.T) {
	for _, c := range texts {
		got, err := path.Parse(c.text, options)
		if err != nil || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %#v, %v", c.text, got, err)
			continue
		}
		if out := shorten(got.String()); out != c.out {
			t.Errorf("%s: prints as %s, want %s", c.text, out, c.out)
		}
	}
}

// shorten writes e: for the namespace.
func shorten(s string) string {
	parts := strings.Split(s, "<"+ns)
	for i := range parts[1:] {
		parts[i+1] = strings.Replace(parts[i+1], ">", "", 1)
	}
	return strings.Join(parts, "e:")
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "1:1: expected a path, found the end of the input"},
		{"b/", "1:3: expected a path, found the end of the input"},
		{"b//c", `1:3: expected a path, found "/"`},
		{"b c", `1:3: expected the end of the path, found "c"`},
		{"b**", `1:3: expected the end of the path, found "*"`},
		{"^^b", `1:1: expected a path, found "^^"`},
		{"(b", `1:3: expected ")", found the end of the input`},
		{"b)", `1:2: expected the end of the path, found ")"`},
		{"b+1", `1:2: expected the end of the path, found "+"`},
		{"!(b", `1:4: expected ")", found the end of the input`},
		{"!(b/c)", `1:4: expected ")", found "/"`},
		{"!(b*)", `1:4: expected ")", found "*"`},
		{"b{3,1}", `1:5: expected a number from 3 on, as the first is 3, found "1"`},
		{"b{0}", `1:3: expected a number of times from 1 on, found 0`},
		{"b{0,0}", `1:3: expected a number of times from 1 on, found 0`},
		{"b{,2}", `1:3: expected a number of times, up to 64, found ","`},
		{"b{2", `1:4: expected "}", found the end of the input`},
		{"b{2}{3}", `1:5: expected the end of the path, found "{"`},
		{"b{65}", `1:3: expected a number of times, up to 64, found "65"`},
		{"(b{8}){9}", `1:10: expected at most 64 edges in a path, found more`},
		{"!!b", `1:2: expected a predicate, found "!"`},
		{"?x", `1:1: expected a path, found "?x"`},
		{"unknown/b", `1:1: expected a known name, found "unknown"`},
		{"b/x:y", `1:3: expected a prefix that is declared, found "x:"`},
		{"b/<y>", "1:3: expected an absolute IRI, as there is no base, found <y>"},
		{"b/<http://y", `1:12: expected a character that IRIs may hold, or ">", found the end of the input`},
		{"å/\xff", "1:3: expected UTF-8, found a byte that is not"},
		{strings.Repeat("(", 300), "1:257: expected at most 256 levels, found more"},
	} {
		_, err := path.Parse(c.text, options)
		var mistake *path.Error
		if !errors.As(err, &mistake) || err.Error() != c.want {
			t.Errorf("%s: got %v, want %s", c.text, err, c.want)
		}
	}
	if _, err := path.Parse("leadsTo", path.Options{}); err == nil || !strings.Contains(err.Error(), "expected a path") {
		t.Errorf("a bare name that nobody resolves: got %v", err)
	}
}

// FuzzParse asks that every text is a path or a mistake, and that what a path
// prints is the same path.
func FuzzParse(f *testing.F) {
	for _, c := range texts {
		f.Add(c.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := path.Parse(text, options)
		if err != nil {
			var mistake *path.Error
			if !errors.As(err, &mistake) || int(mistake.Offset) > len(text) || mistake.Picture() == "" {
				t.Fatalf("%#v", err)
			}
			return
		}
		again, err := path.Parse(p.String(), path.Options{})
		if err != nil || !reflect.DeepEqual(p, again) {
			t.Fatalf("%s: %v", p, err)
		}
	})
}
