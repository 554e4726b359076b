package exports_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
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

func TestDirWritesTheSameBytesAgain(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	for _, dir := range []string{one, two} {
		if _, err := exports.Dir(context.Background(), dir, small(t), exports.Formats, options, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range exports.Formats {
		a, errA := os.ReadFile(filepath.Join(one, exports.Stem+f.Extension()))
		b, errB := os.ReadFile(filepath.Join(two, exports.Stem+f.Extension()))
		if errors.Join(errA, errB) != nil || !bytes.Equal(a, b) {
			t.Errorf("%s differs from one run to the next (%v, %v)", f.Name, errA, errB)
		}
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

func TestAFailedExportLeavesTheLastOneAsItWas(t *testing.T) {
	ended, end := context.WithCancel(context.Background())
	end()
	for _, c := range []struct {
		name string
		ctx  context.Context
		spot func(dir string) // what goes wrong in dir
		want string           // in the error
	}{
		{"interrupted", ended, func(string) {}, "policygraph.ttl"},
		{"a folder stands in the way", context.Background(), func(dir string) {
			os.Remove(filepath.Join(dir, "policygraph.jsonld"))
			if err := os.MkdirAll(filepath.Join(dir, "policygraph.jsonld", "x"), 0o755); err != nil {
				t.Fatal(err)
			}
		}, "policygraph.jsonld"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, f := range exports.Formats {
				if err := os.WriteFile(filepath.Join(dir, exports.Stem+f.Extension()), []byte("before"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			c.spot(dir)
			_, err := exports.Dir(c.ctx, dir, large(t), exports.Formats, options, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want one that names %s", err, c.want)
			}
			entries, _ := os.ReadDir(dir)
			for _, e := range entries {
				if e.IsDir() {
					continue
				}
				if strings.HasSuffix(e.Name(), ".tmp") {
					t.Errorf("%s was left behind", e.Name())
				}
				if got, _ := os.ReadFile(filepath.Join(dir, e.Name())); string(got) != "before" {
					t.Errorf("%s was changed", e.Name())
				}
			}
		})
	}
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

func TestProgressIsToldOfAllFormatsTogether(t *testing.T) {
	var last, all int
	_, err := exports.Dir(context.Background(), t.TempDir(), large(t), exports.Formats, options, func(done, of int) {
		if done <= last {
			t.Errorf("progress went from %d to %d", last, done)
		}
		last, all = done, of
	})
	if err != nil || last == 0 || all != 10_000*len(exports.Formats) {
		t.Errorf("told %d of %d, %v", last, all, err)
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
