package reference

import (
	"slices"
	"strconv"

	"github.com/cayleygraph/quad"

	"policygraph/ontology"
)

const sh = "http://www.w3.org/ns/shacl#"

// The terms of SHACL that the shapes use.
const (
	shPath                quad.IRI = sh + "path"
	shTargetClass         quad.IRI = sh + "targetClass"
	shTargetSubjectsOf    quad.IRI = sh + "targetSubjectsOf"
	shTargetObjectsOf     quad.IRI = sh + "targetObjectsOf"
	shProperty            quad.IRI = sh + "property"
	shMessage             quad.IRI = sh + "message"
	shSeverity            quad.IRI = sh + "severity"
	shWarning             quad.IRI = sh + "Warning"
	shMinCount            quad.IRI = sh + "minCount"
	shMaxCount            quad.IRI = sh + "maxCount"
	shClass               quad.IRI = sh + "class"
	shDatatype            quad.IRI = sh + "datatype"
	shNodeKind            quad.IRI = sh + "nodeKind"
	shIRI                 quad.IRI = sh + "IRI"
	shIn                  quad.IRI = sh + "in"
	shHasValue            quad.IRI = sh + "hasValue"
	shPattern             quad.IRI = sh + "pattern"
	shMinLength           quad.IRI = sh + "minLength"
	shMinInclusive        quad.IRI = sh + "minInclusive"
	shMaxInclusive        quad.IRI = sh + "maxInclusive"
	shUniqueLang          quad.IRI = sh + "uniqueLang"
	shLanguageIn          quad.IRI = sh + "languageIn"
	shLessThanOrEquals    quad.IRI = sh + "lessThanOrEquals"
	shDisjoint            quad.IRI = sh + "disjoint"
	shNode                quad.IRI = sh + "node"
	shNot                 quad.IRI = sh + "not"
	shOr                  quad.IRI = sh + "or"
	shQualifiedValueShape quad.IRI = sh + "qualifiedValueShape"
	shQualifiedMinCount   quad.IRI = sh + "qualifiedMinCount"
	shQualifiedMaxCount   quad.IRI = sh + "qualifiedMaxCount"
	shAlternativePath     quad.IRI = sh + "alternativePath"
	shInversePath         quad.IRI = sh + "inversePath"
)

// shapes are what must hold, in the order of the file.
type shapes struct {
	doc *document
	all []*shape // those that can be reported: they have a message
}

// shape is a shape that can be reported. Its name begins with that of its rule.
type shape struct {
	node     quad.IRI
	name     string
	path     quad.Value // nil for a shape about the whole thing
	classes  []quad.IRI // what it applies to, itself or through shapes that have it
	subjects []quad.IRI // applies to the subjects of these properties
	objects  []quad.IRI // applies to the values of these properties
	mentions []quad.IRI // properties that it speaks of
}

func (s *shape) rule() string { return s.name[:3] }

func readShapes() (*shapes, error) {
	d, err := readDocument("shapes.ttl", ontology.Shapes())
	if err != nil {
		return nil, err
	}
	all := &shapes{doc: d}
	for _, s := range d.subjects {
		iri, ok := s.(quad.IRI)
		if !ok || len(d.all(s, shMessage)) == 0 {
			continue
		}
		name := string(iri)[len(ontology.ShapesIRI)+1:]
		one := &shape{node: iri, name: name, path: d.one(s, shPath)}
		for _, from := range append(d.having(shProperty, s), iri) {
			one.classes = append(one.classes, d.iris(from, shTargetClass)...)
			one.subjects = append(one.subjects, d.iris(from, shTargetSubjectsOf)...)
			one.objects = append(one.objects, d.iris(from, shTargetObjectsOf)...)
		}
		all.mentioned(iri, &one.mentions)
		all.all = append(all.all, one)
	}
	return all, nil
}

// mentioned adds the properties that a shape speaks of, at any depth.
func (x *shapes) mentioned(node quad.Value, list *[]quad.IRI) {
	for _, p := range []quad.IRI{shLessThanOrEquals, shDisjoint} {
		*list = append(*list, x.doc.iris(node, p)...)
	}
	x.inPath(x.doc.one(node, shPath), list)
	for _, p := range []quad.IRI{shProperty, shNode, shNot, shQualifiedValueShape} {
		for _, o := range x.doc.all(node, p) {
			x.mentioned(o, list)
		}
	}
	for _, head := range x.doc.all(node, shOr) {
		for _, o := range x.doc.list(head) {
			x.mentioned(o, list)
		}
	}
}

