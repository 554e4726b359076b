package jsonld_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"policygraph/graph"
	"policygraph/graph/jsonld"
)

// outcome is all that a caller sees of reading a document: the statements, what
// was dropped, and the error.
type outcome struct {
	statements, dropped []string
	err                 error
}

func (o outcome) String() string {
	return fmt.Sprintf("%s\ndropped %s\nerror %v", strings.Join(o.statements, "\n"), o.dropped, o.err)
}

// whole is the outcome without its statements where it ends in an error.
func (o outcome) whole() string {
	if o.err != nil {
		o.statements, o.dropped = nil, nil
	}
	return o.String()
}

const (
	largeWindow = 1 << 20
	tinyWindow  = 8
)

func outcomeOf(r io.Reader, o jsonld.ReadOptions, window, portion int) (got outcome) {
	o.OnDrop = func(reason error) { got.dropped = append(got.dropped, reason.Error()) }
	got.err = jsonld.ReadRawBy(r, o, window, portion, func(q *graph.RawQuad) error {
		got.statements = append(got.statements, fmt.Sprint(q.Quad()))
		return nil
	})
	return got
}

// once is a reader of text that cannot seek.
func once(doc string) io.Reader { return struct{ io.Reader }{strings.NewReader(doc)} }

// document is JSON-LD in one of the forms that are read in ways of their own,
// and in forms near to them.
func (g gen) document() string {
	switch g.IntN(6) {
	case 0, 1:
		return g.nodes()
	case 2:
		return pick(g, `"x"`, "1", "null", "-0.5e1", "true", "", " ", g.node())
	}
	var members []string
	for _, m := range []struct {
		often int
		text  string
	}{
		{70, `"@context": ` + g.smallContext()}, {10, `"@id": "http://e.org/g"`}, {90, g.graphMember()},
		{10, `"@context": ` + g.smallContext()}, {10, `"@id": "urn:x"`}, {10, g.graphMember()},
		{10, `"p": ["x"]`}, {5, `"@included": ` + g.nodes()},
	} {
		if g.often(m.often) {
			members = append(members, m.text)
		}
	}
	return "{" + strings.Join(members, pick(g, ",", "\n , ")) + "}"
}

func (g gen) node() string { return jsonText(g.expandedNode(2)) }

