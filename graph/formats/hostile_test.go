package formats_test

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/formats"
)

// repeated reads head, then a piece so many times, then tail.
func repeated(head, piece string, times int, tail string) io.Reader {
	return io.MultiReader(strings.NewReader(head), &again{piece: piece, left: times}, strings.NewReader(tail))
}

type again struct {
	piece string
	left  int
	rest  string
}

func (a *again) Read(p []byte) (int, error) {
	if a.rest == "" {
		if a.left == 0 {
			return 0, io.EOF
		}
		block := min(a.left, 1+4096/len(a.piece))
		a.rest, a.left = strings.Repeat(a.piece, block), a.left-block
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

const (
	deep = 1_000_000
	huge = 100 << 20
)

const s = `<http://a/s> <http://a/p> `

// hostile are documents made to exhaust a reader. Each must end in an error that
// names its place; none may take more memory than most.
var hostile = []struct {
	name, format string
	doc          func() io.Reader
	want         string // in the error; empty: any error with a place
}{
	{"deep blank nodes", "turtle", func() io.Reader { return repeated(s, "[ <http://a/p> ", deep, "") }, "at most"},
	{"deep collections", "turtle", func() io.Reader { return repeated(s, "( ", deep, "") }, "at most"},
	{"deep blank nodes", "trig", func() io.Reader { return repeated("{ "+s, "[ <http://a/p> ", deep, "") }, "at most"},
	{"deep elements", "rdfxml", func() io.Reader {
		return repeated(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://a/">`, "<e:C><e:p>", deep, "")
	}, "at most"},
	{"deep arrays", "jsonld", func() io.Reader { return repeated("", "[", deep, "") }, "at most"},
	{"deep objects", "jsonld", func() io.Reader { return repeated("", `{"http://a/p":`, deep, "") }, "at most"},

	{"a literal of 100 MB", "turtle", func() io.Reader { return repeated(s+`"`, "x", huge, `" .`) }, "at most"},
	{"a literal of 100 MB", "ntriples", func() io.Reader { return repeated(s+`"`, "x", huge, "\" .\n") }, "at most"},
	{"an attribute of 100 MB", "rdfxml", func() io.Reader { return repeated(`<a b="`, "x", huge, `"/>`) }, "at most"},

	{"a billion laughs", "rdfxml", func() io.Reader {
		var b strings.Builder
		b.WriteString(`<!DOCTYPE r [<!ENTITY l0 "lol">`)
		for i := 1; i < 10; i++ {
			fmt.Fprintf(&b, `<!ENTITY l%d "%s">`, i, strings.Repeat(fmt.Sprintf("&l%d;", i-1), 10))
		}
		b.WriteString(`]><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:Description xmlns:e="http://a/"><e:p>&l9;</e:p></r:Description></r:RDF>`)
		return strings.NewReader(b.String())
	}, "at most"},
	{"an external entity", "rdfxml", func() io.Reader {
		return strings.NewReader(`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>`)
	}, ""},

	{"an IRI with a bracket", "turtle", func() io.Reader { return strings.NewReader(s + "<http://a/a>b> .") }, ""},
	{"an IRI with a line feed", "ntriples", func() io.Reader { return strings.NewReader(s + "<http://a/\n> .\n") }, ""},
	{"an escaped bracket in an IRI", "ntriples", func() io.Reader { return strings.NewReader(s + "<http://a/\\u003E> .\n") }, ""},
	{"a lone surrogate", "turtle", func() io.Reader { return strings.NewReader(s + `"\uD800" .`) }, ""},
	{"a lone surrogate", "nquads", func() io.Reader { return strings.NewReader(s + "\"\\uDC00\" .\n") }, ""},
	{"bytes that are not UTF-8", "trig", func() io.Reader { return strings.NewReader(s + "\"\xed\xa0\x80\" .") }, "UTF-8"},
	{"bytes that are not UTF-8", "jsonld", func() io.Reader { return strings.NewReader("{\"http://a/p\": \"\xff\"}") }, "UTF-8"},

	{"cut short in a literal", "turtle", func() io.Reader { return strings.NewReader(s + `"""never`) }, "end"},
	{"cut short in a graph", "trig", func() io.Reader { return strings.NewReader("<http://a/g> { " + s + "1") }, "end"},
	{"cut short in a line", "nquads", func() io.Reader { return strings.NewReader(s) }, "end"},
	{"cut short in an element", "rdfxml", func() io.Reader {
		return strings.NewReader(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`)
	}, "end"},
	{"cut short in an object", "jsonld", func() io.Reader { return strings.NewReader(`{"@id": "http://a/"`) }, "end"},
	{"a second document", "jsonld", func() io.Reader { return strings.NewReader(`{} {}`) }, ""},
}

// most is how much memory a hostile document may make a reader ask for.
const most = 600 << 20

func TestHostileDocumentsEndInAnErrorWithItsPlace(t *testing.T) {
	for _, c := range hostile {
		t.Run(c.format+" "+c.name, func(t *testing.T) {
			f, err := formats.ByName(c.format)
			if err != nil {
				t.Fatal(err)
			}
			before := asked()
			err = f.Read(c.doc(), formats.ReadOptions{Name: "doc"}, func(*graph.RawQuad) error { return nil })
			var syntax *graph.SyntaxError
			if !errors.As(err, &syntax) || syntax.Line == 0 || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want a SyntaxError with %q", err, c.want)
			}
			if got := asked() - before; got > most {
				t.Errorf("asked for %d MiB", got>>20)
			}
		})
	}
}

// asked is the memory that has been asked for so far, given back or not.
func asked() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestALongListIsNoDeepNesting(t *testing.T) {
	for _, format := range []string{"turtle", "trig"} {
		f, err := formats.ByName(format)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		err = f.Read(repeated(s+"( ", "1 ", deep, ") ."), formats.ReadOptions{}, func(*graph.RawQuad) error { n++; return nil })
		if want := 2*deep + 1; err != nil || n != want {
			t.Errorf("%s: %d statements, %v; want %d", format, n, err, want)
		}
	}
}
