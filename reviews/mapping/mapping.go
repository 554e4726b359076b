// Package mapping brings mappings from SSSOM files into a table mappings.csv, and
// writes such tables as SSSOM.
//
// The table is changed as text: rows that stay keep every byte, new ones come at
// the end. Nothing is done by halves. Where a row of the file cannot be taken in,
// there is no new table, only the letters that say why.
package mapping

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/xrash/smetrics"

	"policygraph/ontology/sssom"
	"policygraph/ontology/vocab"
	"policygraph/reviews"
)

// relations are the words of the table for the properties that it takes.
var relations = []struct {
	word     string
	property quad.IRI
}{
	{"exact", vocab.SKOSExactMatch},
	{"close", vocab.SKOSCloseMatch},
	{"broad", vocab.SKOSBroadMatch},
	{"narrow", vocab.SKOSNarrowMatch},
	{"related", vocab.SKOSRelatedMatch},
}

// Policy says what becomes of rows that the table has otherwise.
type Policy uint8

// Ask reports them and changes nothing; Keep leaves them as the table has them;
// Replace writes what the file says.
const (
	Ask Policy = iota
	Keep
	Replace
)

// Options say how to bring mappings in.
type Options struct {
	Base       string // the base of the addresses in the file; empty is vocab.Base
	Confidence string // of rows that do not say theirs; empty: they must
	Policy     Policy
}

// Result is what came of an import.
type Result struct {
	Table []byte // the new table; nil where Problems holds an error or Conflicts is asked about

	Added, Replaced, Same, Kept int
	Unmapped                    int // rows that say that a concept has no match

	Problems  []sssom.Problem // rows that cannot be taken in
	Conflicts []sssom.Problem // rows that the table has otherwise
}

// Import brings the mappings of a set into a table, which may be empty. name is
// the name of the file that the set was read from, tableName that of the table;
// concepts are those there are, as kind/slug.
func Import(name string, set *sssom.Set, tableName string, table []byte, concepts []string, o Options) (*Result, error) {
	t, err := readTable(tableName, table)
	if err != nil {
		return nil, err
	}
	if o.Base == "" {
		o.Base = vocab.Base
	}
	i := importer{name: name, table: t, concepts: concepts, o: o, result: &Result{}, seen: map[string]int{}}
	for n := range set.Mappings {
		i.mapping(&set.Mappings[n])
	}
	r := i.result
	if len(r.Problems) == 0 && (len(r.Conflicts) == 0 || o.Policy != Ask) {
		r.Table = t.text()
	}
	return r, nil
}

// importer is an import under way.
type importer struct {
	name     string
	table    *table
	concepts []string
	o        Options
	result   *Result
	seen     map[string]int // lines of the file by what they are about
}

func (i *importer) wrong(m *sssom.Mapping, slot, format string, args ...any) {
	line, column := m.Place(slot)
	i.result.Problems = append(i.result.Problems, sssom.Problem{File: i.name, Line: line, Column: column, Message: fmt.Sprintf(format, args...)})
}

func (i *importer) mapping(m *sssom.Mapping) {
	if m.Object == sssom.NoTermFound || m.Subject == sssom.NoTermFound {
		i.result.Unmapped++
		return
	}
	row, ok := i.row(m)
	if !ok {
		return
	}
	line, _ := m.Place("subject_id")
	if first, twice := i.seen[row.key()]; twice {
		i.wrong(m, "subject_id", "%s %s <%s> is also said on line %d", row.concept, row.relation, row.object, first)
		return
	}
	i.seen[row.key()] = line
	i.settle(m, row)
}

