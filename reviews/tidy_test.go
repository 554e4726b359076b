package reviews

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"policygraph/ontology/vocab"
)

// tidyAll tidies every table of a folder.
func tidyAll(t *testing.T, m fstest.MapFS) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for name, f := range m {
		out[name] = f
		if IsTable(path.Base(name)) {
			tidied, err := Tidy(name, f.Data)
			if err != nil {
				t.Fatal(err)
			}
			out[name] = &fstest.MapFile{Data: tidied}
		}
	}
	return out
}

// sortedQuads are what a folder means.
func sortedQuads(t *testing.T, m fs.FS) []string {
	t.Helper()
	c, problems := Load(m, Options{})
	if n, _, _ := Count(problems); n > 0 {
		t.Fatalf("%d errors, the first: %s", n, problems[0])
	}
	lines := strings.Split(nquads(c, QuadOptions{}), "\n")
	slices.Sort(lines)
	return lines
}

func sameFiles(t *testing.T, got, want fstest.MapFS) {
	t.Helper()
	for name, f := range want {
		if !bytes.Equal(got[name].Data, f.Data) {
			t.Errorf("%s differs, first in %s", name, firstDifference(string(got[name].Data), string(f.Data)))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d: got\n%s\nwant\n%s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("length: %d lines and %d", len(g), len(w))
}

func TestTidyChangesNoMeaningAndIsDoneOnce(t *testing.T) {
	for name, m := range map[string]fstest.MapFS{
		"built in": copyFS(t, Data()), "mini": miniFS(t), "excel": story(t, "excel"), "yaml": story(t, "yaml"),
	} {
		t.Run(name, func(t *testing.T) {
			once := tidyAll(t, m)
			if !slices.Equal(sortedQuads(t, once), sortedQuads(t, m)) {
				t.Error("the quads differ")
			}
			sameFiles(t, tidyAll(t, once), once)
		})
	}
}

func TestOurOwnReviewIsTidy(t *testing.T) {
	m := copyFS(t, Data())
	sameFiles(t, tidyAll(t, m), m)
}

// TestTidyUndoesWhatMeansNothing disarranges files at random. What comes of it
// is what comes of the files as they were, to the byte.
func TestTidyUndoesWhatMeansNothing(t *testing.T) {
	for _, name := range []string{"mini", "yaml"} {
		m := story(t, name)
		want := tidyAll(t, m)
		for seed := range uint64(60) {
			d := &disarranger{rand.New(rand.NewPCG(seed, 1))}
			mixed := fstest.MapFS{}
			for file, f := range m {
				mixed[file] = f
				if IsTable(path.Base(file)) {
					mixed[file] = &fstest.MapFile{Data: []byte(d.file(file, string(f.Data)))}
				}
			}
			if !slices.Equal(sortedQuads(t, mixed), sortedQuads(t, m)) {
				t.Fatalf("seed %d: the test itself changed the meaning", seed)
			}
			sameFiles(t, tidyAll(t, mixed), want)
			if t.Failed() {
				t.Fatalf("seed %d", seed)
			}
		}
	}
}

// disarranger changes how a file is written, and not what it means.
type disarranger struct{ *rand.Rand }

func (d *disarranger) file(name, text string) string {
	table := tableNamed(path.Base(name))
	if path.Ext(name) == ".yaml" {
		return d.yaml(text)
	}
	s, err := namedCSV(name, text)
	if err != nil {
		panic(err)
	}
	order := d.Perm(len(s.columns))
	var lines [][]string
	for _, r := range s.rows {
		cells := make([]string, len(order))
		for to, from := range order {
			cells[to] = d.cell(table.Field(s.columns[from].name), name, r.cells[from])
		}
		lines = append(lines, cells)
	}
	if table.sortsRows() {
		d.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	}
	header := make([]string, len(order))
	for to, from := range order {
		header[to] = s.columns[from].name
	}
	return d.write(append([][]string{header}, lines...))
}

func (d *disarranger) cell(f *Field, name string, c cell) string {
	var values []string
	for _, p := range c.pieces(name, f.Several()) {
		values = append(values, d.word(f, p.text))
	}
	if orderless[f.Type.Base] != nil {
		d.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
	}
	return strings.Join(values, []string{"|", " | ", "|\t"}[d.IntN(3)])
}

// word writes a code by any of its labels, in small or capital letters.
func (d *disarranger) word(f *Field, text string) string {
	if f.Type.Base != TypeCode {
		return text
	}
	s, _ := vocab.SchemeOf(f.Property)
	c, _ := s.Code(text)
	w := []string{c.Notation, c.NB, c.EN}[d.IntN(3)]
	if means, ok := s.Code(w); !ok || means.Notation != c.Notation {
		w = c.Notation // a label of one code may be the word of another
	}
	if d.IntN(2) == 0 {
		w = strings.Map(unicode.ToUpper, w)
	}
	return w
}

// write writes a file with white space and quotes where none are needed; the
// separator is left to be the comma, which is kept.
func (d *disarranger) write(lines [][]string) string {
	end := []string{"\n", "\r\n"}[d.IntN(2)]
	var b strings.Builder
	for i, cells := range lines {
		for j, c := range cells {
			if j > 0 {
				b.WriteByte(',')
			}
			if i > 0 && d.IntN(3) == 0 {
				c = " " + c + "  "
			}
			if d.IntN(2) == 0 || strings.ContainsAny(c, ",\"\n\r") {
				c = `"` + strings.ReplaceAll(c, `"`, `""`) + `"`
			}
			b.WriteString(c)
		}
		b.WriteString(end)
		if d.IntN(4) == 0 {
			b.WriteString(end)
		}
	}
	return b.String()
}

// yaml shuffles the keys of each item. Each has a line, in the files at hand.
func (d *disarranger) yaml(text string) string {
	var out strings.Builder
	var item []string
	flush := func() {
		if len(item) > 1 {
			item[0] = "  " + item[0][2:]
			d.Shuffle(len(item), func(i, j int) { item[i], item[j] = item[j], item[i] })
			item[0] = "- " + item[0][2:]
		}
		out.WriteString(strings.Join(item, ""))
		item = nil
	}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "  ") || line[2] == ' ' || line[2] == '-' || line[2] == '#' {
			flush()
		}
		if !strings.HasPrefix(line, "- ") && item == nil {
			out.WriteString(line)
			continue
		}
		item = append(item, line)
	}
	flush()
	return out.String()
}