func (x *shapes) inPath(path quad.Value, list *[]quad.IRI) {
	switch p := path.(type) {
	case quad.IRI:
		*list = append(*list, p)
	case quad.BNode:
		for _, step := range x.steps(p) {
			x.inPath(step, list)
		}
	}
}

// steps are the parts of a path that is not a property.
func (x *shapes) steps(path quad.BNode) []quad.Value {
	if inverse := x.doc.one(path, shInversePath); inverse != nil {
		return []quad.Value{inverse}
	}
	if head := x.doc.one(path, shAlternativePath); head != nil {
		return x.doc.list(head)
	}
	return x.doc.list(path)
}

// on are the shapes that apply to a class of its own, not through a superclass.
func (x *shapes) on(class quad.IRI) []*shape {
	return x.where(func(s *shape) bool { return slices.Contains(s.classes, class) })
}

// about are the shapes that speak of a property.
func (x *shapes) about(property quad.IRI) []*shape {
	return x.where(func(s *shape) bool { return slices.Contains(s.mentions, property) })
}

func (x *shapes) where(holds func(*shape) bool) []*shape {
	var list []*shape
	for _, s := range x.all {
		if holds(s) {
			list = append(list, s)
		}
	}
	return list
}

// count is a whole number that a shape gives, or otherwise.
func (x *shapes) count(node quad.Value, p quad.IRI, otherwise int) int {
	n, err := strconv.Atoi(lexical(x.doc.one(node, p)))
	if err != nil {
		return otherwise
	}
	return n
}

// lexical is a literal as it is written.
func lexical(v quad.Value) string {
	switch l := v.(type) {
	case quad.String:
		return string(l)
	case quad.TypedString:
		return string(l.Value)
	case quad.LangString:
		return string(l.Value)
	}
	return ""
}

// warns is true of a shape whose breach is not an error.
func (x *shapes) warns(s *shape) bool { return x.doc.has(s.node, shSeverity, shWarning) }

// many is how many values of a property things of some classes have: from least, to most,
// -1 being no bound. Warnings do not count; what is asked for in each of several languages
// adds up.
func (x *shapes) many(classes []quad.IRI, property quad.IRI) (least, most int) {
	most = -1
	languages := 0
	for _, s := range x.all {
		if x.warns(s) || !s.on(classes, property) {
			continue
		}
		if x.doc.one(x.doc.one(s.node, shQualifiedValueShape), shLanguageIn) != nil {
			languages += x.count(s.node, shQualifiedMinCount, 0)
		}
		least = max(least, languages, x.count(s.node, shMinCount, 0))
		if n := x.count(s.node, shMaxCount, -1); n >= 0 && (most < 0 || n < most) {
			most = n
		}
	}
	return least, most
}

// kind is what the values of a property are by the shapes on it: a class, a datatype, or
// IRI, "" where they do not say.
func (x *shapes) kind(classes []quad.IRI, property quad.IRI) quad.IRI {
	for _, p := range []quad.IRI{shClass, shDatatype, shNodeKind} {
		if found, ok := x.first(classes, property, p).(quad.IRI); ok {
			return found
		}
	}
	return ""
}

// list is the list that the values of a property are from, nil where there is none.
func (x *shapes) list(classes []quad.IRI, property quad.IRI) quad.Value {
	return x.first(classes, property, shIn)
}

// first is the first value of a constraint among the shapes on a property of some classes.
func (x *shapes) first(classes []quad.IRI, property, constraint quad.IRI) quad.Value {
	for _, s := range x.all {
		if v := x.doc.one(s.node, constraint); v != nil && s.on(classes, property) {
			return v
		}
	}
	return nil
}

// on is true of a shape on just that property, of one of the classes.
func (s *shape) on(classes []quad.IRI, property quad.IRI) bool {
	return s.path == quad.Value(property) && slices.ContainsFunc(s.classes, func(c quad.IRI) bool { return slices.Contains(classes, c) })
}
