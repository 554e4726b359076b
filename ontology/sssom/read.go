package sssom

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xrash/smetrics"
)

// Options say what Read cannot find in the file itself.
type Options struct {
	// Metadata is the content of a YAML file beside the table, and MetadataName
	// its name. What the block in the table says comes before it.
	MetadataName string
	Metadata     []byte
}

// Read reads a table of mappings. It returns what could be read, and all that is
// wrong, in the order of the file; mappings with errors are not in the set.
func Read(name string, content []byte, o Options) (*Set, []Problem) {
	r := &reader{file: name, set: &Set{Metadata: Metadata{}, Prefixes: map[string]string{}}}
	if !utf8.Valid(content) {
		r.report(name, 1, 1, Error, "expected UTF-8")
		return r.set, r.problems
	}
	metadata, table, lines := block(strings.TrimPrefix(string(content), "\ufeff"))
	if o.Metadata != nil {
		r.metadata(o.MetadataName, string(o.Metadata), 0)
	}
	r.metadata(name, metadata, 1)
	r.needed()
	r.table(newCells(table, lines+1))
	return r.set, r.problems
}

// reader is a file under way.
type reader struct {
	file     string
	set      *Set
	problems []Problem
	columns  []string // names of the table, empty for one that cannot be used
}

func (r *reader) report(file string, line, column int, s Severity, format string, args ...any) {
	r.problems = append(r.problems, Problem{file, line, column, s, fmt.Sprintf(format, args...)})
}

func (r *reader) reportAt(at place, s Severity, format string, args ...any) {
	r.report(at.file, at.line, at.column, s, format, args...)
}

// needed warns of what the standard wants of every set.
func (r *reader) needed() {
	for _, name := range []string{"mapping_set_id", "license"} {
		if len(r.set.Metadata[name]) == 0 {
			r.report(r.file, 1, 1, Warning, "the metadata have no %s", name)
		}
	}
}

func (r *reader) table(c *cells) {
	header, open := c.row()
	switch {
	case open != nil:
		r.open(open)
		return
	case header == nil:
		r.report(r.file, c.line, 1, Error, "expected the names of the columns, found the end of the file")
		return
	}
	r.header(header)
	for {
		row, open := c.row()
		if open != nil {
			r.open(open)
			return
		}
		if row == nil {
			return
		}
		r.row(row)
	}
}

func (r *reader) open(c *cell) {
	r.report(r.file, c.line, c.column, Error, "the quotation mark that opens here is never closed")
}

func (r *reader) header(row []cell) {
	for _, c := range row {
		name := strings.TrimSpace(c.text)
		s, known := slotOf(name)
		switch {
		case name == "":
		case slices.Contains(r.columns, name):
			r.report(r.file, c.line, c.column, Error, "the column %s stands twice", name)
			name = ""
		case !known:
			r.report(r.file, c.line, c.column, Warning, "%s is not a slot of the standard%s", name, meant(name, func(s slot) bool { return s.row }))
		case !s.row:
			r.report(r.file, c.line, c.column, Error, "%s is said of a set, not of a mapping", name)
			name = ""
		}
		r.columns = append(r.columns, name)
	}
	for _, name := range []string{"predicate_id", "mapping_justification"} {
		if !slices.Contains(r.columns, name) {
			r.report(r.file, row[0].line, 1, Error, "the column %s is missing", name)
		}
	}
}

// row reads a mapping.
func (r *reader) row(row []cell) {
	before := r.errors()
	m := Mapping{line: row[0].line, columns: map[string]int{}}
	for i, c := range row {
		switch {
		case i >= len(r.columns) && strings.TrimSpace(c.text) != "":
			r.report(r.file, c.line, c.column, Error, "expected %d cells as in the first row, found one more: %q", len(r.columns), c.text)
		case i < len(r.columns) && r.columns[i] != "":
			m.columns[r.columns[i]] = c.column
			m.put(r.columns[i], strings.TrimSpace(c.text))
			r.value(r.columns[i], c)
		}
	}
	r.inherit(&m)
	r.check(&m)
	if r.errors() == before {
		r.set.Mappings = append(r.set.Mappings, m)
	}
}

// value holds a cell against its slot.
func (r *reader) value(name string, c cell) {
	s, known := slotOf(name)
	text := strings.TrimSpace(c.text)
	if !known || text == "" {
		return
	}
	for _, value := range s.values(text) {
		if problem := s.check(value); problem != "" {
			r.report(r.file, c.line, c.column, Error, "%s: %s", name, problem)
		}
	}
}

