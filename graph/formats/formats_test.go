package formats_test

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/graph/internal/benchdata"
	"policygraph/graph/jsonld"
	"policygraph/graph/turtle"
)

func TestAFormatIsFoundByNameMediaTypeAndExtension(t *testing.T) {
	for _, want := range formats.All {
		names := []string{want.Name, want.MediaType}
		for _, ext := range want.Extensions {
			names = append(names, ext, strings.TrimPrefix(ext, "."))
		}
		for _, name := range names {
			if f, err := formats.ByName(name); err != nil || f.Name != want.Name {
				t.Errorf("ByName(%q) = %q, %v; want %q", name, f.Name, err, want.Name)
			}
		}
		if f, err := formats.ByFile("some.dir/data" + want.Extension()); err != nil || f.Name != want.Name {
			t.Errorf("ByFile with %s = %q, %v", want.Extension(), f.Name, err)
		}
	}
}

func TestAnUnknownFormatIsAnsweredWithTheKnownOnes(t *testing.T) {
	_, byName := formats.ByName("parquet")
	_, byFile := formats.ByFile("data")
	for _, err := range []error{byName, byFile} {
		if err == nil || !strings.Contains(err.Error(), "turtle, trig, ntriples, nquads, jsonld") {
			t.Errorf("error %v, want the list of formats", err)
		}
	}
}

// held is a generated graph in memory, as statements.
func held(t testing.TB, triples int) []graph.RawQuad {
	t.Helper()
	var list []graph.RawQuad
	o := turtle.ReadOptions{Syntax: turtle.NTriples}
	for q, err := range turtle.Read(bytes.NewReader(benchdata.NTriples(triples, 1)), o) {
		var raw graph.RawQuad
		if err == nil {
			err = raw.SetQuad(q)
		}
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, raw)
	}
	return list
}

func TestWhatIsWrittenInOneFormatIsReadBack(t *testing.T) {
	statements := held(t, 5000)
	want := dataset(t, statements)
	for _, f := range formats.All {
		var text bytes.Buffer
		if err := write(&text, f, statements); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		var b graph.Builder
		if err := f.Read(&text, formats.ReadOptions{}, b.AddRaw); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		if got := b.Dataset(); got.Len() != want.Len() || got.Terms() != want.Terms() {
			t.Errorf("%s: %d statements of %d terms came back, want %d of %d", f.Name, got.Len(), got.Terms(), want.Len(), want.Terms())
		}
	}
}

func dataset(t *testing.T, statements []graph.RawQuad) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for i := range statements {
		if err := b.AddRaw(&statements[i]); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

const peg = "https://example.org/peg/"

// options are what a user would write the generated graph with.
func options() formats.WriteOptions {
	context, err := jsonld.ParseContext([]byte(`{"ns": "` + peg + `ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "xsd": "http://www.w3.org/2001/XMLSchema#"}`))
	if err != nil {
		panic(err)
	}
	return formats.WriteOptions{
		Context:     context,
		ContextBase: peg,
		Prefixes: []turtle.Prefix{
			{Name: "ns", IRI: peg + "ns#"}, {Name: "finding", IRI: peg + "finding/"}, {Name: "measure", IRI: peg + "measure/"},
			{Name: "rdfs", IRI: "http://www.w3.org/2000/01/rdf-schema#"}, {Name: "xsd", IRI: "http://www.w3.org/2001/XMLSchema#"},
		},
	}
}

func write(w io.Writer, f formats.Format, statements []graph.RawQuad) error {
	out := f.Open(w, options())
	for i := range statements {
		if err := out.WriteRaw(&statements[i]); err != nil {
			return err
		}
	}
	return out.Close()
}

// BenchmarkWrite writes statements held in memory. MB/s is of what is written.
func BenchmarkWrite(b *testing.B) {
	for _, triples := range []int{100_000, 1_000_000} {
		statements := held(b, triples)
		for _, f := range formats.All {
			b.Run(fmt.Sprintf("%s/%d", f.Name, triples), func(b *testing.B) {
				b.ReportAllocs()
				size := &counter{}
				for b.Loop() {
					size.n = 0
					if err := write(size, f, statements); err != nil {
						b.Fatal(err)
					}
				}
				b.SetBytes(size.n)
				b.ReportMetric(float64(len(statements))*float64(b.N)/b.Elapsed().Seconds(), "triples/s")
			})
		}
	}
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}
