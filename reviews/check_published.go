package reviews

import (
	"iter"
	"path"
	"slices"
	"strings"

	"policygraph/ontology/vocab"
)

// CheckPublished tells which addresses that were published nobody has any more
// (rule P11). An address is given below id/, as measure/mentoring or
// finding/my-review.berg-2015.work; others are passed over, as are those of
// reviews that were not read. A review that is gone is told once, and not for
// each of its statements.
func (c *Corpus) CheckPublished(addresses iter.Seq[string]) []Problem {
	k := &publishedCheck{Corpus: c, was: map[string]bool{}, excerpts: newExcerpts(c.texts)}
	for a := range addresses {
		k.was[a] = true
	}
	for a := range k.was {
		k.held(a)
	}
	Sort(k.problems)
	return k.problems
}

type publishedCheck struct {
	*Corpus
	was      map[string]bool
	excerpts *excerpts
	problems []Problem
}

// held reports an address that is not there though its table was read.
func (k *publishedCheck) held(address string) {
	word, name, _ := strings.Cut(address, "/")
	kind := Kind(word)
	if _, known := nouns[kind]; !known || kind == KindMapping || kind == KindAnchor {
		return
	}
	review := ""
	if t := TableOf(kind); t.Folder == InReview || t.Folder == InReviewYAML {
		review, name, _ = strings.Cut(name, ".")
	}
	if kind == KindReview || kind == KindSearch {
		name = review
	}
	if name == "" || k.names.records[iriOf(kind, review, name)] != nil || !k.answersFor(kind, review) {
		return
	}
	at := Source{k.fileOf(kind, review), 1, 1, 0}
	p := spot{Source: at}.problem("P11", Error, msgPublishedMissing.with(kind.the(), found(name)))
	p.Row = word + "/" + name
	p.Excerpt = k.excerpts.line(at)
	p.Hint = meantBy(name, spelledAs(k.newNames(kind, review)))
	k.problems = append(k.problems, p)
}

// answersFor reports whether what a table defines was all read.
func (k *publishedCheck) answersFor(kind Kind, review string) bool {
	if k.names.unread[unread{kind, review}] {
		return false
	}
	switch {
	case kind == KindReview:
		return k.whole
	case review != "":
		return k.Review(review) != nil
	}
	return true
}

// newNames are those of a kind that were not published: one of them may be the
// new name of the thing that is missing.
func (k *publishedCheck) newNames(kind Kind, review string) []string {
	return slices.DeleteFunc(slices.Clone(k.names.local[kind][review]), func(name string) bool {
		return k.was[strings.TrimPrefix(string(iriOf(kind, review, name)), vocab.IDNamespace)]
	})
}

// fileOf is where the rows of a kind are, or would be.
func (k *publishedCheck) fileOf(kind Kind, review string) string {
	for _, r := range k.records[kind] {
		if r.Review == review && !r.Shared {
			return r.Source.File
		}
	}
	t := TableOf(kind)
	file := reviewFile
	if t.Folder != InReviewYAML {
		file = t.FileName()
	}
	if r := k.Review(review); r != nil {
		return path.Join(path.Dir(r.Source.File), file)
	}
	return path.Join(k.name, review, file)
}
