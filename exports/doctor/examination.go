package doctor

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"iter"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"policygraph/exports/quality"
	"policygraph/graph/shacl"
)

// Options say what an export is held against besides the rules.
type Options struct {
	// Previous is an earlier export; nil: none. What it had and this one does not, is
	// what portals would remove.
	Previous Source

	// Expected is the content hash of the data, if it is known.
	Expected string

	// Placeholders are values that the publisher has yet to write, for people.
	Placeholders []string

	// Shapes take the place of those that are built in for a profile, by its ID; those
	// under other names are held against the bridge besides.
	Shapes map[string]*shacl.Shapes
}

// examination is one reading of an export.
type examination struct {
	ctx       context.Context
	source    Source
	o         Options
	files     []string
	manifest  map[string]string // SHA-256 by path; nil where there is none
	documents []*document
	prefix    string // what the addresses of files start with; empty: nobody knows
	answers   map[string]*Answer

	findings []Finding
	outcomes map[string]Outcome
	rated    []quality.Score
}

// manifestName is the file that lists all others.
const manifestName = "SHA256SUMS"

// Examine reads an export and says what is wrong with it. It fails where the
// source does, and where ctx ends; whatever is wrong with the export is in the
// report.
func Examine(ctx context.Context, source Source, o Options) (*Report, error) {
	e := &examination{ctx: ctx, source: source, o: o, outcomes: make(map[string]Outcome), answers: make(map[string]*Answer)}
	if err := e.load(); err != nil {
		return nil, err
	}
	rules := allRules(o)
	for i := range rules {
		if err := e.try(&rules[i]); err != nil {
			return nil, err
		}
	}
	return e.report(rules)
}

// load reads the list of files and the documents of the catalogue.
func (e *examination) load() (err error) {
	if e.files, err = e.source.Files(e.ctx); err != nil {
		return err
	}
	if slices.Contains(e.files, manifestName) {
		a, err := e.get(manifestName)
		if err != nil {
			return err
		}
		e.manifest = make(map[string]string)
		for path, sum := range sums(a.Body) {
			e.manifest[path] = sum
		}
	}
	for _, path := range e.files {
		dialect, ok := isCatalogue(path)
		f, known := formatOf(path)
		if !known || !ok && len(e.files) > 1 {
			continue
		}
		a, err := e.get(path)
		if err != nil {
			return err
		}
		if e.source.Kind() == AtServer && a.Status == http.StatusNotFound && e.manifest[path] == "" && len(e.files) > 1 {
			continue // a syntax that is not served
		}
		d := &document{path: path, dialect: dialect, format: f, answer: a}
		if a.OK() {
			d.read()
		}
		e.documents = append(e.documents, d)
	}
	if len(e.documents) == 0 {
		return fmt.Errorf("%s holds no catalogue: expected a file such as catalog.ttl", e.source.Name())
	}
	e.documents = e.preferred()
	e.prefix = e.addressPrefix()
	return nil
}

// get asks for a file once.
func (e *examination) get(path string) (*Answer, error) {
	if a, asked := e.answers[path]; asked {
		return a, nil
	}
	a, err := e.source.Get(e.ctx, path)
	if err == nil && (path == manifestName || strings.HasPrefix(path, "catalog")) {
		e.answers[path] = a
	}
	return a, err
}

// try tries one rule.
func (e *examination) try(r *Rule) error {
	if err := e.ctx.Err(); err != nil {
		return err
	}
	unread := r.data != nil && !slices.ContainsFunc(e.documents, func(d *document) bool { return d.data != nil })
	if unread || r.applies != nil && !r.applies(e) {
		e.outcomes[r.ID] = Inapplicable
		return nil
	}
	e.outcomes[r.ID] = Passed
	for _, d := range e.documents {
		var places []Place
		switch {
		case r.document != nil:
			places = r.document(d)
		case r.data != nil && d.data != nil:
			places = r.data(d)
		}
		for _, p := range places {
			if p.File == "" {
				p.File = d.path
			}
			e.add(r, p)
		}
	}
	if r.export == nil {
		return nil
	}
	places, err := r.export(e)
	for _, p := range places {
		e.add(r, p)
	}
	return err
}

// add adds a place, or the file to one that says the same.
func (e *examination) add(r *Rule, p Place) {
	e.outcomes[r.ID] = Failed
	for i := range e.findings {
		f := &e.findings[i]
		if f.Rule == r && p.Node != "" && f.Node == p.Node && f.Detail == p.Detail {
			if p.File != f.File && !slices.Contains(f.Also, p.File) {
				f.Also = append(f.Also, p.File)
			}
			return
		}
	}
	e.findings = append(e.findings, Finding{Rule: r, Place: p})
}

// main is the document that portals are given: the bridge as Turtle, else the
// first that was read, else the first.
func (e *examination) main() *document {
	best := e.documents[0]
	for _, d := range e.documents {
		if rank(d) > rank(best) {
			best = d
		}
	}
	return best
}

