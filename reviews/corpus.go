package reviews

import (
	"iter"
	"slices"

	"github.com/cayleygraph/quad"
)

// Corpus is what [Load] read. It never changes and may be used by several
// goroutines at once.
type Corpus struct {
	records map[Kind][]*Record
	names   *names
	anchors map[quad.IRI]*Record // by statement
	texts   map[string]string    // the files as read, by name
	name    string               // of the folder, in the names of files
	whole   bool                 // a data root with everything in it
	single  bool                 // a review that stands alone
}

func (l *loader) corpus() *Corpus {
	c := &Corpus{records: map[Kind][]*Record{}, names: l.names, anchors: map[quad.IRI]*Record{}, texts: l.texts, name: l.options.Name, single: l.single}
	c.whole = !l.single && l.options.Shared == nil && len(l.options.Only) == 0
	for k, rs := range l.records {
		c.records[k] = slices.DeleteFunc(rs, (*Record).unusable)
	}
	for _, r := range c.records[KindAnchor] {
		if to := r.Value("statement").IRI; to != "" {
			c.anchors[to] = r
		}
	}
	return c
}

// Records returns the records of a kind: those shared first, then review by
// review in the order of their folders, each in the order of its file. Rows that
// could not be split into cells, and second rows of one name, are left out.
func (c *Corpus) Records(k Kind) iter.Seq[*Record] { return slices.Values(c.records[k]) }

// All returns every record, kind by kind in the order of [Tables].
func (c *Corpus) All() iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for _, t := range tables {
			for _, r := range c.records[t.Kind] {
				if !yield(r) {
					return
				}
			}
		}
	}
}

// Find returns the record with an address, or nil. The address is below
// vocab.Base, whatever the base of an export.
func (c *Corpus) Find(address quad.IRI) *Record {
	r := c.names.records[address]
	if r == nil || r.unusable() {
		return nil
	}
	return r
}

// Reviews returns the slugs of the reviews, in the order of their folders.
func (c *Corpus) Reviews() []string {
	var slugs []string
	for r := range c.Records(KindReview) {
		slugs = append(slugs, r.Review)
	}
	return slugs
}

// Review returns the record of a review, or nil.
func (c *Corpus) Review(slug string) *Record { return c.Find(iriOf(KindReview, slug, slug)) }

// Line returns the line of a file that a source points at, for showing it.
func (c *Corpus) Line(s Source) string { return newExcerpts(c.texts).line(s) }

// own returns the records of a kind that the folder itself defines.
func (c *Corpus) own(k Kind) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for _, r := range c.records[k] {
			if !r.Shared && !yield(r) {
				return
			}
		}
	}
}

// statements returns the records of all kinds a review says, claim by claim,
// finding by finding.
func (c *Corpus) statements() iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		for _, k := range addressRef.Kinds {
			for _, r := range c.records[k] {
				if !yield(r) {
					return
				}
			}
		}
	}
}
