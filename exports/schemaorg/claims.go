package schemaorg

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
	"policygraph/exports/references"
	"policygraph/graph"
	"policygraph/ontology/vocab"
)

// Claims are the claims, each with the report that makes it, and the reviews of
// claims: judgements of one report on a claim of another. What a report concludes
// on its own claims is no review of them.
func (w Writer) Claims(in *artifact.Input) (nodes []Node) {
	r := offer.NewReader(in.Dataset, in.Base)
	for _, c := range r.Instances(vocab.Claim) {
		nodes = append(nodes, w.claim(r, c))
	}
	for _, j := range r.Instances(vocab.Judgement) {
		for _, stance := range stances {
			for _, c := range r.Values(j, stance.property) {
				if report(r, j) != report(r, c) {
					nodes = append(nodes, w.claimReview(r, j, c, stance.words))
				}
			}
		}
	}
	return nodes
}

// stances are what a judgement may say of a claim.
var stances = []struct {
	property quad.IRI
	words    artifact.Text
}{
	{vocab.Supports, artifact.Text{NB: "støttet", EN: "supported"}},
	{vocab.Contradicts, artifact.Text{NB: "motsagt", EN: "contradicted"}},
}

func (w Writer) claim(r offer.Reader, c graph.ID) Node {
	n := typed("Claim", r.D.Text(c))
	n.add("text", w.text(r.Text(c, vocab.DCTDescription)))
	n.add("appearance", ref(r.D.Text(report(r, c))))
	var about []Node
	for _, p := range []quad.IRI{vocab.Subject, vocab.Object} {
		for _, o := range r.Values(c, p) {
			about = append(about, ref(r.D.Text(o)))
		}
	}
	n.add("about", about)
	var cited []Node
	for _, s := range r.Values(c, vocab.CitedSource) {
		cited = append(cited, ref(r.D.Text(s)))
	}
	n.add("citation", cited)
	return n
}

func (w Writer) claimReview(r offer.Reader, j, c graph.ID, words artifact.Text) Node {
	n := typed("ClaimReview", r.D.Text(j))
	n.add("claimReviewed", w.text(r.Text(c, vocab.DCTDescription)))
	n.add("itemReviewed", ref(r.D.Text(c)))
	n.add("reviewBody", w.text(r.Text(j, vocab.DCTDescription)))
	rating := typed("Rating", "")
	rating.add("alternateName", w.text(words))
	n.add("reviewRating", rating)
	n.add("author", authors(r, report(r, j)))
	n.add("isPartOf", ref(r.D.Text(report(r, j))))
	return n
}

// report is the review whose section a statement stands in, or 0.
func report(r offer.Reader, statement graph.ID) graph.ID {
	isReview := map[graph.ID]bool{}
	for _, id := range r.Instances(vocab.Review) {
		isReview[id] = true
	}
	for _, section := range r.Values(statement, vocab.StatedIn) {
		for part := section; part != 0; {
			if isReview[part] {
				return part
			}
			part = first(r.Values(part, vocab.DCTIsPartOf))
		}
	}
	return 0
}

func first(ids []graph.ID) graph.ID {
	if len(ids) == 0 {
		return 0
	}
	return ids[0]
}

// Sources are the reviews and the works that they cite. How a cited work was
// published is seldom known: it is a CreativeWork, and no article is made of it.
func (w Writer) Sources(in *artifact.Input) (nodes []Node) {
	r := offer.NewReader(in.Dataset, in.Base)
	for _, id := range r.Instances(vocab.Review) {
		nodes = append(nodes, w.report(r, id))
	}
	for _, id := range r.Instances(vocab.Source) {
		nodes = append(nodes, source(r, id))
	}
	return nodes
}

func (w Writer) report(r offer.Reader, id graph.ID) Node {
	n := typed("Report", r.D.Text(id))
	n.add("name", w.text(r.Text(id, vocab.DCTTitle)))
	n.add("reportNumber", r.One(id, vocab.DCTIdentifier))
	n.add("author", authors(r, id))
	if by := r.One(id, vocab.DCTPublisher); by != "" {
		publisher := typed("Organization", "")
		publisher.add("name", by)
		n.add("publisher", publisher)
	}
	n.add("datePublished", r.One(id, vocab.DCTIssued))
	return n
}

// source is a cited work. Whether a name in a citation is of a person, nobody can
// tell ("Arbeidstilsynet 2018"), so that names there are text and no author.
func source(r offer.Reader, id graph.ID) Node {
	cited := r.One(id, vocab.CitedAs)
	names, _ := references.Names(cited)
	n := typed("CreativeWork", r.D.Text(id))
	title := r.One(id, vocab.DCTTitle)
	if title == "" {
		title = cited
	} else {
		n.add("alternateName", cited)
	}
	n.add("name", title)
	n.add("creditText", strings.Join(names, ", "))
	n.add("datePublished", r.One(id, vocab.DCTIssued))
	if doi := r.One(id, vocab.BIBODoi); doi != "" {
		n.add("sameAs", "https://doi.org/"+doi)
	}
	n.add("url", r.All(id, vocab.FOAFPage))
	return n
}

// authors are those of a report, by family name: people, and organisations,
// which are those whose name has no two parts.
func authors(r offer.Reader, report graph.ID) (list []Node) {
	organisations := slices.Concat(r.All(report, vocab.DCTPublisher), r.All(report, vocab.MARCRelCommissioner))
	for _, name := range references.Authors(r.All(report, vocab.DCTCreator), organisations...) {
		n := typed(map[bool]string{true: "Person", false: "Organization"}[name.Given != ""], "")
		n.add("name", name.Printed())
		if name.Given != "" {
			n.add("familyName", name.Family)
			n.add("givenName", name.Given)
		}
		list = append(list, n)
	}
	return list
}