// row says a mapping as a row of the table. It reports whether it can.
func (i *importer) row(m *sssom.Mapping) (row record, ok bool) {
	before := len(i.result.Problems)
	row = record{object: m.Object, label: m.ObjectLabel, confidence: decimal(m.Confidence), note: m.Comment}
	if m.Negated {
		row.modifier = "not"
	}
	if row.confidence == "" {
		row.confidence = decimal(i.o.Confidence)
	}
	if row.confidence == "" {
		i.wrong(m, "confidence", "the row does not say how sure anyone is, and the table must: say it for all such rows with --confidence")
	}
	row.concept = i.concept(m)
	at := slices.IndexFunc(relations, func(r struct {
		word     string
		property quad.IRI
	}) bool {
		return string(r.property) == m.Predicate
	})
	if at < 0 {
		i.wrong(m, "predicate_id", "expected skos:exactMatch, closeMatch, broadMatch, narrowMatch or relatedMatch, found <%s>", m.Predicate)
	} else {
		row.relation = relations[at].word
	}
	if m.Object == "" {
		i.wrong(m, "object_id", "expected the address of a concept, found a literal")
	}
	return row, len(i.result.Problems) == before
}

// concept is our concept of a mapping, as kind/slug.
func (i *importer) concept(m *sssom.Mapping) string {
	concept, ours := strings.CutPrefix(m.Subject, i.o.Base+"id/")
	switch {
	case ours && slices.Contains(i.concepts, concept):
	case ours:
		i.wrong(m, "subject_id", "no concept is called %q%s", concept, i.meant(concept))
	case strings.HasPrefix(m.Object, i.o.Base+"id/"):
		i.wrong(m, "subject_id", "the subject is somebody else's concept and the object ours: turn the row round")
	default:
		i.wrong(m, "subject_id", "expected a concept of ours, below <%sid/>, found <%s>%s", i.o.Base, m.Subject, i.meant(m.Subject))
	}
	return concept
}

// meant asks whether the concept that is nearest to a wrong name was meant. Its
// last part counts most, since the kind is what people mistake first.
func (i *importer) meant(wrong string) string {
	const alike = 0.88
	last := wrong[strings.LastIndexAny(wrong, "/#")+1:]
	best, most := "", alike
	for _, c := range i.concepts {
		if like := smetrics.JaroWinkler(c[strings.IndexByte(c, '/')+1:], last, 0.7, 4); like > most {
			best, most = c, like
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %q?", best)
}

// settle adds a row, unless the table has it, or has it otherwise.
func (i *importer) settle(m *sssom.Mapping, row record) {
	at, reason := i.table.rival(row)
	switch {
	case at < 0:
		i.table.add(row)
		i.result.Added++
	case reason == "":
		i.result.Same++
	default:
		i.conflict(m, at, row, reason)
	}
}

func (i *importer) conflict(m *sssom.Mapping, at int, row record, reason string) {
	line, column := m.Place("subject_id")
	i.result.Conflicts = append(i.result.Conflicts, sssom.Problem{
		File: i.name, Line: line, Column: column, Severity: sssom.Warning,
		Message: fmt.Sprintf("%s and <%s> are %s here, and %s on %s:%d", row.concept, row.object, row, reason, i.table.name, i.table.rows[at].line),
	})
	if i.o.Policy == Replace {
		i.table.replace(at, row)
		i.result.Replaced++
		return
	}
	i.result.Kept++
}

// Concepts are the concepts of a corpus, as kind/slug.
func Concepts(c *reviews.Corpus) (names []string) {
	for r := range c.All() {
		if address, ok := strings.CutPrefix(string(r.IRI), vocab.IDNamespace); ok && r.Table().Folder == reviews.InConcepts {
			names = append(names, address)
		}
	}
	return names
}

// Complete adds to mappings read from a graph what only the table says: the name
// of the other concept, and how sure we are. base is that of the set.
func Complete(set *sssom.Set, c *reviews.Corpus, base string) {
	rows := map[[3]string]*reviews.Record{}
	for r := range c.Records(reviews.KindMapping) {
		subject := vocab.Rebase(r.Value("concept").IRI, base)
		rows[[3]string{string(subject), string(r.Value("relation").IRI), string(r.Value("object").IRI)}] = r
	}
	for i := range set.Mappings {
		m := &set.Mappings[i]
		if r := rows[[3]string{m.Subject, m.Predicate, m.Object}]; r != nil {
			m.ObjectLabel, m.Confidence = r.Text("object_label"), r.Text("confidence")
		}
	}
}
