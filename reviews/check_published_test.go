package reviews

import (
	"slices"
	"strings"
	"testing"

	"policygraph/ontology/vocab"
)

// addressesOf are those of everything in a corpus, below id/.
func addressesOf(c *Corpus) []string {
	var all []string
	for r := range c.All() {
		if r.IRI != "" {
			all = append(all, strings.TrimPrefix(string(r.IRI), vocab.IDNamespace))
		}
	}
	return all
}

func TestWhatWasPublishedIsNeverLost(t *testing.T) {
	published := addressesOf(loadClean(t, miniFS(t)))
	for _, row := range []struct{ name, file, old, new, want string }{
		{"all there", inSources, "Rinne 2018", "Rinne 2018", ""},
		{"an outcome renamed", inOutcomes, "job-offer,", "job-offers,", `
concepts/outcomes.csv:1:1: the outcome "job-offer" was published and is not here any more; did you mean "job-offers"?
`},
		{"a gap deleted", inGaps, "no-long-term,no-long-term,", "nothing-known-at-all,no-long-term,", `
mini-2021/gaps.csv:1:1: the evidence gap "no-long-term" was published and is not here any more
`},
		{"a section renumbered", inReviewYAML, `number: "forord"`, `number: "preface"`, `
mini-2021/review.yaml:1:1: the section "forord" was published and is not here any more
`},
	} {
		m := miniFS(t)
		edit(t, m, row.file, row.old, row.new)
		c, _ := Load(m, Options{})
		if got, want := letters(c.CheckPublished(slices.Values(published))), strings.TrimPrefix(row.want, "\n"); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", row.name, got, want)
		}
	}
}

func TestAReviewThatIsGoneIsToldOnce(t *testing.T) {
	published := addressesOf(loadClean(t, miniFS(t)))
	m := miniFS(t)
	for name := range m {
		if strings.HasPrefix(name, "mini-2021/") {
			delete(m, name)
		}
	}
	c, _ := Load(m, Options{Name: "data"})
	const want = "data/mini-2021/review.yaml:1:1: the review \"mini-2021\" was published and is not here any more\n"
	if got := letters(c.CheckPublished(slices.Values(published))); got != want {
		t.Errorf("got %s", got)
	}
}

func TestWhatWasNotReadIsNotCalledLost(t *testing.T) {
	published := append(addressesOf(loadClean(t, miniFS(t))), "finding/other-2020.a.b", "review/other-2020", "claim/", "nonsense", "agent/x")
	c, _ := Load(alone(t), Options{Shared: miniFS(t)})
	if got := letters(c.CheckPublished(slices.Values(published))); got != "" {
		t.Errorf("a review alone: %s", got)
	}
	m := miniFS(t)
	m[inMeasures].Data = []byte("\xFF\xFEa")
	c, _ = Load(m, Options{})
	if got := letters(c.CheckPublished(slices.Values(published[:3]))); got != "" {
		t.Errorf("a file that could not be read: %s", got)
	}
}