func TestTidyCSV(t *testing.T) {
	for _, row := range []struct{ name, file, in, want string }{
		{"columns in order", "omissions.csv", "reason,kind,lines\nr,passage,1\n", "lines,kind,reason\n1,passage,r\n"},
		{"columns that are left out stay out", "omissions.csv", "lines,kind,reason\n", "lines,kind,reason\n"},
		{"the separator is kept", "omissions.csv", "lines;kind;reason\n1;passage;a, b\n", "lines;kind;reason\n1;passage;a, b\n"},
		{"so are a byte-order mark and what spreadsheets put first", "omissions.csv", "\uFEFFsep=;\r\nkind;lines;reason\r\npassage;1;r\r\n", "\uFEFFsep=;\nlines;kind;reason\n1;passage;r\n"},
		{"quotes only where they must be", "omissions.csv", "\"lines\",kind,reason\n\"1\",\"passage\",\"a \"\"b\"\", c\"\n", "lines,kind,reason\n1,passage,\"a \"\"b\"\", c\"\n"},
		{"line ends in a cell", "omissions.csv", "lines,kind,reason\r\n1,passage,\"a\r\nb\"\r\n", "lines,kind,reason\n1,passage,\"a\nb\"\n"},
		{"cells trimmed, empty lines gone, a line end at the end", "omissions.csv", "lines,kind,reason\n\n 1 | 3 , passage ,  r", "lines,kind,reason\n1|3,passage,r\n"},
		{"one word for a code, and several in the order of the list", "sources.csv", "id,kind,cited_as,mentions,country\nb,Evaluering|STUDY,B,r:10|r:2,SWE|EUROPE|NOR\n", "id,kind,cited_as,country,mentions\nb,study|evaluation,B,NOR|SWE|EUROPE,r:2|r:10\n"},
		{"sources by name", "sources.csv", "id,kind,cited_as,mentions\nb,study,B,r:1\na,study,A,r:1\n", "id,kind,cited_as,mentions\na,study,A,r:1\nb,study,B,r:1\n"},
		{"statements as they stood, and their references too", "gaps.csv", "id,type,about,section,lines,text_nb,text_en\nb,no-study,problem/z|measure/a,1,9,T,T\na,no-study,measure/a,1,3,T,T\n", "id,type,about,section,lines,text_nb,text_en\nb,no-study,problem/z|measure/a,1,9,T,T\na,no-study,measure/a,1,3,T,T\n"},
	} {
		got, err := Tidy("r/"+row.file, []byte(row.in))
		if err != nil || string(got) != row.want {
			t.Errorf("%s: %v, got\n%q\nwant\n%q", row.name, err, got, row.want)
		}
	}
}