// registered is the document whose address portals are given, whether or not it
// can be read.
func (e *examination) registered() *document {
	i := slices.IndexFunc(e.documents, func(d *document) bool { return d.dialect == bridge && d.format.Name == "turtle" })
	if i < 0 {
		return e.main()
	}
	return e.documents[i]
}

func rank(d *document) (n int) {
	for i, good := range []bool{d.format.Name == "turtle", d.dialect == bridge, d.data != nil} {
		if good {
			n += 1 << i
		}
	}
	return n
}

// line is one of a manifest, as sha256sum writes them.
var line = regexp.MustCompile(`^([0-9a-f]{64})[ *] ?(.+)$`)

// sums are the paths of a manifest with their sums.
func sums(text []byte) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		lines := bufio.NewScanner(bytes.NewReader(text))
		for lines.Scan() {
			if m := line.FindStringSubmatch(lines.Text()); m != nil && !yield(strings.TrimSpace(m[2]), m[1]) {
				return
			}
		}
	}
}

// addressPrefix is what addresses of files start with: what most download
// addresses have in front of the path of a file.
func (e *examination) addressPrefix() string {
	votes := make(map[string]int)
	d := e.main()
	if d.data == nil {
		return ""
	}
	for _, a := range d.downloads() {
		for _, path := range e.files {
			if before, ok := strings.CutSuffix(a.url, "/"+path); ok {
				votes[before+"/"]++
			}
		}
	}
	best := ""
	for prefix, n := range votes {
		if n > votes[best] || n == votes[best] && (len(prefix) < len(best) || len(prefix) == len(best) && prefix < best) {
			best = prefix
		}
	}
	return best
}

// download is where a distribution is fetched from.
type download struct{ distribution, url string }

// downloads are the download addresses of the document, in order.
func (d *document) downloads() (list []download) {
	for _, id := range d.instances("dcat:Distribution") {
		for _, o := range d.values(id, "dcat:downloadURL") {
			list = append(list, download{d.name(id), d.data.Text(o)})
		}
	}
	return list
}

// pathOf is the path of the file at an address, if it is one of the export.
func (e *examination) pathOf(address string) (string, bool) {
	if e.prefix == "" {
		return "", false
	}
	return strings.CutPrefix(address, e.prefix)
}

// has reports whether the export has a file.
func (e *examination) has(path string) bool {
	_, found := slices.BinarySearch(e.files, path)
	return found
}

// report is what was found.
func (e *examination) report(rules []Rule) (*Report, error) {
	r := &Report{Source: e.source.Name(), Rules: rules, Outcomes: e.outcomes, Documents: len(e.documents), Registered: e.registered().path}
	main := e.main()
	if main.data != nil {
		r.Catalogue = main.catalogue()
		r.Date = main.modified()
		r.Scores = e.scores()
	}
	var err error
	if r.Intakes, err = e.intakes(); err != nil {
		return nil, err
	}
	r.Findings = e.findings
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(severities, a.Rule.Severity), slices.Index(severities, b.Rule.Severity)),
			cmp.Compare(place(rules, a.Rule), place(rules, b.Rule)),
			strings.Compare(a.File, b.File), strings.Compare(a.Node, b.Node), strings.Compare(a.Detail.EN, b.Detail.EN),
		)
	})
	r.Verdicts = verdicts(r)
	return r, nil
}

func place(rules []Rule, r *Rule) int {
	return slices.IndexFunc(rules, func(other Rule) bool { return other.ID == r.ID })
}

// modified is the day on which the catalogue last changed.
func (d *document) modified() string {
	for _, id := range d.instances("dcat:Catalog") {
		for _, o := range d.values(id, "dct:modified") {
			return d.data.Text(o)
		}
	}
	return ""
}

// answersAt reports whether an address answers: those of the export as the source
// says, and all others, which nobody asks.
func (e *examination) answersAt(address string) bool {
	path, ours := e.pathOf(address)
	if !ours || path == "" {
		return true
	}
	if e.source.Kind() != AtServer {
		return e.has(path)
	}
	a, err := e.head(path)
	return err == nil && a.OK()
}

// scores are the points of each dataset, counted once: after all other rules, on
// which they depend.
func (e *examination) scores() []quality.Score {
	if d := e.main(); e.rated == nil && d.data != nil {
		e.rated = quality.Rate(d.data, quality.Options{Answers: e.answersAt, Conforms: e.conforms})
	}
	return e.rated
}

// conforms reports whether DCAT-AP 3.0.1 is kept for a dataset.
func (e *examination) conforms(dataset string) bool {
	return !slices.ContainsFunc(e.findings, func(f Finding) bool {
		return f.Rule.ID == ruleOfProfile("dcat-ap-3") && (f.Node == dataset || f.Node == "")
	})
}
