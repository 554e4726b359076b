package plan_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/sample"
	"policygraph/exports/plan"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// large has enough statements for the context to be looked at.
func large(t testing.TB) artifact.Input {
	t.Helper()
	var b graph.Builder
	for i := range 10_000 {
		if err := b.Add(quad.Quad{Subject: quad.IRI("http://a/s"), Predicate: quad.IRI("http://a/p"), Object: quad.Int(i)}); err != nil {
			t.Fatal(err)
		}
	}
	return artifact.Input{Dataset: b.Dataset(), Base: vocab.Base}
}

// whole are the rows of the whole graph, which need nothing but a dataset.
func whole(t testing.TB) []artifact.Artifact { return chosen(t, nil, []string{"graph"}) }

func chosen(t testing.TB, formats, only []string) []artifact.Artifact {
	t.Helper()
	rows, err := plan.Choose(plan.Artifacts(), formats, only)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func write(t testing.TB, dir string, in artifact.Input, rows []artifact.Artifact) *plan.Result {
	t.Helper()
	r, err := plan.Write(context.Background(), dir, in, rows, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// contents are the files below dir.
func contents(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// note is a row that writes a text.
func note(path, text string) artifact.Artifact {
	return artifact.Artifact{Path: path, Group: artifact.Graph, Write: func(_ context.Context, w io.Writer, _ *artifact.Input) error {
		_, err := io.WriteString(w, text)
		return err
	}}
}

// folder is a row that writes a file of its own name for each name.
func folder(path string, names ...string) artifact.Artifact {
	return artifact.Artifact{Path: path, Group: artifact.Graph, Files: func(context.Context, *artifact.Input) (iter.Seq2[string, func(io.Writer) error], error) {
		return func(yield func(string, func(io.Writer) error) bool) {
			for _, n := range names {
				if !yield(n, func(w io.Writer) error { _, err := io.WriteString(w, n); return err }) {
					return
				}
			}
		}, nil
	}}
}

func TestTwoExportsHoldTheSameBytes(t *testing.T) {
	one, two := t.TempDir(), t.TempDir()
	rows := append(whole(t), folder("notes/", "b.txt", "a.txt", "deep/c.txt"))
	for _, dir := range []string{one, two} {
		write(t, dir, large(t), rows)
	}
	a, b := contents(t, one), contents(t, two)
	if len(a) < 9 || len(a) != len(b) {
		t.Fatalf("%d files, then %d", len(a), len(b))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs from one run to the next", name)
		}
	}
}

func TestSHA256SumFindsEveryFileAsListed(t *testing.T) {
	program := sample.Peer(t, "sha256sum")
	dir := t.TempDir()
	files := write(t, dir, large(t), append(whole(t), folder("notes/", "a.txt"))).Files
	cmd := exec.Command(program, "--strict", "-c", plan.Manifest)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil || strings.Count(string(out), ": OK\n") != len(files)-1 {
		t.Errorf("%v, %s", err, out)
	}
}

func TestLaterPassesSeeTheFilesOfEarlierOnes(t *testing.T) {
	describes := func(path string, pass artifact.Pass) artifact.Artifact {
		return artifact.Artifact{Path: path, Pass: pass, Write: func(_ context.Context, w io.Writer, in *artifact.Input) error {
			for _, f := range in.Written {
				fmt.Fprintf(w, "%s %d %.4s\n", f.Path, f.Bytes, f.SHA256)
			}
			return nil
		}}
	}
	dir := t.TempDir()
	write(t, dir, large(t), []artifact.Artifact{
		describes("list", artifact.Directory), describes("data-list", artifact.Descriptor), note("data", "abc"),
	})
	got := contents(t, dir)
	const data = "data 3 ba78\n"
	if got["data-list"] != data || !strings.HasPrefix(got["list"], data+"data-list 12 ") {
		t.Errorf("%q, then %q", got["data-list"], got["list"])
	}
}

func TestOnlyTheFilesOfThisExportRemain(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, large(t), whole(t))
	for name, text := range map[string]string{"policygraph.nq": "changed", "mine.txt": "mine"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	r := write(t, dir, large(t), chosen(t, []string{"turtle"}, nil))
	if want := []string{"policygraph.hash", "policygraph.jsonld", "policygraph.nt", "policygraph.trig"}; !slices.Equal(r.Removed, want) {
		t.Errorf("removed %v, want %v", r.Removed, want)
	}
	if want := []string{"policygraph.nq"}; !slices.Equal(r.Left, want) {
		t.Errorf("left %v, want the file that was changed", r.Left)
	}
	got := contents(t, dir)
	for _, name := range []string{"policygraph.ttl", "policygraph.nq", "mine.txt", plan.Manifest} {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is gone", name)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d files, want 4", len(got))
	}
}

func TestAFileNobodyListsIsNamed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "policygraph.nt"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	r := write(t, dir, large(t), chosen(t, []string{"turtle"}, nil))
	if !slices.Equal(r.Left, []string{"policygraph.nt"}) || len(r.Removed) > 0 {
		t.Errorf("left %v, removed %v", r.Left, r.Removed)
	}
}

// A list of sums may be anybody's: what no export writes is never removed.
func TestAManifestOfOthersRemovesNothing(t *testing.T) {
	dir := t.TempDir()
	const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
	lines := ""
	for _, name := range []string{"thesis.docx", "../outside.ttl"} {
		lines += empty + "  " + name + "\n"
	}
	for name, text := range map[string]string{"thesis.docx": "", plan.Manifest: lines} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if r := write(t, dir, large(t), whole(t)); len(r.Removed) > 0 {
		t.Errorf("removed %v", r.Removed)
	}
	if _, ok := contents(t, dir)["thesis.docx"]; !ok {
		t.Error("a file of somebody else is gone")
	}
}

func TestAFailedExportLeavesTheLastOneAsItWas(t *testing.T) {
	ended, end := context.WithCancel(context.Background())
	end()
	broken := note("notes/broken.txt", "")
	broken.Write = func(context.Context, io.Writer, *artifact.Input) error { return errors.New("no ink") }
	for _, c := range []struct {
		name string
		ctx  context.Context
		row  artifact.Artifact // besides those of the whole graph
		spot func(dir string)  // what goes wrong in dir
		want string            // in the error
	}{
		{"interrupted", ended, note("last", ""), func(string) {}, "policygraph.ttl"},
		{"a view fails", context.Background(), broken, func(string) {}, "notes/broken.txt: no ink"},
		{"two rows write one file", context.Background(), note("policygraph.ttl", ""), func(string) {}, "both policygraph.ttl and policygraph.ttl"},
		{"a path leads out of the folder", context.Background(), note("../x", ""), func(string) {}, `"../x" is not a path`},
		{"a path has a letter some systems lack", context.Background(), note("a:b", ""), func(string) {}, `"a:b" is not a path`},
		{"a folder stands in the way", context.Background(), note("last", ""), func(dir string) {
			os.Remove(filepath.Join(dir, "policygraph.jsonld"))
			if err := os.MkdirAll(filepath.Join(dir, "policygraph.jsonld", "x"), 0o755); err != nil {
				t.Fatal(err)
			}
		}, "policygraph.jsonld"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for _, a := range whole(t) {
				if err := os.WriteFile(filepath.Join(dir, a.Path), []byte("before"), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			c.spot(dir)
			_, err := plan.Write(c.ctx, dir, large(t), append(whole(t), c.row), nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error %v, want one that names %s", err, c.want)
			}
			for name, text := range contents(t, dir) {
				if text != "before" {
					t.Errorf("%s was changed or left behind", name)
				}
			}
			if _, err := os.Stat(filepath.Join(dir, "notes")); err == nil {
				t.Error("a folder was left behind")
			}
		})
	}
}

func TestProgressIsToldOfAllFilesTogether(t *testing.T) {
	var last, all int
	_, err := plan.Write(context.Background(), t.TempDir(), large(t), whole(t), func(done, of int) {
		if done <= last {
			t.Errorf("progress went from %d to %d", last, done)
		}
		last, all = done, of
	})
	if err != nil || last == 0 || all != 50_000 {
		t.Errorf("told %d of %d, %v", last, all, err)
	}
}

func TestRowsAreChosenByFormatGroupAndPath(t *testing.T) {
	for _, c := range []struct {
		formats, only []string
		want          string
	}{
		{[]string{"turtle", "nq"}, nil, "policygraph.ttl policygraph.nq"},
		{[]string{"jsonld"}, []string{"policygraph.hash,policygraph.nt"}, "policygraph.nt policygraph.jsonld policygraph.hash"},
		{nil, []string{"graph"}, "policygraph.ttl policygraph.trig policygraph.nt policygraph.nq policygraph.jsonld policygraph.hash"},
	} {
		var paths []string
		for _, a := range chosen(t, c.formats, c.only) {
			paths = append(paths, a.Path)
		}
		if got := strings.Join(paths, " "); got != c.want {
			t.Errorf("formats %v, only %v: %s, want %s", c.formats, c.only, got, c.want)
		}
	}
	_, err := plan.Choose(plan.Artifacts(), nil, []string{"grahp"})
	if err == nil || !strings.Contains(err.Error(), `no group or file "grahp" is published, did you mean graph?`) {
		t.Errorf("an unknown group gives %v", err)
	}
}

// Who adds a row says enough of it for people and for the catalogue.
func TestEveryRowIsWhole(t *testing.T) {
	paths := map[string]bool{}
	for _, a := range plan.Artifacts() {
		switch {
		case paths[a.Path]:
			t.Errorf("%s stands twice", a.Path)
		case a.Folder() == (a.Write != nil):
			t.Errorf("%s needs Write or Files", a.Path)
		case a.Folder() != strings.HasSuffix(a.Path, "/"):
			t.Errorf("%s: a folder ends in a slash, and nothing else does", a.Path)
		case !slices.Contains(artifact.Groups, a.Group):
			t.Errorf("%s: group %q", a.Path, a.Group)
		case a.Title.NB == "" || a.Title.EN == "" || a.Description.NB == "" || a.Description.EN == "":
			t.Errorf("%s needs title and description in both languages", a.Path)
		case a.MediaType == "" && !a.Folder():
			t.Errorf("%s needs a media type", a.Path)
		}
		paths[a.Path] = true
	}
}