func TestTidyYAML(t *testing.T) {
	for _, row := range []struct{ name, file, in, want string }{
		{
			"keys in order, with their comments", "omissions.yaml",
			"# the table\n- reason: r # why\n  # what\n  kind: passage\n\n  lines:\n    - 1 # the first\n    - 3\n  # text: nothing\n# the next\n- lines: 5\n  kind: number\n  reason: s\n",
			"# the table\n- lines:\n    - 1 # the first\n    - 3\n  # what\n  kind: passage\n\n  reason: r # why\n  # text: nothing\n# the next\n- lines: 5\n  kind: number\n  reason: s\n",
		},
		{"what is in order stays", "omissions.yaml", "- lines: 1\n  kind:   passage\n  reason: r\n", "- lines: 1\n  kind:   passage\n  reason: r\n"},
		{"braces stay as they are", "omissions.yaml", "- {reason: r, kind: passage, lines: 1}\n", "- {reason: r, kind: passage, lines: 1}\n"},
		{"line ends", "omissions.yaml", "- kind: passage\r\n  lines: 1\r\n  reason: r", "- lines: 1\n  kind: passage\n  reason: r\n"},
		{"words of codes, in quotes or not, in lists and with bars", "sources.yaml",
			"- id: s\n  kind: [Studie, \"EVALUERING\"] # kinds\n  cited_as: S\n  mentions: r:1\n- id: t\n  kind: Studie|Teori\n  cited_as: T\n  mentions: r:1\n",
			"- id: s\n  kind: [study, \"evaluation\"] # kinds\n  cited_as: S\n  mentions: r:1\n- id: t\n  kind: study|theory\n  cited_as: T\n  mentions: r:1\n"},
		{"a text of several lines goes with its key", "omissions.yaml", "- reason: |\n    a\n    # b\n\n    c\n  lines: 1\n  kind: passage\n", "- lines: 1\n  kind: passage\n  reason: |\n    a\n    # b\n\n    c\n"},
		{"review.yaml, and what is in it", "review.yaml",
			"# head\nsections:\n  - lines: 1-5\n    number: \"1\"\n    title: {en: T}\nsearch:\n  period:\n    to: 2020\n    from: 2000\n  in: [A]\ntitle:\n  en: T\n  nb: T\nid: r # the id\n",
			"# head\nid: r # the id\ntitle:\n  nb: T\n  en: T\nsearch:\n  in: [A]\n  period:\n    from: 2000\n    to: 2020\nsections:\n  - number: \"1\"\n    title: {en: T}\n    lines: 1-5\n"},
		{"nothing", "omissions.yaml", "", ""},
	} {
		got, err := Tidy("r/"+row.file, []byte(row.in))
		if err != nil || string(got) != row.want {
			t.Errorf("%s: %v, got\n%s\nwant\n%s", row.name, err, got, row.want)
		}
	}
}

func TestTidyKeepsEachLineOfYAML(t *testing.T) {
	m := story(t, "yaml")
	for seed := range uint64(20) {
		d := &disarranger{rand.New(rand.NewPCG(seed, 2))}
		mixed := d.yaml(string(m["mini-2021/findings.yaml"].Data))
		tidied, err := Tidy("findings.yaml", []byte(mixed))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := linesOfRemarks(string(tidied)), linesOfRemarks(mixed); !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// linesOfRemarks are the remarks of a file, in order.
func linesOfRemarks(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if _, remark, ok := strings.Cut(line, "#"); ok {
			out = append(out, remark)
		}
	}
	slices.Sort(out)
	return out
}

func TestTidyRefusesWhatItCannotRead(t *testing.T) {
	for name, row := range map[string]struct{ file, in, want string }{
		"no table":        {"measure.csv", "", "no table has this name"},
		"not UTF-8":       {"gaps.csv", "id\n\xe5\n", "expected UTF-8"},
		"a quote":         {"omissions.csv", "lines,kind,reason\n1,passage,a \"b\n", "a quote in the middle of a cell"},
		"a cell too many": {"omissions.csv", "lines,kind,reason\n1,passage,a,b\n", "expected 3 cells"},
		"two of a name":   {"omissions.csv", "lines,lines\n1,1\n", "a name of its own"},
		"no such column":  {"omissions.csv", "lines,kidn\n1,1\n", "no column is called"},
		"not a list":      {"gaps.yaml", "id: x\n", "expected a list"},
		"an anchor":       {"gaps.yaml", "- id: &a x\n  section: *a\n", "anchors"},
		"no such key":     {"gaps.yaml", "- di: x\n", "no column is called"},
		"not YAML":        {"gaps.yaml", "- [\n", "a bracket before this is not closed"},
	} {
		got, err := Tidy(row.file, []byte(row.in))
		if err == nil || !strings.Contains(err.Error(), row.want) {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

// FuzzTidy holds Tidy to its promise: another reading of what it returns, and of
// what it was given, is the same, and it has nothing more to do.
func FuzzTidy(f *testing.F) {
	for _, name := range []string{"testdata/yaml/mini-2021/findings.yaml", "testdata/mini/mini-2021/review.yaml", "testdata/mini/mini-2021/gaps.csv"} {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(path.Base(name), content)
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		once, err := Tidy(name, content)
		if err != nil {
			return
		}
		twice, err := Tidy(name, once)
		if err != nil || !bytes.Equal(once, twice) {
			t.Errorf("%v\nonce\n%s\ntwice\n%s", err, once, twice)
		}
	})
}
