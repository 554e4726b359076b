package explanation

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"policygraph/ontology/evidence"
	"policygraph/ontology/vocab"
)

// WriteJSON writes an explanation as JSON.
func WriteJSON(w io.Writer, e *Explanation) error {
	out := json.NewEncoder(w)
	out.SetIndent("", "  ")
	out.SetEscapeHTML(false)
	return out.Encode(e)
}

// WriteText writes an explanation for people to read: each proof as a tree, from what
// is explained down to where it is stated.
func WriteText(w io.Writer, e *Explanation) error {
	t := &text{words: e.words, said: make(map[Triple]bool)}
	fmt.Fprintf(&t.b, "%s\n", e.Triple)
	switch {
	case e.Holds:
		t.proofs(e)
	case len(e.Misfits) > 0:
		t.b.WriteString(t.words.impossible + "\n")
		for _, m := range e.Misfits {
			fmt.Fprintf(&t.b, "  %s\n", t.words.sentence(m))
		}
	default:
		t.nearest(e)
	}
	_, err := io.WriteString(w, t.b.String())
	return err
}

// String is the triple as an arrow.
func (t Triple) String() string {
	return t.Subject.Label + " ──" + t.Predicate.Label + "─▶ " + t.Object.Label
}

// text is an explanation as it is written. What a triple rests on is said once.
type text struct {
	b     strings.Builder
	words *words
	said  map[Triple]bool
}

func (t *text) proofs(e *Explanation) {
	for i, p := range e.Proofs {
		if len(e.Proofs) > 1 {
			fmt.Fprintf(&t.b, "\n%d. ", i+1)
		}
		t.b.WriteString(t.words.holds)
		t.step(p, "")
	}
	if e.More {
		t.b.WriteString(t.words.more + "\n")
	}
}

func (t *text) nearest(e *Explanation) {
	t.b.WriteString(t.words.no + "\n")
	for _, p := range e.Instead {
		fmt.Fprintf(&t.b, "\n%s%s: ", t.words.instead, p.Triple)
		t.step(p, "")
	}
	if len(e.Nearest)+len(e.Instead) == 0 {
		t.b.WriteString("\n" + t.words.alien + "\n")
	}
	for _, p := range e.Nearest {
		fmt.Fprintf(&t.b, "\n%s%s\n%s", t.words.ifHeld, strings.Join(absent(p), t.words.and), t.words.by)
		t.step(p, "")
	}
}

// absent are the triples that a proof lacks.
func absent(p *Step) []string {
	if p.Rule == "absent" {
		return []string{p.Triple.String()}
	}
	var list []string
	for _, q := range p.Premises {
		list = append(list, absent(q)...)
	}
	return list
}

// step writes what a triple rests on, behind and below it; indent stands before
// each line that follows.
func (t *text) step(p *Step, indent string) {
	switch p.Rule {
	case "absent":
		t.b.WriteString(t.words.missing + "\n")
		return
	case "asserted":
		t.asserted(p, indent)
		return
	}
	fmt.Fprintf(&t.b, "%s, %s\n", p.Rule, p.Words)
	if p.Axiom != "" {
		fmt.Fprintf(&t.b, "%s│  %s%s\n", indent, t.words.axiom, p.Axiom)
	}
	for i, q := range p.Premises {
		branch, below := "├─ ", "│  "
		if i == len(p.Premises)-1 {
			branch, below = "└─ ", "   "
		}
		fmt.Fprintf(&t.b, "%s%s%s: ", indent, branch, q.Triple)
		t.step(q, indent+below)
	}
}

func (t *text) asserted(p *Step, indent string) {
	t.b.WriteString(t.words.asserted)
	if t.said[p.Triple] {
		t.b.WriteString(t.words.asAbove + "\n")
		return
	}
	t.said[p.Triple] = true
	t.b.WriteString(listed(t.words.In, p.Cells) + "\n")
	for _, place := range p.Places {
		for _, line := range place.lines(t.words) {
			fmt.Fprintf(&t.b, "%s   %s\n", indent, line)
		}
	}
}

// lines are what a place is told in.
func (p Place) lines(w *words) []string {
	head := p.label
	if p.Modality != "" {
		head += " (" + w.Code(vocab.Modality, p.Modality) + ")"
	}
	if p.Review != "" {
		head += w.of + p.Review
	}
	lines := []string{head + p.anchor(w) + listed(w.Cites, cited(p.Sources))}
	for _, side := range w.Sides(p.Claim) {
		for _, f := range side.Findings {
			lines = append(lines, fmt.Sprintf("  %s: %s (%s): %s", side.Word, f.Study.CitedAs, strings.Join(w.Traits(f), ", "), f.Text))
		}
	}
	for _, j := range p.Judgements {
		lines = append(lines, "  "+j)
	}
	return lines
}

// anchor is where in the review a place is.
func (p Place) anchor(w *words) string {
	var sections []string
	for i, title := range p.Titles {
		if i < len(p.Sections) {
			title = p.Sections[i] + " " + title
		}
		sections = append(sections, title)
	}
	return listed(", ", sections) + listed(w.page, p.Pages) + listed(w.Lines, p.Lines)
}

func cited(sources []evidence.Source) []string {
	var names []string
	for _, s := range sources {
		names = append(names, s.CitedAs)
	}
	return names
}

// listed is a list behind a word, or nothing where the list is empty.
func listed(word string, list []string) string {
	if text := strings.Join(list, ", "); text != "" {
		return word + text
	}
	return ""
}

// WriteMermaid writes the first proof of an explanation, or the one that it comes
// nearest to, as a Mermaid flowchart from what is stated to what follows. What is
// stated has rounded corners, what is missing is dashed.
func WriteMermaid(w io.Writer, e *Explanation) error {
	f := &flowchart{words: e.words, number: make(map[Triple]int)}
	f.b.WriteString("flowchart BT\n")
	switch {
	case len(e.Proofs) > 0:
		f.step(e.Proofs[0])
	case len(e.Nearest) > 0:
		f.step(e.Nearest[0])
	default:
		f.node(&Step{Triple: e.Triple, Rule: "absent"})
	}
	_, err := io.WriteString(w, f.b.String())
	return err
}

type flowchart struct {
	words  *words
	b      strings.Builder
	number map[Triple]int
}

// step draws a step below what it leads to, and returns its number.
func (f *flowchart) step(p *Step) int {
	n, drawn := f.number[p.Triple]
	if drawn {
		return n
	}
	n = f.node(p)
	for _, q := range p.Premises {
		line := "-->"
		if q.Rule == "absent" {
			line = "-.->"
		}
		fmt.Fprintf(&f.b, "  n%d %s|%q| n%d\n", f.step(q), line, p.Rule, n)
	}
	return n
}

func (f *flowchart) node(p *Step) int {
	n := len(f.number)
	f.number[p.Triple] = n
	open, end := "[", "]"
	lines := []string{p.Subject.Label, p.Predicate.Label, p.Object.Label}
	switch p.Rule {
	case "asserted":
		open, end = "(", ")"
		lines = append(lines, p.Cells...)
	case "absent":
		lines = append(lines, f.words.missing)
	}
	for i, line := range lines {
		lines[i] = mermaidEscaper.Replace(line)
	}
	fmt.Fprintf(&f.b, "  n%d%s\"%s\"%s\n", n, open, strings.Join(lines, "<br>"), end)
	return n
}

// mermaidEscaper keeps what a label says from being read as markup.
var mermaidEscaper = strings.NewReplacer("#", "#35;", `"`, "#quot;", "<", "#lt;", ">", "#gt;", "\\", "#92;", "\n", " ")
