package results_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/results"
)

const xsd = "http://www.w3.org/2001/XMLSchema#"

var vars = []string{"x", "long_name", "å1"}

// rows are what every format has to write.
var rows = [][]quad.Value{
	{quad.IRI("http://e/a?b=1"), quad.BNode("b0"), quad.String("text")},
	{nil, nil, nil},
	{quad.String(""), nil, quad.LangString{Value: "blå", Lang: "nb-no"}},
	{number("1", "integer"), number("-1.50", "decimal"), number("1e6", "double")},
	{number("1.0E6", "float"), number("x", "integer"), number("true", "boolean")},
	{quad.String("a,b \"c\"\nd\r\ne\tf\\g|h <i>&*_`~[j]"), quad.IRI("http://e/"), quad.String("\U0001F600\u2028")},
	{nil, quad.TypedString{Value: "a'b", Type: "http://e/t"}, nil},
}

func number(lexical, name string) quad.Value {
	return quad.TypedString{Value: quad.String(lexical), Type: quad.IRI(xsd + name)}
}

func write(t testing.TB, f results.Format, vars []string, rows [][]quad.Value) string {
	t.Helper()
	var out bytes.Buffer
	w := results.NewWriter(&out, f, vars)
	for _, row := range rows {
		if err := w.WriteRow(row); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// read reads a whole document.
func read(r io.Reader, o results.ReadOptions) (*results.Results, [][]quad.Value, error) {
	res, err := results.Read(r, o)
	if err != nil {
		return nil, nil, err
	}
	var all [][]quad.Value
	for row, err := range res.Rows() {
		if err != nil {
			return res, all, err
		}
		all = append(all, row)
	}
	return res, all, nil
}

// The exact bytes, escapes and all.
func TestWritten(t *testing.T) {
	for f, want := range map[results.Format]string{
		results.JSON: `{"head":{"vars":["x","long_name","å1"]},"results":{"bindings":[
{"x":{"type":"uri","value":"http://e/a?b=1"},"long_name":{"type":"bnode","value":"b0"},"å1":{"type":"literal","value":"text"}},
{},
{"x":{"type":"literal","value":""},"å1":{"type":"literal","value":"blå","xml:lang":"nb-no"}},
{"x":{"type":"literal","value":"1","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"long_name":{"type":"literal","value":"-1.50","datatype":"http://www.w3.org/2001/XMLSchema#decimal"},"å1":{"type":"literal","value":"1e6","datatype":"http://www.w3.org/2001/XMLSchema#double"}},
{"x":{"type":"literal","value":"1.0E6","datatype":"http://www.w3.org/2001/XMLSchema#float"},"long_name":{"type":"literal","value":"x","datatype":"http://www.w3.org/2001/XMLSchema#integer"},"å1":{"type":"literal","value":"true","datatype":"http://www.w3.org/2001/XMLSchema#boolean"}},
{"x":{"type":"literal","value":"a,b \"c\"\nd\r\ne\tf\\g|h <i>&*_` + "`" + `~[j]"},"long_name":{"type":"uri","value":"http://e/"},"å1":{"type":"literal","value":"😀` + "\u2028" + `"}},
{"long_name":{"type":"literal","value":"a'b","datatype":"http://e/t"}}
]}}
`,
		results.CSV: "x,long_name,å1\r\nhttp://e/a?b=1,_:b0,text\r\n,,\r\n\"\",,blå\r\n1,-1.50,1e6\r\n1.0E6,x,true\r\n" +
			"\"a,b \"\"c\"\"\nd\r\ne\tf\\g|h <i>&*_`~[j]\",http://e/,😀\u2028\r\n,a'b,\r\n",
		results.TSV: "?x\t?long_name\t?å1\n<http://e/a?b=1>\t_:b0\t\"text\"\n\t\t\n\"\"\t\t\"blå\"@nb-no\n1\t-1.50\t1e6\n" +
			`"1.0E6"^^<http://www.w3.org/2001/XMLSchema#float>` + "\t" + `"x"^^<http://www.w3.org/2001/XMLSchema#integer>` + "\t" + `"true"^^<http://www.w3.org/2001/XMLSchema#boolean>` + "\n" +
			`"a,b \"c\"\nd\r\ne\tf\\g|h <i>&*_` + "`" + `~[j]"` + "\t<http://e/>\t\"😀\u2028\"\n\t\"a'b\"^^<http://e/t>\t\n",
		results.Markdown: `| x | long\_name | å1 |
| --- | --- | --- |
| <http://e/a?b=1> | \_:b0 | text |
|  |  |  |
|  |  | blå |
| 1 | -1.50 | 1e6 |
| 1.0E6 | x | true |
| a,b "c"<br>d<br>e	f\\g\|h &lt;i>&amp;\*\_\` + "`" + `\~\[j\] | <http://e/> | 😀` + "\u2028" + ` |
|  | a'b |  |
`,
	} {
		if got := write(t, f, vars, rows); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", f, got, want)
		}
	}
	const short = `<?xml version="1.0"?>
<sparql xmlns="http://www.w3.org/2005/sparql-results#">
<head>
<variable name="x"/>
</head>
<results>
<result>
<binding name="x"><uri>http://e/?a&amp;b</uri></binding>
</result>
<result>
</result>
<result>
<binding name="x"><literal xml:lang="en">&lt;a&gt; &amp; &quot;b&quot;'&#xD;
	c</literal></binding>
</result>
<result>
<binding name="x"><literal datatype="http://e/t&amp;u">]]&gt;</literal></binding>
</result>
</results>
</sparql>
`
	got := write(t, results.XML, []string{"x"}, [][]quad.Value{
		{quad.IRI("http://e/?a&b")}, {nil}, {quad.LangString{Value: "<a> & \"b\"'\r\n\tc", Lang: "en"}}, {quad.TypedString{Value: "]]>", Type: "http://e/t&u"}},
	})
	if got != short {
		t.Errorf("xml: got\n%s\nwant\n%s", got, short)
	}
}

// What is written can be read back, at once and byte by byte, also without
// rows and without variables.
func TestRoundTrip(t *testing.T) {
	for _, f := range []results.Format{results.JSON, results.XML, results.TSV} {
		for _, c := range []struct {
			vars []string
			rows [][]quad.Value
		}{{vars, rows}, {vars, nil}, {nil, nil}, {nil, [][]quad.Value{{}, {}}}, {[]string{"x"}, [][]quad.Value{{nil}, {quad.String("")}, {nil}}}} {
			text := write(t, f, c.vars, c.rows)
			for _, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader("\uFEFF" + text))} {
				res, got, err := read(r, results.ReadOptions{Format: f})
				if err != nil {
					t.Errorf("%s: %v\n%s", f, err, text)
					continue
				}
				if !slices.Equal(res.Vars, c.vars) || len(got) != len(c.rows) || len(got) > 0 && !reflect.DeepEqual(got, c.rows) {
					t.Errorf("%s: got %q %v, want %q %v", f, res.Vars, got, c.vars, c.rows)
				}
			}
		}
	}
}

// CSV keeps texts, blank nodes, and what is unbound.
func TestRoundTripCSV(t *testing.T) {
	for _, r := range []io.Reader{strings.NewReader(write(t, results.CSV, vars, rows)), iotest.OneByteReader(strings.NewReader(write(t, results.CSV, vars, rows)))} {
		_, got, err := read(r, results.ReadOptions{Format: results.CSV})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, v := range row {
				want := v
				switch v := v.(type) {
				case quad.IRI:
					want = quad.String(v)
				case quad.LangString:
					want = v.Value
				case quad.TypedString:
					want = v.Value
				}
				if got[i][j] != want {
					t.Errorf("row %d, %s: got %#v, want %#v", i, vars[j], got[i][j], want)
				}
			}
		}
	}
}

// ASK has a form in JSON and XML only.
func TestBoolean(t *testing.T) {
	for _, f := range results.Formats() {
		for _, answer := range []bool{true, false} {
			var out bytes.Buffer
			err := results.WriteBoolean(&out, f, answer)
			if !f.Boolean() {
				if !errors.Is(err, errors.ErrUnsupported) || out.Len() > 0 {
					t.Errorf("%s: %v", f, err)
				}
				continue
			}
			res, got, err := read(&out, results.ReadOptions{Format: f})
			if err != nil || !res.IsBoolean || res.Boolean != answer || len(got) > 0 {
				t.Errorf("%s: got %v, %v, want %v", f, res, err, answer)
			}
		}
	}
}

// Errors of writing say which row, and stick.
func TestWriterErrors(t *testing.T) {
	for _, c := range []struct {
		f    results.Format
		vars []string
		row  []quad.Value
		want string
	}{
		{results.XML, []string{"x"}, []quad.Value{quad.String("a\x01")}, "results: row 1: XML cannot hold the character U+0001"},
		{results.JSON, []string{"x"}, nil, "results: row 1: 0 terms for 1 variables"},
		{results.JSON, []string{"x"}, []quad.Value{quad.IRI("a b")}, "results: row 1: not a valid RDF term"},
		{results.TSV, []string{"x"}, []quad.Value{quad.String("\xff")}, "results: row 1: not a valid RDF term"},
		{results.CSV, []string{"a b"}, []quad.Value{nil}, `results: "a b" is not the name of a variable`},
		{results.Format(99), []string{"x"}, []quad.Value{nil}, "results: unknown format 99"},
	} {
		var out bytes.Buffer
		w := results.NewWriter(&out, c.f, c.vars)
		err := w.WriteRow(c.row)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.f, err, c.want)
		}
		if again := w.Close(); again != err || out.Len() > 0 {
			t.Errorf("%s: Close gives %v, and %q was written", c.f, again, out.String())
		}
	}
	w := results.NewWriter(io.Discard, results.JSON, nil)
	if first, second := w.Close(), w.Close(); first != nil || second != nil || !errors.Is(w.WriteRow(nil), results.ErrClosed) {
		t.Error("a closed writer is not closed")
	}
	w = results.NewWriter(failing{}, results.JSON, nil)
	if err := w.Close(); err == nil || err.Error() != "disk full" {
		t.Errorf("got %v", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, errors.New("disk full") }

// Formats are found by what HTTP, files and people call them.
func TestFormats(t *testing.T) {
	for _, f := range results.Formats() {
		for _, name := range []string{f.String(), f.Extension()} {
			if got, ok := results.ForName(name); !ok || got != f {
				t.Errorf("%s gives %s", name, got)
			}
		}
		if got, ok := results.ForMediaType(strings.ToUpper(f.MediaType())); !ok || got != f {
			t.Errorf("%s gives %s", f.MediaType(), got)
		}
	}
	if f, ok := results.ForMediaType("application/json; q=1"); !ok || f != results.JSON {
		t.Error("application/json is not JSON")
	}
	if f, ok := results.ForMediaType("application/xml"); !ok || f != results.XML {
		t.Error("application/xml is not XML")
	}
	for _, unknown := range []string{"", "text/html"} {
		if _, ok := results.ForMediaType(unknown); ok {
			t.Errorf("%q is a format", unknown)
		}
	}
	if fmt.Sprint(results.Format(99)) != "unknown" || results.Format(99).Readable() || results.Markdown.Readable() {
		t.Error("there are more formats than there are")
	}
	if _, err := results.Read(strings.NewReader(""), results.ReadOptions{Format: results.Markdown}); err == nil {
		t.Error("Markdown was read")
	}
}

// A reader's own error comes through, with the name of the document.
func TestReaderErrors(t *testing.T) {
	broken := errors.New("connection lost")
	for _, f := range []results.Format{results.JSON, results.XML, results.CSV, results.TSV} {
		text := write(t, f, vars, rows)
		for _, n := range []int{0, 10, len(text) / 2, len(text) - 1} {
			_, _, err := read(io.MultiReader(strings.NewReader(text[:n]), iotest.ErrReader(broken)), results.ReadOptions{Format: f, Name: "doc"})
			if !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), "doc: ") {
				t.Errorf("%s after %d bytes: %v", f, n, err)
			}
		}
	}
}

// Limits end reading with an error that says so.
func TestLimits(t *testing.T) {
	long := [][]quad.Value{{quad.String(strings.Repeat("a", 200000))}}
	for _, f := range []results.Format{results.JSON, results.XML, results.CSV, results.TSV} {
		if _, _, err := read(strings.NewReader(write(t, f, []string{"x"}, long)), results.ReadOptions{Format: f, MaxTokenBytes: 50000}); !errors.Is(err, results.ErrLimit) {
			t.Errorf("%s: a long token gives %v", f, err)
		}
		_, got, err := read(strings.NewReader(write(t, f, vars, rows)), results.ReadOptions{Format: f, MaxRows: 2})
		if !errors.Is(err, graph.ErrLimit) || len(got) != 2 {
			t.Errorf("%s: %d rows of two, then %v", f, len(got), err)
		}
		var many []string
		for i := range 5000 {
			many = append(many, fmt.Sprint("v", i))
		}
		if _, _, err := read(strings.NewReader(write(t, f, many, nil)), results.ReadOptions{Format: f}); !errors.Is(err, results.ErrLimit) {
			t.Errorf("%s: many variables give %v", f, err)
		}
	}
	deep := `{"x":` + strings.Repeat("[", 300) + strings.Repeat("]", 300) + `}`
	if _, _, err := read(strings.NewReader(deep), results.ReadOptions{}); !errors.Is(err, results.ErrLimit) {
		t.Errorf("deep brackets give %v", err)
	}
}
