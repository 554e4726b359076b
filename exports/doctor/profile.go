package doctor

import (
	"fmt"
	"strings"
	"sync"

	"policygraph/exports/catalogue"
	"policygraph/graph"
	"policygraph/graph/shacl"
	"policygraph/graph/turtle"
)

// Profile is a set of shapes that portals hold a catalogue against.
type Profile struct {
	ID       string // as reports and --shapes name it
	Title    string
	letter   string // in the table of obligations
	Severity Severity
	Portals  []Portal

	// Dialects are the names of those dialects of the catalogue that are to satisfy
	// it. The vocabularies of DCAT-AP 3.0.1 are asked of the bridge alone: no document
	// with a checksum can satisfy them.
	Dialects []string
}

var (
	bridge = catalogue.Bridge.Name
	three  = catalogue.DCATAP3.Name
	two    = catalogue.DCATAP2.Name
)

// Profiles are the eight sets, in order. A caller must not change it.
var Profiles = []Profile{
	{"dcat-ap-3", "DCAT-AP 3.0.1", "E", Refuse, []Portal{DataEuropa}, []string{bridge, three}},
	{"dcat-ap-3-generated", "DCAT-AP 3.0.1, generated shapes", "G", Score, []Portal{DataEuropa}, []string{bridge, three}},
	{"dcat-ap-3-vocabularies", "DCAT-AP 3.0.1, vocabularies", "V", Score, []Portal{DataEuropa}, []string{bridge}},
	{"dcat-ap-no-3", "DCAT-AP-NO 3.0", "N", Refuse, []Portal{DataNorge}, []string{bridge, three}},
	{"dcat-ap-2", "DCAT-AP 2.1.1", "e", Refuse, []Portal{DataEuropa}, []string{bridge, two}},
	{"dcat-ap-2-vocabularies", "DCAT-AP 2.1.1, vocabularies", "v", Score, []Portal{DataEuropa}, []string{bridge, two}},
	{"dcat-ap-no-2", "DCAT-AP-NO 2.2", "n", Refuse, []Portal{DataNorge}, []string{bridge, two}},
	{"data-norge-score", "data.norge.no, quality score", "s", Score, []Portal{DataNorge}, []string{bridge, two}},
}

// letters are those of all profiles.
const letters = "EGVNevns"

// Turtle is what the profile asks, as SHACL shapes.
func (p *Profile) Turtle() string {
	var b strings.Builder
	for _, name := range []string{"sh", "skos"} {
		ns := prefixes[name]
		if name == "sh" {
			ns = shacl.Namespace
		}
		fmt.Fprintf(&b, "@prefix %s: <%s> .\n", name, ns)
	}
	for _, o := range obligations() {
		if !strings.Contains(o.profiles, p.letter) {
			continue
		}
		b.WriteString("\n[] a sh:NodeShape")
		for _, t := range o.targets {
			if pointing, ok := strings.CutPrefix(t, "^"); ok {
				fmt.Fprintf(&b, " ; sh:targetObjectsOf %s", ref(pointing))
				continue
			}
			fmt.Fprintf(&b, " ; sh:targetClass %s", ref(t))
		}
		for _, w := range o.words {
			if table, ok := strings.CutPrefix(w, ifAny); ok {
				b.WriteString(noneOrSome(o.path, table))
				continue
			}
			fmt.Fprintf(&b, " ;\n    sh:property [ sh:path %s ; %s ]", pathOf(o.path), shaped(w))
		}
		b.WriteString(" .\n")
	}
	return b.String()
}

// ifAny is a word about a property that may be missing, so that it is about the
// node and not about the values.
const ifAny = "if-any-some-of:"

func noneOrSome(path []string, table string) string {
	w, a, _ := parse("some-of:" + table)
	return fmt.Sprintf(" ;\n    sh:message %s@nb, %s@en ; sh:or ( [ sh:property [ sh:path %[3]s ; sh:maxCount 0 ] ] [ sh:property [ sh:path %[3]s ; %s ] ] )",
		quoted(short(path[0])+": "+fmt.Sprintf(w.nb, table)), quoted(short(path[0])+": "+fmt.Sprintf(w.en, table)), pathOf(path), w.shape(a))
}

func pathOf(iris []string) string {
	if len(iris) == 1 {
		return ref(iris[0])
	}
	return "[ sh:alternativePath ( " + refs(iris) + " ) ]"
}

// compiled are the shapes of each profile, by its ID.
var compiled = sync.OnceValues(func() (map[string]*shacl.Shapes, error) {
	all := make(map[string]*shacl.Shapes, len(Profiles))
	for i := range Profiles {
		p := &Profiles[i]
		shapes, err := compile(p.Turtle(), p.ID)
		if err != nil {
			return nil, fmt.Errorf("shapes of %s: %w", p.Title, err)
		}
		all[p.ID] = shapes
	}
	return all, nil
})

func compile(text, name string) (*shacl.Shapes, error) {
	var b graph.Builder
	if err := turtle.ReadRaw(strings.NewReader(text), turtle.ReadOptions{Name: name, BlankPrefix: "shapes_"}, b.AddRaw); err != nil {
		return nil, err
	}
	return shacl.Compile(b.Dataset().Union(), shacl.Options{})
}