func (r *reader) errors() (n int) {
	for _, p := range r.problems {
		if p.Severity == Error {
			n++
		}
	}
	return n
}

// inherit fills in what the metadata say of all mappings.
func (r *reader) inherit(m *Mapping) {
	for _, s := range slots {
		values := r.set.Metadata[s.name]
		if !s.inherited || len(values) == 0 || m.get(s.name) != "" {
			continue
		}
		if s.several {
			m.put(s.name, joined(values))
		} else {
			m.put(s.name, values[0])
		}
	}
}

// check holds a mapping against the standard and writes its entities in full.
func (r *reader) check(m *Mapping) {
	r.end(m, "subject", &m.Subject, m.SubjectLabel)
	r.end(m, "object", &m.Object, m.ObjectLabel)
	r.entity(m, "predicate_id", &m.Predicate)
	r.entity(m, "mapping_justification", &m.Justification)
	if local, ok := strings.CutPrefix(m.Justification, semapv); m.Justification != "" && (!ok || !slices.Contains(justifications, local)) {
		r.wrong(m, "mapping_justification", "mapping_justification: expected one of semapv:%s, found %q", strings.Join(justifications, ", semapv:"), m.Justification)
	}
	if id := m.Other["record_id"]; id != "" {
		r.entity(m, "record_id", &id)
		m.Other["record_id"] = id
	}
}

func (r *reader) wrong(m *Mapping, slot, format string, args ...any) {
	line, column := m.Place(slot)
	r.report(r.file, line, column, Error, format, args...)
}

// end is the subject or object of a mapping: a literal has a label and no
// entity, everything else an entity.
func (r *reader) end(m *Mapping, side string, id *string, label string) {
	switch m.get(side + "_type") {
	case "rdfs literal":
		if label == "" {
			r.wrong(m, side+"_label", "%s_label must be filled where the %s is a literal", side, side)
		}
	case "composed entity expression":
		if *id == "" {
			r.wrong(m, side+"_id", "%s_id must be filled", side)
		}
	default:
		r.entity(m, side+"_id", id)
	}
}

// entity writes a CURIE in full, in place.
func (r *reader) entity(m *Mapping, slot string, id *string) {
	prefix, local, curie := strings.Cut(*id, ":")
	namespace, declared := r.set.Prefixes[prefix]
	if b, ok := builtIn[prefix]; ok {
		namespace, declared = b, true
	}
	switch {
	case *id == "":
		r.wrong(m, slot, "%s must be filled", slot)
	case declared && !absolute(namespace+local):
		r.wrong(m, slot, "%s: %q is <%s>, which is not an IRI", slot, *id, namespace+local)
	case declared:
		*id = namespace + local
	case curie && strings.HasPrefix(local, "//") && absolute(*id), strings.HasPrefix(*id, "urn:") && absolute(*id):
	case curie:
		r.wrong(m, slot, "%s: the prefix %s of %q is not in the curie_map", slot, prefix, *id)
	default:
		r.wrong(m, slot, "%s: expected a CURIE or an IRI, found %q", slot, *id)
	}
}

// values are the values of a cell.
func (s slot) values(text string) []string {
	if s.several {
		return parts(text)
	}
	return []string{text}
}

// check says what is wrong with a value, empty for nothing. Entities are looked
// at elsewhere, where the prefixes are known.
func (s slot) check(value string) string {
	switch s.form {
	case number:
		if f, err := strconv.ParseFloat(value, 64); err != nil || !(f >= s.low && f <= s.high) {
			return fmt.Sprintf("expected a number from %v to %v, found %q", s.low, s.high, value)
		}
	case date:
		if _, err := time.Parse(time.DateOnly, value); err != nil {
			return fmt.Sprintf("expected a date like 2026-11-22, found %q", value)
		}
	case oneOf:
		if !slices.Contains(s.words, value) {
			return fmt.Sprintf("expected %s, found %q", strings.Join(s.words, ", "), value)
		}
	}
	return ""
}

// meant asks whether the slot that is nearest to a name was meant.
func meant(name string, fits func(slot) bool) string {
	const alike = 0.92
	best, most := "", alike
	for _, s := range slots {
		if like := smetrics.JaroWinkler(name, s.name, 0.7, 4); fits(s) && like > most {
			best, most = s.name, like
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %s?", best)
}
