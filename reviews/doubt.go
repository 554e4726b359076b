package reviews

import (
	"slices"
	"strings"
)

// doubt says of which names it is not certain that they are what was meant: a
// claim whose predicate is misspelt, a finding whose study is not found. Who
// refers to such a row by the right name makes no mistake, and nobody is told to
// take over the wrong one.
type doubt map[unread][]*Record

// about reports whether a record is in doubt.
func (d doubt) about(r *Record) bool {
	return slices.Contains(d[unread{r.Kind, r.Review}], r)
}

// mayMean reports whether a name may be meant for a record in doubt: it is the
// same in all parts but one.
func (d doubt) mayMean(k Kind, review, name string) bool {
	parts := strings.Split(name, ".")
	return slices.ContainsFunc(d[unread{k, review}], func(r *Record) bool {
		other := strings.Split(r.Name, ".")
		return len(parts) == len(other) && len(parts)-equalParts(parts, other) <= 1
	})
}

func equalParts(a, b []string) (n int) {
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return n
}

// of reports whether anything that a review says is in doubt.
func (d doubt) of(review string) bool {
	return slices.ContainsFunc(addressRef.Kinds, func(k Kind) bool { return len(d[unread{k, review}]) > 0 })
}

// doubtful finds the records of a table whose names are made of other names that
// are wrong or do not go together. Their cells have been read.
func (l *loader) doubtful(t *Table) {
	if len(t.ID) < 2 || t.Folder != InReview {
		return
	}
	for _, r := range l.records[t.Kind] {
		if r.Name != "" && !r.row.damaged && (!r.hasAll(t.ID) || l.atOdds(r)) {
			at := unread{r.Kind, r.Review}
			l.names.doubt[at] = append(l.names.doubt[at], r)
		}
	}
}

func (r *Record) hasAll(columns []string) bool {
	return !slices.ContainsFunc(columns, func(column string) bool { return !r.Has(column) })
}

// atOdds reports whether the parts of a name are each something, and together
// break S21, S22 or P10.
func (l *loader) atOdds(r *Record) bool {
	switch r.Kind {
	case KindFinding:
		s := l.names.records[r.Value("study").IRI]
		return s != nil && s.Has("kind") && !s.reportsResults()
	case KindClaim:
		link, _ := linkOf(r.Text("predicate"))
		s, o := r.Value("subject").IRI, r.Value("object").IRI
		from, to := l.names.records[s], l.names.records[o]
		return s == o || !slices.Contains(link.from, from.Kind) || !slices.Contains(link.to, to.Kind)
	}
	return false
}
