package doctor

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"policygraph/graph"
)

// Intake is what one harvester takes of an export.
type Intake struct {
	Harvester string // the program
	Portal    Portal
	Reads     string // the document, as it is registered

	Stops         Text     // why it takes nothing; empty where it goes on
	Datasets      []string // by what it knows them by
	Distributions int
	Services      int
	Titles        map[string]int // by language: how many of the datasets have one
	Statements    int            // the most that it copies for one dataset; 0: it does not copy
	Loses         []Text         // what it leaves out, and why
	Removes       []string       // datasets that it held and would delete
}

// harvester is one reader, as its source says that it reads.
type harvester struct {
	name   string
	portal Portal
	stops  []string // rules that end its reading
	blank  bool     // whether it takes datasets without an address
	all    bool     // whether it looks into named graphs
	key    string   // the property that it must know a dataset by; empty: its address
	tags   [2]int   // how long a keyword may be; zero: it does not mind
	copies bool     // whether it copies all that a dataset leads to
	paged  bool     // whether it reads further pages
}

// harvesters are those that are known, in the order of reports.
var harvesters = []harvester{
	{
		name: "fdk-harvester", portal: DataNorge, copies: true,
		stops: []string{"status", "redirect", "slow", "gzip", "size-75", "syntax", "utf-8", "invalid-iri", "xml-name", "control-character"},
	},
	{
		name: "piveau", portal: DataEuropa, blank: true, paged: true,
		stops: []string{"status", "slow", "syntax", "utf-8", "invalid-iri", "paging-total", "paging-scheme"},
	},
	{
		name: "ckanext-dcat", portal: CKAN, blank: true, all: true, tags: [2]int{2, 100}, paged: true,
		stops: []string{"status", "slow", "media-type", "size-50", "byte-order-mark", "utf-8", "syntax", "invalid-iri", "remote-context", "title", "paging-loop"},
	},
	{
		name: "udata", portal: Udata, blank: true, key: "dct:identifier", tags: [2]int{3, 96}, paged: true,
		stops: []string{"status", "slow", "media-type", "byte-order-mark", "utf-8", "syntax", "invalid-iri", "remote-context"},
	},
}

// intakes lets each harvester read the document that portals are given.
func (e *examination) intakes() (list []Intake, err error) {
	var before []string
	if e.o.Previous != nil {
		if before, err = identities(e.ctx, e.o.Previous); err != nil {
			return nil, err
		}
	}
	for i := range harvesters {
		list = append(list, harvesters[i].take(e, before))
	}
	return list, nil
}

// take is what the harvester makes of an export, and which of the datasets that it
// held before it deletes.
func (h *harvester) take(e *examination, before []string) Intake {
	d := e.registered()
	in := Intake{Harvester: h.name, Portal: h.portal, Reads: d.path, Titles: make(map[string]int)}
	if r := h.stopped(e, d); r != nil {
		in.Stops = r.Wrong
		return in
	}
	if d.data == nil {
		in.Stops = Text{"Dokumentet kan ikke leses.", "The document cannot be read."}
		return in
	}
	seen := h.look(d)
	for _, id := range seen.instances("dcat:Dataset") {
		h.dataset(&in, seen, id)
	}
	in.Services = len(seen.instances("dcat:DataService"))
	if len(in.Datasets) == 0 {
		in.Loses = append(in.Loses, Text{"finner ingen datasett, og sletter alt det hadde", "finds no dataset, and deletes all that it held"})
	}
	if !h.paged && slices.ContainsFunc(seen.views(), func(id graph.ID) bool { return len(seen.next(id)) > 0 }) {
		in.Loses = append(in.Loses, Text{"tar første side for alt", "takes the first page for the whole"})
	}
	for _, name := range before {
		if !slices.Contains(in.Datasets, name) {
			in.Removes = append(in.Removes, name)
		}
	}
	return in
}

// stopped is the rule that ends the reading of the document, if one does.
func (h *harvester) stopped(e *examination, d *document) *Rule {
	for _, f := range e.findings {
		if slices.Contains(h.stops, f.Rule.ID) && f.in(d.path) {
			return f.Rule
		}
	}
	return nil
}

// look is the document as far as the harvester looks.
func (h *harvester) look(d *document) *document {
	if h.all || len(d.data.Graphs()) == 0 || len(d.data.Graphs()) == 1 && d.data.Graphs()[0].Name() == 0 {
		return d
	}
	var b graph.Builder
	for q := range d.data.Match(graph.Pattern{Graph: graph.DefaultGraph}) {
		if b.Add(q) != nil {
			continue // terms of a dataset are valid
		}
	}
	seen := *d
	seen.data = b.Dataset()
	return &seen
}

// dataset takes one dataset, or says why not.
func (h *harvester) dataset(in *Intake, d *document, id graph.ID) {
	name := d.name(id)
	if d.data.Kind(id) == graph.KindBNode && !h.blank {
		in.Loses = append(in.Loses, Text{name + " har ingen adresse", name + " has no address"})
		return
	}
	if h.key != "" && len(d.values(id, h.key)) == 0 {
		in.Loses = append(in.Loses, Text{name + " har ingen " + h.key, name + " has no " + h.key})
		return
	}
	in.Datasets = append(in.Datasets, name)
	in.Distributions += len(d.values(id, "dcat:distribution"))
	languages := make(map[string]bool)
	for _, title := range d.values(id, "dct:title") {
		languages[d.data.Aux(title)] = true
	}
	for l := range languages {
		in.Titles[l]++
	}
	h.keywords(in, d, id)
	if h.copies {
		in.Statements = max(in.Statements, d.copied(id))
	}
}

// keywords says which keywords of a dataset are lost.
func (h *harvester) keywords(in *Intake, d *document, id graph.ID) {
	if h.tags == [2]int{} {
		return
	}
	for _, k := range d.values(id, "dcat:keyword") {
		text := d.data.Text(k)
		if n := utf8.RuneCountInString(text); n < h.tags[0] || n > h.tags[1] || strings.ContainsAny(text, ",/;") {
			in.Loses = append(in.Loses, Text{fmt.Sprintf("søkeordet %q", text), fmt.Sprintf("the keyword %q", text)})
		}
	}
}

// copied is how many statements can be reached from a dataset.
func (d *document) copied(id graph.ID) (n int) {
	for s := range d.reached(id) {
		n += d.data.Union().Count(s, 0, 0)
	}
	return n
}
