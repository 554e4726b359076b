package reviews

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"
)

// Options say where else to read and how to name files. The zero value reads a
// data root that holds everything.
type Options struct {
	// Shared is a data root whose concepts and sources are read besides. For a
	// data root they stand in for a folder concepts or a file sources that it
	// does not have; for a single review folder they come before its own, which
	// win where both have an id. Reviews in Shared are not read.
	Shared fs.FS

	// Name and SharedName are put before the names of files in messages.
	Name, SharedName string

	// Only, if not empty, names the reviews to read. Concepts and sources then
	// count as shared, since reviews that are not read may use them.
	Only []string
}

// The limits of a file. They are far above what people write and below what
// hurts.
const (
	maxFile = 64 << 20
	maxRows = 1_000_000
	maxCell = 1 << 20
)

// maxProblems is where a run stops listing: a file with another meaning than
// its name says breaks every rule in every row.
const maxProblems = 10_000

// loader gathers sheets, then records, then problems.
type loader struct {
	options  Options
	names    *names
	sheets   []*recordSheet
	records  map[Kind][]*Record
	problems []Problem
	dropped  int
	texts    map[string]string
	single   bool // the root is a review folder
}

// recordSheet is a sheet of which it is known what its rows are.
type recordSheet struct {
	*sheet
	table  *Table
	review string
	shared bool
}

func (s *recordSheet) own() bool { return !s.shared }

// Load reads a data root, a folder with concepts/, sources.csv and a folder for
// each review, or a single review folder, one with a review.yaml. It returns
// what could be read, and every problem of the run in the order of file, line
// and column. The corpus is never nil; whether it may be used is for the caller
// to say, who sees the problems.
func Load(fsys fs.FS, options Options) (*Corpus, []Problem) {
	l := &loader{options: options, names: newNames(), records: map[Kind][]*Record{}, texts: map[string]string{}}
	l.single = present(fsys, reviewFile)
	l.readShared(fsys)
	l.readReviews(fsys)
	l.define()
	l.resolve()
	doubtful := l.claimsInDoubt()
	c := l.corpus()
	l.check(c, doubtful)
	return c, l.finish()
}

const (
	reviewFile     = "review.yaml"
	conceptsFolder = "concepts"
)

// readShared reads concepts and sources: those of Options.Shared where they are
// wanted, then those of the root.
func (l *loader) readShared(root fs.FS) {
	own := map[Folder]bool{
		InConcepts: present(root, conceptsFolder),
		InRoot:     present(root, sourcesTable.File+".csv") || present(root, sourcesTable.File+".yaml"),
	}
	for _, t := range tables {
		if t.Folder != InConcepts && t.Folder != InRoot {
			continue
		}
		if l.options.Shared != nil && (l.single || !own[t.Folder]) {
			l.readTable(l.options.Shared, l.options.SharedName, folderOf(t), t, "", true)
		}
		l.readTable(root, l.options.Name, folderOf(t), t, "", len(l.options.Only) > 0)
	}
	if own[InConcepts] {
		l.strays(root, conceptsFolder, InConcepts, "")
	}
	if !l.single && !l.noReviewHere(root) {
		l.strays(root, ".", InRoot, "")
	}
}

func present(root fs.FS, name string) bool {
	_, err := fs.Stat(root, name)
	return err == nil
}

func folderOf(t *Table) string {
	if t.Folder == InConcepts {
		return conceptsFolder
	}
	return "."
}

// readReviews reads each folder that holds a review.yaml.
func (l *loader) readReviews(root fs.FS) {
	if l.single {
		l.readReview(root, ".")
		return
	}
	entries, err := fs.ReadDir(root, ".")
	if err != nil {
		l.add("R08", Source{l.options.Name, 1, 1, 0}, plainError(err), "")
	}
	for _, e := range entries {
		name := e.Name()
		wanted := len(l.options.Only) == 0 || slices.Contains(l.options.Only, name)
		if !e.IsDir() || name == conceptsFolder || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || !wanted {
			continue
		}
		l.readReview(root, name)
	}
	for _, name := range l.options.Only {
		if !present(root, path.Join(name, reviewFile)) {
			l.add("R08", Source{path.Join(l.options.Name, name, reviewFile), 1, 1, 0}, msgNoReview.with(), "")
		}
	}
	if len(l.problems) == 0 && !slices.ContainsFunc(l.sheets, (*recordSheet).own) {
		l.add("R08", Source{path.Join(l.options.Name, "."), 1, 1, 0}, msgNothingHere.with(), "")
	}
}

func (l *loader) readReview(root fs.FS, folder string) {
	file := path.Join(l.options.Name, folder, reviewFile)
	text, there := l.text(root, path.Join(folder, reviewFile), file)
	if !there {
		if tablesIn(root, folder) {
			l.add("R08", Source{file, 1, 1, 0}, msgNoYAML.with(folder), "")
		}
		return
	}
	var parts map[Kind]*sheet
	if text != nil {
		parts = readReviewYAML(file, *text, l.form)
	}
	slug := Slug(folder)
	if l.single {
		slug = slugOf(parts[KindReview])
	}
	if s := parts[KindSection]; s != nil && len(s.rows) == 0 && !s.lost {
		l.names.undivided[slug] = true
	}
	for _, t := range tables {
		switch t.Folder {
		case InReviewYAML:
			l.take(parts[t.Kind], t, slug, false)
		case InReview:
			l.readTable(root, l.options.Name, folder, t, slug, false)
		}
	}
	l.strays(root, folder, InReview, slug)
	l.misplacedConcepts(root, folder)
}

