package exports_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

var options = exports.Options{Base: vocab.Base}

// small is a dataset with a graph of its own for what a review says, and every
// kind of term that the data have.
func small(t testing.TB) *graph.Dataset {
	t.Helper()
	id := func(s string) quad.IRI { return vocab.IDNamespace + quad.IRI(s) }
	review := quad.IRI(vocab.GraphNamespace + "fafo-2020-05")
	claim := id("claim/r.mentoring.targets.bridging-ties")
	var b graph.Builder
	for _, q := range []quad.Quad{
		{Subject: id("measure/mentoring"), Predicate: vocab.SKOSPrefLabel, Object: quad.LangString{Value: "Mentorordninger", Lang: "nb"}},
		{Subject: id("measure/mentoring"), Predicate: vocab.RDFType, Object: vocab.Measure},
		{Subject: id("mechanism/bridging-ties"), Predicate: vocab.RDFType, Object: vocab.Mechanism},
		{Subject: id("measure/mentoring"), Predicate: vocab.Targets, Object: id("mechanism/bridging-ties"), Label: review},
		{Subject: claim, Predicate: vocab.Modality, Object: vocab.ModalityAsserted, Label: review},
		{Subject: claim, Predicate: vocab.RDFType, Object: vocab.Claim, Label: review},
		{Subject: claim, Predicate: vocab.DCTDescription, Object: quad.LangString{Value: "Først «slik»,\nså \"slik\".", Lang: "nb"}, Label: review},
		{Subject: claim, Predicate: vocab.FollowUpMonths, Object: quad.TypedString{Value: "12", Type: vocab.XSDInteger}, Label: review},
	} {
		if err := b.Add(q); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

func written(t testing.TB, d *graph.Dataset, format string) string {
	t.Helper()
	f, err := exports.ByName(format)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	n, size, err := exports.Write(context.Background(), &out, d, f, options)
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	if size != int64(out.Len()) || n == 0 {
		t.Errorf("%s: said %d statements and %d bytes, wrote %d bytes", format, n, size, out.Len())
	}
	return out.String()
}

func TestTurtleReadsFromTheWorldToWhoSaysSo(t *testing.T) {
	got := written(t, small(t), "turtle")
	var lines []string
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, "m") || strings.HasPrefix(line, "claim:") {
			subject, _, _ := strings.Cut(line, " ")
			lines = append(lines, subject)
		}
	}
	if want := []string{"mechanism:bridging-ties", "measure:mentoring", "claim:r.mentoring.targets.bridging-ties"}; !slices.Equal(lines, want) {
		t.Errorf("subjects stand as %v, want %v, in\n%s", lines, want, got)
	}
	if !strings.Contains(got, "measure:mentoring a pg:Measure") {
		t.Errorf("the type does not stand first:\n%s", got)
	}
	if strings.Contains(got, "@prefix eurovoc") || strings.Contains(got, "@prefix void") {
		t.Errorf("a prefix that nothing uses is declared:\n%s", got)
	}
}

func TestMergedFormatsHoldTheUnion(t *testing.T) {
	d := small(t)
	for _, f := range exports.Formats {
		n, _, err := exports.Write(context.Background(), io.Discard, d, f, options)
		want := d.Len()
		if f.Merged {
			want = d.Union().Len()
		}
		if err != nil || n != want {
			t.Errorf("%s: %d statements, %v; want %d", f.Name, n, err, want)
		}
	}
}

func TestFormatsAreFoundByNameAndSuffix(t *testing.T) {
	for _, f := range exports.Formats {
		for _, name := range []string{f.Name, f.Extension(), f.Extension()[1:]} {
			if got, err := exports.ByName(name); err != nil || got.Name != f.Name {
				t.Errorf("ByName(%q) = %s, %v", name, got.Name, err)
			}
		}
	}
	if _, err := exports.ByName("parquet"); err == nil || !strings.Contains(err.Error(), "turtle, trig") {
		t.Errorf("an unknown format gives %v, want a list of the known ones", err)
	}
}

func TestProgressIsToldOfEachStatementBatch(t *testing.T) {
	told := 0
	o := exports.Options{Base: vocab.Base, Progress: func(n int) { told += n }}
	if _, _, err := exports.Write(context.Background(), io.Discard, large(t), exports.Formats[0], o); err != nil || told == 0 || told > 10_000 {
		t.Errorf("told of %d statements, %v", told, err)
	}
}

func TestWritingStopsWhereTheContextEnds(t *testing.T) {
	ended, end := context.WithCancel(context.Background())
	end()
	if _, _, err := exports.Write(ended, io.Discard, large(t), exports.Formats[0], options); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

// large has enough statements for the context to be looked at.
func large(t *testing.T) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	for i := range 10_000 {
		if err := b.Add(quad.Quad{Subject: quad.IRI("http://a/s"), Predicate: quad.IRI("http://a/p"), Object: quad.Int(i)}); err != nil {
			t.Fatal(err)
		}
	}
	return b.Dataset()
}

// A full disk shows in the write, not in the rename.
func TestAFullDiskIsReportedByTheWriter(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this system has no /dev/full")
	}
	defer full.Close()
	for _, f := range exports.Formats {
		if _, _, err := exports.Write(context.Background(), full, large(t), f, options); err == nil || !strings.Contains(err.Error(), "no space") {
			t.Errorf("%s: error %v, want one that says the device is full", f.Name, err)
		}
	}
}

func TestCountCountsEachClass(t *testing.T) {
	counts := map[string]int{}
	for _, h := range exports.Count(small(t), vocab.Base) {
		counts[h.Name] = h.Count
	}
	if counts["measures"] != 1 || counts["mechanisms"] != 1 || counts["claims"] != 1 || counts["findings"] != 0 {
		t.Errorf("counts %v", counts)
	}
}
