package questions

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Load reads the files *.rq of a folder, in order of their names. All mistakes
// of all files are reported together, each a [graph.SyntaxError] with its
// place; the questions without a mistake are returned also then.
func Load(folder fs.FS) ([]Question, error) {
	names, err := fs.Glob(folder, "*.rq")
	if err != nil {
		return nil, err
	}
	var list []Question
	var problems []error
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, err
		}
		q, err := read(name, string(text))
		if err != nil {
			problems = append(problems, err)
			continue
		}
		list = append(list, q)
	}
	return list, errors.Join(problems...)
}

// reader reads one file.
type reader struct {
	file     string
	q        Question
	slotted  map[string]bool // parameters that have a slot
	line     int             // from 1
	text     string          // of the line
	offset   int64           // of the line
	problems []error
}

func read(file, text string) (Question, error) {
	r := &reader{file: file, slotted: map[string]bool{}}
	r.q.Name = strings.TrimSuffix(path.Base(file), ".rq")
	body := false
	var start int64
	for line := range strings.Lines(text) {
		r.line++
		r.text = strings.TrimRight(line, "\r\n")
		if !body && !strings.HasPrefix(r.text, "#") {
			body = true
			r.frontMatterEnds()
			start = r.offset
		}
		if body {
			r.bodyLine(r.offset - start)
		} else {
			r.comment()
		}
		r.offset += int64(len(line))
	}
	if !body {
		r.frontMatterEnds()
		start = r.offset
	}
	r.q.SPARQL = text[start:]
	r.everyParameterHasASlot()
	return r.q, errors.Join(r.problems...)
}

// fail notes a mistake at a column of the line, in bytes from 0.
func (r *reader) fail(column int, expected, found string) {
	characters := utf8.RuneCountInString(r.text[:column])
	r.problems = append(r.problems, &graph.SyntaxError{
		Name: r.file, Line: max(r.line, 1), Column: characters + 1, Offset: r.offset + int64(column),
		Expected: expected, Found: found, Text: r.text, Caret: characters,
	})
}

var (
	slotForm  = regexp.MustCompile(`^\s*VALUES\s+\?given_([a-z0-9]+)\s*\{\s*(\S+)\s*\}\s*$`)
	givenForm = regexp.MustCompile(`[?$]given_(\w*)`)
)

// bodyLine looks for slots and for the variables of parameters. The line begins
// at offset in the query.
func (r *reader) bodyLine(offset int64) {
	for _, m := range givenForm.FindAllStringSubmatchIndex(r.text, -1) {
		name := r.text[m[2]:m[3]]
		if _, ok := r.q.Parameter(name); !ok {
			r.fail(m[0], "the variable of a parameter", r.text[m[0]:m[1]]+didYouMean(name, r.parameterNames()))
			return
		}
	}
	m := slotForm.FindStringSubmatchIndex(r.text)
	if m == nil {
		return
	}
	p, _ := r.q.Parameter(r.text[m[2]:m[3]])
	r.slotted[p.Name] = true
	r.q.slots = append(r.q.slots, slot{p.Name, int(offset) + m[4], int(offset) + m[5]})
	want, err := p.term(p.Default)
	if found := r.text[m[4]:m[5]]; err == nil && expanded(found) != want {
		r.fail(m[4], "the default of "+p.Name+", "+want, found)
	}
}

func (r *reader) parameterNames() []string {
	var names []string
	for _, p := range r.q.Parameters {
		names = append(names, p.Name)
	}
	return names
}

// expanded writes a prefixed name with one of our prefixes as an address.
func expanded(term string) string {
	prefix, local, found := strings.Cut(term, ":")
	for _, p := range vocab.Prefixes() {
		if found && p.Name == prefix {
			return "<" + p.IRI + local + ">"
		}
	}
	return term
}

func (r *reader) everyParameterHasASlot() {
	r.text = ""
	for _, p := range r.q.Parameters {
		if !r.slotted[p.Name] {
			r.fail(0, "a line VALUES ?given_"+p.Name+" { … }", "none")
		}
	}
}