// unnamed stands for the id of a review that stands alone and has none.
const unnamed = "unnamed"

// slugOf reads the id of a review that stands alone ahead of everything else,
// since addresses in it begin with the id. In a data root the name of the folder
// serves, and must be the id.
func slugOf(s *sheet) string {
	if s == nil {
		return unnamed
	}
	for _, r := range s.rows {
		for _, c := range r.cells {
			if ps := c.pieces(s.file, false); c.name == "id" && len(ps) == 1 && isSlug(ps[0].text) {
				return ps[0].text
			}
		}
	}
	return unnamed
}

// readTable reads a table from CSV or YAML, whichever is there.
func (l *loader) readTable(root fs.FS, prefix, folder string, t *Table, review string, shared bool) {
	var found []string
	for _, format := range []struct {
		suffix string
		read   func(file, text string, report reportFunc) *sheet
	}{{".csv", readCSV}, {".yaml", readYAML}} {
		name := path.Join(folder, t.File+format.suffix)
		file := path.Join(prefix, name)
		text, there := l.text(root, name, file)
		if !there {
			continue
		}
		if found = append(found, name); len(found) > 1 {
			l.add("R08", Source{file, 1, 1, 0}, msgTwoFiles.with(path.Base(found[0]), path.Base(found[1])), "")
			continue
		}
		var s *sheet
		if text != nil {
			s = format.read(file, *text, l.form)
		}
		if s != nil && s.columns != nil {
			l.nameCells(s, t)
		}
		l.take(s, t, review, shared)
	}
}

// take keeps a sheet. Where there is none, or a row of it could not be read, or
// its rows cannot be told apart, what it would have defined is not known, and no reference to it is called
// wrong.
func (l *loader) take(s *sheet, t *Table, review string, shared bool) {
	if s == nil || s.lost || slices.ContainsFunc(s.rows, func(r row) bool { return r.damaged }) ||
		slices.ContainsFunc(t.ID, func(column string) bool { return !s.has(column) }) {
		l.names.unread[unread{t.Kind, review}] = true
	}
	if s != nil {
		l.sheets = append(l.sheets, &recordSheet{s, t, review, shared})
	}
}

// reportFunc takes a problem of the form of a file.
type reportFunc func(rule string, at Source, message Message)

func (l *loader) form(rule string, at Source, message Message) { l.add(rule, at, message, "") }

// text reads a file as UTF-8 and tells whether it is there. A file that is not
// there is no problem here; one that cannot be read is, and has no text.
func (l *loader) text(root fs.FS, name, file string) (text *string, there bool) {
	f, err := root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	at := Source{file, 1, 1, 0}
	if err != nil {
		l.add("R08", at, plainError(err), "")
		return nil, true
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	switch {
	case err != nil:
		l.add("R08", at, plainError(err), "")
		return nil, true
	case len(b) > maxFile:
		l.add("R02", at, msgTooLongFile.with(), "")
		return nil, true
	case bytes.HasPrefix(b, []byte("\xFF\xFE")), bytes.HasPrefix(b, []byte("\xFE\xFF")):
		l.add("R01", at, msgNotUTF16.with(), "")
		return nil, true
	}
	s := strings.TrimPrefix(string(b), "\uFEFF")
	if !utf8.ValidString(s) {
		s = l.repair(file, s)
	}
	if old := strings.IndexByte(s, '\r'); old >= 0 && old < len(s)-1 && !strings.Contains(s, "\n") {
		rule := "R03"
		if path.Ext(name) != ".csv" {
			rule = "R04"
		}
		p := spot{Source: at}.problem(rule, Error, msgOldLines.with())
		p.kin = "R01"
		l.put(p)
		return nil, true
	}
	l.texts[file] = s
	return &s, true
}

func plainError(err error) Message {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return msgUnreadable.with(err.Error())
}

// repair reports the first byte that is not UTF-8 and how many there are, and
// returns the text read as Windows-1252 in those places, so that the rest of the
// file can be checked.
func (l *loader) repair(file, s string) string {
	var b strings.Builder
	var first Source
	var sample rune
	var raw byte
	line, col, count := 1, 1, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 {
			r = windows1252(s[i])
			if count++; count == 1 {
				first, sample, raw = Source{file, line, col, 1}, r, s[i]
			}
		}
		b.WriteRune(r)
		i += n
		if col++; r == '\n' {
			line, col = line+1, 1
		}
	}
	message := msgByte.with(raw, exactly(sample))
	if count > 1 {
		message = msgBytes.with(raw, exactly(sample), count-1)
	}
	l.add("R01", first, message, "")
	return b.String()
}

// windows1252 reads a byte above 0x7F as old spreadsheets wrote it.
func windows1252(b byte) rune {
	const from80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"
	if b < 0xA0 {
		return []rune(from80)[b-0x80]
	}
	return rune(b)
}
