package ontology_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/ontology"
	"policygraph/ontology/vocab"
)

// Words of SHACL that the tests look for.
const (
	sh                quad.IRI = "http://www.w3.org/ns/shacl#"
	shNodeShape                = sh + "NodeShape"
	shPropertyShape            = sh + "PropertyShape"
	shTargetClass              = sh + "targetClass"
	shProperty                 = sh + "property"
	shPath                     = sh + "path"
	shAlternativePath          = sh + "alternativePath"
	shInversePath              = sh + "inversePath"
	shIn                       = sh + "in"
	shMaxCount                 = sh + "maxCount"
	shMessage                  = sh + "message"
	shSeverity                 = sh + "severity"
)

// constraints are the words that make a shape one that can be broken.
var constraints = []quad.IRI{
	sh + "class", sh + "datatype", sh + "nodeKind", sh + "minCount", shMaxCount, sh + "minInclusive", sh + "maxInclusive",
	sh + "minLength", sh + "pattern", sh + "uniqueLang", sh + "lessThanOrEquals", sh + "disjoint", sh + "hasValue", shIn,
	sh + "qualifiedMinCount", sh + "qualifiedMaxCount", sh + "or", sh + "xone", sh + "not", sh + "node",
}

// rule is the local name of a shape: the number of its rule, then a word.
var rule = regexp.MustCompile(`^S[0-4][0-9](-[a-z]+)*$`)

// shapes returns the named shapes of both sorts.
func (d *document) shapes() []quad.Value {
	return slices.Concat(d.of(shNodeShape), d.of(shPropertyShape))
}

func TestEveryShapeIsNamedByItsRule(t *testing.T) {
	d := readShapes(t)
	for _, s := range d.shapes() {
		name, ok := strings.CutPrefix(string(s.(quad.IRI)), string(ontology.ShapesIRI)+"#")
		if !ok || !rule.MatchString(name) {
			t.Errorf("%v is not the name of a rule", s)
		}
	}
}

func TestEveryShapeThatCanBeBrokenSaysHow(t *testing.T) {
	d := readShapes(t)
	for _, s := range d.shapes() {
		canBreak := slices.ContainsFunc(constraints, func(c quad.IRI) bool { return len(d.all(s, c)) > 0 })
		want := ""
		if canBreak {
			want = "en nb"
		}
		if got := languages(d.texts(t, s, shMessage)); got != want {
			t.Errorf("%v has messages in %q, want %q", s, got, want)
		}
		if canBreak && d.has(s, vocab.RDFType, shNodeShape) && len(d.all(s, shProperty)) > 0 {
			t.Errorf("%v is both a rule and a list of rules", s)
		}
	}
}

func TestEveryShapeIsUsed(t *testing.T) {
	d := readShapes(t)
	listed := map[quad.Value]bool{}
	for _, s := range d.of(shNodeShape) {
		if len(d.all(s, shTargetClass)) == 0 && len(d.all(s, sh+"targetSubjectsOf")) == 0 {
			t.Errorf("%v has no target", s)
		}
		for _, p := range d.all(s, shProperty) {
			listed[p] = true
			if !d.has(p, vocab.RDFType, shPropertyShape) {
				t.Errorf("%v lists %v, which is not a named property shape", s, p)
			}
		}
	}
	for _, p := range d.of(shPropertyShape) {
		if !listed[p] {
			t.Errorf("%v is in no rule", p)
		}
	}
}

func TestShapesSpeakOfTermsThatExist(t *testing.T) {
	known, d := terms(readOntology(t)), readShapes(t)
	for _, s := range d.subjects {
		for _, objects := range d.objects[s] {
			for _, o := range objects {
				if ours(o) && !known[o] {
					t.Errorf("%v: there is no %v", s, o)
				}
			}
		}
	}
}