func jsonText(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func (g gen) nodes() string {
	var list []string
	for range g.IntN(5) {
		list = append(list, pick(g, g.node(), g.node(), g.node(), `"é\ud83d\ude00"`, "["+g.node()+"]", "1", "null"))
	}
	return "[" + strings.Join(list, pick(g, ",", " ,\n ")) + "]"
}

func (g gen) smallContext() string {
	return pick(g, "{}", "null", `{"p":"http://e.org/p"}`, `{"g":"@graph","p":"http://e.org/p"}`, `[{"T":"urn:T"},{"id":"@id"}]`, "5")
}

func (g gen) graphMember() string {
	return pick(g, `"@graph"`, `"@graph"`, `"g"`, `"\u0040graph"`) + ": " + g.nodes()
}

// broken is a document with one or two mistakes of a byte.
func (g gen) broken(doc string) string {
	text := []byte(doc)
	for range 1 + g.IntN(2) {
		i := g.IntN(len(text) + 1)
		b := pick[byte](g, '"', '\\', '{', '}', '[', ']', ',', ':', 't', '1', 'u', '\n', 0, 0xff, 0xc3, 0xe2)
		switch g.IntN(3) {
		case 0:
			text = text[:i]
		case 1:
			text = slices.Insert(text, i, b)
		default:
			text = slices.Replace(text, i, min(i+1, len(text)), b)
		}
	}
	return string(text)
}

// TestAnyWindowReadsTheSame compares what is read of a text that is at hand as
// a whole to what is read through a window that slides all the time, from
// readers that give much or little, can seek or cannot.
func TestAnyWindowReadsTheSame(t *testing.T) {
	for seed := range uint64(3000) {
		g := newGen(seed)
		doc := pick(g, "", "", "\ufeff") + g.document()
		if g.often(40) {
			doc = g.broken(doc)
		}
		o := jsonld.ReadOptions{Name: "a", MaxDepth: 8}
		if g.often(5) {
			o.MaxBytes = int64(1 + g.IntN(len(doc)+1))
		}
		sameThroughWindows(t, doc, o)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func sameThroughWindows(t *testing.T, doc string, o jsonld.ReadOptions) {
	t.Helper()
	const portion = 100
	want := outcomeOf(strings.NewReader(doc), o, largeWindow, portion)
	for _, way := range []struct {
		name   string
		r      io.Reader
		window int
	}{
		{"seeking, tiny window", strings.NewReader(doc), tinyWindow},
		{"once, tiny window", once(doc), tinyWindow},
		{"byte by byte", iotest.OneByteReader(strings.NewReader(doc)), largeWindow},
		{"byte by byte, tiny window", iotest.OneByteReader(strings.NewReader(doc)), tinyWindow},
		{"the end with the last bytes", iotest.DataErrReader(strings.NewReader(doc)), largeWindow},
	} {
		if got := outcomeOf(way.r, o, way.window, portion); got.String() != want.String() {
			t.Errorf("%s: read\n%v\nwant\n%v\nof %q", way.name, got, want, doc)
		}
	}
	if got := outcomeOf(strings.NewReader(doc), o, largeWindow, largeWindow); got.whole() != want.whole() {
		t.Errorf("in one portion: read\n%v\nwant\n%v\nof %q", got, want, doc)
	}
	o.Streaming = true
	if got := outcomeOf(once(doc), o, tinyWindow, portion); got.err == nil && got.String() != want.String() {
		t.Errorf("streaming: read\n%v\nwant\n%v\nof %q", got, want, doc)
	}
}

func TestTreesAreThoseOfEncodingJSON(t *testing.T) {
	docs := []string{`{"a": 1, "b": [true, false, null], "a": "\u00e9\ud83d\ude00\n"}`, `[-0, 1.5e3 , 12345678901234567890,1E400]`, "1", `""`}
	for seed := range uint64(500) {
		if doc := newGen(seed).document(); json.Valid([]byte(doc)) {
			docs = append(docs, doc)
		}
	}
	for _, doc := range docs {
		quick, plain, err := jsonld.Trees([]byte(doc))
		if err != nil || !reflect.DeepEqual(quick, plain) {
			t.Errorf("%s: got %#v, want %#v, error %v", doc, quick, plain, err)
		}
	}
}

// TestMistakesAreReportedWhenReached shows what has been passed on by then.
func TestMistakesAreReportedWhenReached(t *testing.T) {
	const a, bad = `{"@id": "urn:a", "urn:p": "x"}`, `{"@id": 1}`
	tests := []struct {
		name, doc  string
		r          func(string) io.Reader
		o          jsonld.ReadOptions
		statements int
		want       string
	}{
		{"array, not JSON", "[" + a + ",\n x]", once, jsonld.ReadOptions{}, 1, "2:2: expected a JSON value, found 'x'"},
		{"array, not UTF-8", "[" + a + ", \"\xff\"]", once, jsonld.ReadOptions{}, 1, "1:35: expected UTF-8, found the byte 0xff"},
		{"array, half a character at the end", "[" + a + ", \"\xc3", once, jsonld.ReadOptions{}, 1, "1:35: expected UTF-8, found the byte 0xc3"},
		{"array, not closed", "[" + a, once, jsonld.ReadOptions{}, 1, "1:32: expected ',' or ']', found the end of the document"},
		{"array, rule of JSON-LD", "[" + a + "," + bad + "," + a + "]", once, jsonld.ReadOptions{}, 1, "invalid @id value"},
		{"array, the first of two", "[" + a + "," + bad + ", x]", once, jsonld.ReadOptions{}, 1, "invalid @id value"},
		{"array, second document", "[" + a + "] []", once, jsonld.ReadOptions{}, 1, "1:34: expected the end of the document after one JSON value, found '['"},
		{"array, too long", "[" + a + "," + a + "]", once, jsonld.ReadOptions{MaxBytes: 40}, 1, "beyond a limit: more than 40 bytes"},
		{"graph, not JSON", `{"@graph": [` + a + ", x]}", once, jsonld.ReadOptions{}, 0, "expected a JSON value, found 'x'"},
		{"graph read twice, not JSON", `{"@graph": [` + a + ", x]}", seeking, jsonld.ReadOptions{}, 0, "expected a JSON value, found 'x'"},
		{"streamed graph, not JSON", `{"@graph": [` + a + ", x]}", once, jsonld.ReadOptions{Streaming: true}, 1, "expected a JSON value, found 'x'"},
		{"streamed graph under a context, not JSON", `{"@context": {}, "@graph": [` + a + ", x]}", once, jsonld.ReadOptions{Streaming: true}, 1, "expected a JSON value, found 'x'"},
		{"streamed graph, a name behind it", `{"@graph": [` + a + `], "@id": "urn:g"}`, once, jsonld.ReadOptions{Streaming: true}, 1, "1:46: expected the end of the object after its graph, by the streaming profile, found '\"'"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outcomeOf(test.r(test.doc), test.o, tinyWindow, largeWindow)
			if len(got.statements) != test.statements || got.err == nil || !strings.Contains(got.err.Error(), test.want) {
				t.Errorf("got %v\nwant %d statements and the error %s", got, test.statements, test.want)
			}
		})
	}
}

func seeking(doc string) io.Reader { return strings.NewReader(doc) }

// TestStreamingReadsOnce reads graphs whose form is promised, by whatever name.
func TestStreamingReadsOnce(t *testing.T) {
	o := jsonld.ReadOptions{Streaming: true}
	const nodes = `[{"@id": "http://e.org/s", "http://e.org/p": "x"}]`
	for _, doc := range []string{
		`{"@graph": ` + nodes + `}`,
		`{"@context": {}, "@graph": ` + nodes + `}`,
		`{"@context": {"g": "@graph"}, "g": ` + nodes + `}`,
		`{"g": ` + nodes + `, "@context": {"g": "@graph"}}`,
	} {
		got := outcomeOf(once(doc), o, tinyWindow, largeWindow)
		if got.err != nil || len(got.statements) != 1 {
			t.Errorf("%s: got %v", doc, got)
		}
	}
}

// repeated is a document of n equal parts that is nowhere as a whole.
type repeated struct {
	start, part, end string
	n                int
	pos              int64
}

func (r *repeated) size() int64 {
	return int64(len(r.start) + r.n*len(r.part) + len(r.end))
}

func (r *repeated) Read(b []byte) (int, error) {
	at := r.pos - int64(len(r.start))
	var from string
	switch {
	case at < 0:
		from = r.start[r.pos:]
	case at < int64(r.n*len(r.part)):
		from = r.part[at%int64(len(r.part)):]
	case r.pos < r.size():
		from = r.end[at-int64(r.n*len(r.part)):]
	default:
		return 0, io.EOF
	}
	n := copy(b, from)
	r.pos += int64(n)
	return n, nil
}

func (r *repeated) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekStart {
		r.pos = offset
	}
	return r.pos, nil
}

// TestMemoryIsConstant reads 64 MiB in the forms of which Read promises that.
func TestMemoryIsConstant(t *testing.T) {
	const node = `{"@id": "http://e.org/s", "http://e.org/p": [{"@value": "x", "@language": "en"}]}`
	part := strings.Repeat(node+",\n", 100)
	n := 64<<20/len(part) + 1
	array := repeated{start: "[", part: part, end: node + "]", n: n}
	object := repeated{start: `{"@graph": [`, part: part, end: node + "]}", n: n}
	for _, test := range []struct {
		name string
		r    io.Reader
		o    jsonld.ReadOptions
	}{
		{"array, read once", struct{ io.Reader }{&array}, jsonld.ReadOptions{}},
		{"graph, read twice", &object, jsonld.ReadOptions{}},
		{"streamed graph, read once", struct{ io.Reader }{&object}, jsonld.ReadOptions{Streaming: true}},
	} {
		t.Run(test.name, func(t *testing.T) {
			array.pos, object.pos = 0, 0
			var most uint64
			read := 0
			err := jsonld.ReadRaw(test.r, test.o, func(*graph.RawQuad) error {
				if read++; read%(n*20) == 0 {
					most = max(most, liveHeap())
				}
				return nil
			})
			if err != nil || read != n*100+1 {
				t.Fatalf("%d statements, error %v", read, err)
			}
			if most == 0 || most > 16<<20 {
				t.Errorf("%d bytes are in use", most)
			}
		})
	}
}

// liveHeap is the memory in use that is not garbage.
func liveHeap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestReadersThatMisbehave(t *testing.T) {
	broken := errors.New("the line is dead")
	const start = `[{"@id": "urn:a", "urn:p": "x"}, {`
	tests := []struct {
		name       string
		r          io.Reader
		statements int
		want       error
	}{
		{"an error midway", io.MultiReader(strings.NewReader(start), iotest.ErrReader(broken)), 1, broken},
		{"nothing, again and again", io.MultiReader(strings.NewReader(start), idle{}), 1, io.ErrNoProgress},
		{"an error behind half a character", io.MultiReader(strings.NewReader(start+"\"\xc3"), iotest.ErrReader(broken)), 1, broken},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := outcomeOf(test.r, jsonld.ReadOptions{}, tinyWindow, largeWindow)
			if !errors.Is(got.err, test.want) || len(got.statements) != test.statements {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

// idle is a reader that neither gives nor ends.
type idle struct{}

func (idle) Read([]byte) (int, error) { return 0, nil }

// pipe has the methods of a file and cannot seek.
type pipe struct{ io.Reader }

func (pipe) Seek(int64, int) (int64, error) { return 0, errors.ErrUnsupported }

func TestPipesAreReadOnce(t *testing.T) {
	const doc = `{"@graph": [{"@id": "urn:a", "urn:p": "x"}]}`
	got := outcomeOf(pipe{strings.NewReader(doc)}, jsonld.ReadOptions{}, tinyWindow, largeWindow)
	if got.err != nil || len(got.statements) != 1 {
		t.Errorf("got %v", got)
	}
}

// changing is a file that somebody else cuts off while it is read.
type changing struct{ *strings.Reader }

func (c changing) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekStart {
		*c.Reader = *strings.NewReader(`{"@graph": [{"@id"`)
	}
	return c.Reader.Seek(offset, whence)
}

func TestFilesThatChangeAreCheckedAgain(t *testing.T) {
	got := outcomeOf(changing{strings.NewReader(`{"@graph": [{"@id": "urn:a", "urn:p": "x"}]}`)}, jsonld.ReadOptions{}, tinyWindow, largeWindow)
	var syntax *jsonld.SyntaxError
	if !errors.As(got.err, &syntax) || syntax.Column != 19 {
		t.Errorf("got %v", got)
	}
}