func TestEveryClassIsTargeted(t *testing.T) {
	d, targets := readOntology(t), classesOf(readShapes(t))
	abstract := []quad.Value{vocab.Factor, vocab.Statement}
	for _, c := range d.of(vocab.OWLClass) {
		if ours(c) && !slices.Contains(abstract, c) && targets[c] == nil {
			t.Errorf("no rule is on %v", c)
		}
	}
}

// Properties that stand in data only when the closure is computed: named
// inverses and the properties above those that are asserted.
var inferredOnly = []quad.Value{
	vocab.Influences, vocab.AddressedBy, vocab.EvaluatedBy, vocab.HasFinding, vocab.BearsOn,
}

func TestEveryAssertedPropertyIsInARule(t *testing.T) {
	paths := map[quad.Value]bool{vocab.CausalStrength: true} // on codes, which are not data
	for _, onClass := range classesOf(readShapes(t)) {
		for p := range onClass {
			paths[p] = true
		}
	}
	paths[vocab.ConflictsWith] = true // targeted by its subjects and objects
	for _, p := range properties(readOntology(t)) {
		if paths[p] == slices.Contains(inferredOnly, p) {
			t.Errorf("%v is in a rule: %v", p, paths[p])
		}
	}
}

// The list of codes in a shape is the whole code list, in its order, and each
// code list is in a shape of the one property that takes it.
func TestShapesHoldTheWholeCodeLists(t *testing.T) {
	d := readShapes(t)
	listed := map[quad.IRI]bool{}
	for _, s := range d.of(shPropertyShape) {
		path, _ := d.one(s, shPath).(quad.IRI)
		scheme, coded := vocab.SchemeOf(path)
		members := d.list(d.one(s, shIn))
		if !coded || members == nil {
			continue
		}
		listed[path] = true
		var want []quad.Value
		for _, c := range scheme.Codes {
			want = append(want, c.IRI)
		}
		if !slices.Equal(members, want) {
			t.Errorf("%v lists %v, want %v", s, members, want)
		}
	}
	for _, s := range vocab.Schemes() {
		if !listed[s.Property] {
			t.Errorf("no shape lists the codes of %v", s.Property)
		}
	}
}

func TestSeverityIsViolationOrWarning(t *testing.T) {
	d := readShapes(t)
	for _, s := range d.shapes() {
		for _, severity := range d.all(s, shSeverity) {
			if severity != quad.Value(sh+"Warning") {
				t.Errorf("%v has the severity %v", s, severity)
			}
		}
	}
}

// A use is how the rules speak of a property on a class.
type use struct{ atMostOne bool }

// classesOf returns, for each class that a rule targets, the properties the
// rules speak of there.
func classesOf(d *document) map[quad.Value]map[quad.Value]use {
	classes := map[quad.Value]map[quad.Value]use{}
	for _, s := range d.of(shNodeShape) {
		for _, c := range d.all(s, shTargetClass) {
			if classes[c] == nil {
				classes[c] = map[quad.Value]use{}
			}
			for _, p := range d.all(s, shProperty) {
				d.addUses(classes[c], p)
			}
		}
	}
	return classes
}

// addUses notes the properties at the start of the path of a property shape,
// unless it is there to forbid them.
func (d *document) addUses(uses map[quad.Value]use, shape quad.Value) {
	path := d.one(shape, shPath)
	one, _ := d.one(shape, shMaxCount).(quad.TypedString)
	switch {
	case one.Value == "0":
	case d.one(path, shAlternativePath) != nil:
		for _, p := range d.list(d.one(path, shAlternativePath)) {
			uses[p] = use{uses[p].atMostOne}
		}
	case d.one(path, shInversePath) != nil:
	case d.one(path, vocab.RDFFirst) != nil:
		first := d.one(path, vocab.RDFFirst)
		uses[first] = use{uses[first].atMostOne}
	default:
		uses[path] = use{uses[path].atMostOne || one.Value == "1"}
	}
}
