package shacl

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// component is a constraint component of SHACL Core (4).
type component struct {
	name      string // without "ConstraintComponent"
	parameter string // whose values make a constraint each
	once      bool   // whether a shape may have one such value only
	onPaths   bool   // whether it is for property shapes only

	// compile makes the constraint of shape n for one value of the parameter,
	// nil where the value asks nothing.
	compile func(c *compiler, n graph.ID, s *shape, id graph.ID) (starter, Phrase, error)
}

// core is all of them, in the order of the recommendation.
var core []component

func init() {
	core = []component{
		{"Class", "class", false, false, classes},
		{"Datatype", "datatype", true, false, datatype},
		{"NodeKind", "nodeKind", true, false, nodeKind},
		{"MinCount", "minCount", true, true, minCount},
		{"MaxCount", "maxCount", true, true, maxCount},
		{"MinExclusive", "minExclusive", true, false, bounded("above", value.GT)},
		{"MinInclusive", "minInclusive", true, false, bounded("not below", value.GE)},
		{"MaxExclusive", "maxExclusive", true, false, bounded("below", value.LT)},
		{"MaxInclusive", "maxInclusive", true, false, bounded("not above", value.LE)},
		{"MinLength", "minLength", true, false, length("at least", func(n, limit int) bool { return n >= limit })},
		{"MaxLength", "maxLength", true, false, length("at most", func(n, limit int) bool { return n <= limit })},
		{"Pattern", "pattern", true, false, pattern},
		{"LanguageIn", "languageIn", true, false, languageIn},
		{"UniqueLang", "uniqueLang", true, true, uniqueLang},
		{"Equals", "equals", false, false, pair("the same values as those of %s", equals)},
		{"Disjoint", "disjoint", false, false, pair("no value of %s", disjoint)},
		{"LessThan", "lessThan", false, true, pair("a value below those of %s", lessThan(value.LT))},
		{"LessThanOrEquals", "lessThanOrEquals", false, true, pair("a value not above those of %s", lessThan(value.LE))},
		{"Not", "not", false, false, not},
		{"And", "and", false, false, logical("each", func(n, of int) bool { return n == of })},
		{"Or", "or", false, false, logical("at least one", func(n, _ int) bool { return n > 0 })},
		{"Xone", "xone", false, false, logical("exactly one", func(n, _ int) bool { return n == 1 })},
		{"Node", "node", false, false, node},
		{"Property", "property", false, false, property},
		{"QualifiedMinCount", "qualifiedMinCount", true, true, qualified("at least", func(n, limit int) bool { return n >= limit })},
		{"QualifiedMaxCount", "qualifiedMaxCount", true, true, qualified("at most", func(n, limit int) bool { return n <= limit })},
		{"Closed", "closed", true, false, closed},
		{"HasValue", "hasValue", false, false, hasValue},
		{"In", "in", true, false, in},
	}
}

// classes is sh:class (4.1.1).
func classes(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	class, err := c.iri(id)
	return each(func(v *validation) func(graph.ID) bool {
		return v.instanceOf(v.intern(class))
	}), about("an instance of %s", class), err
}

// checked are the datatypes of which lexical forms are checked: those that
// values are understood of.
func checked(datatype quad.IRI) bool {
	name, ok := strings.CutPrefix(string(datatype), xsd)
	return ok && strings.Contains(" boolean decimal integer float double dateTime date time gYear gYearMonth gMonth gMonthDay gDay duration"+
		" dayTimeDuration yearMonthDuration dateTimeStamp nonPositiveInteger negativeInteger long int short byte nonNegativeInteger"+
		" unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger ", " "+name+" ")
}

// datatype is sh:datatype (4.1.2).
func datatype(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	datatype, err := c.iri(id)
	understood := checked(datatype)
	return each(func(v *validation) func(graph.ID) bool {
		return func(n graph.ID) bool {
			switch v.kind(n) {
			case graph.KindString:
				return datatype == graph.XSDString
			case graph.KindLangString:
				return datatype == rdf+"langString"
			case graph.KindTypedString:
				return v.aux(n) == string(datatype) && (!understood || v.value(n).Kind() != value.Other)
			}
			return false
		}
	}), about("a literal of %s", datatype), err
}

// nodeKinds are the kinds of node of sh:nodeKind, and how people say them.
var nodeKinds = map[quad.IRI]struct {
	text                string
	iri, blank, literal bool
}{
	sh + "BlankNode":          {"a blank node", false, true, false},
	sh + "IRI":                {"an IRI", true, false, false},
	sh + "Literal":            {"a literal", false, false, true},
	sh + "BlankNodeOrIRI":     {"a blank node or an IRI", true, true, false},
	sh + "BlankNodeOrLiteral": {"a blank node or a literal", false, true, true},
	sh + "IRIOrLiteral":       {"an IRI or a literal", true, false, true},
}

// nodeKind is sh:nodeKind (4.1.3).
func nodeKind(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	name, _ := c.iri(id)
	kind, known := nodeKinds[name]
	if !known {
		return nil, Phrase{}, fmt.Errorf("expected a node kind such as sh:IRI, found %s", c.data.Term(id))
	}
	return each(func(v *validation) func(graph.ID) bool {
		return func(n graph.ID) bool {
			switch v.kind(n) {
			case graph.KindIRI:
				return kind.iri
			case graph.KindBNode:
				return kind.blank
			}
			return kind.literal
		}
	}), words("%s", kind.text), nil
}

// minCount is sh:minCount (4.2.1).
func minCount(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	least, err := c.number(id)
	return count(func(n int) bool { return n >= least }), words("at least %s", counted(least, "value")), err
}

// maxCount is sh:maxCount (4.2.2).
func maxCount(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	most, err := c.number(id)
	return count(func(n int) bool { return n <= most }), words("at most %s", counted(most, "value")), err
}

// count is a constraint on the number of value nodes.
func count(passes func(n int) bool) starter {
	return func(_ *validation, _ *bound, k *constraint) check {
		return func(at *visit) {
			if n := len(at.values); !passes(n) {
				at.lacks(k, counted(n, "value"))
			}
		}
	}
}

// bounded is sh:minExclusive and the like (4.3).
func bounded(how string, op value.Operator) func(*compiler, graph.ID, *shape, graph.ID) (starter, Phrase, error) {
	return func(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
		limit := c.data.Term(id)
		if c.resource(id) {
			return nil, Phrase{}, fmt.Errorf("expected a literal, found %s", limit)
		}
		right := value.Of(limit)
		return each(func(v *validation) func(graph.ID) bool {
			return func(n graph.ID) bool { return v.kind(n).IsLiteral() && op.Apply(v.value(n), right) == value.True }
		}), about("a value "+how+" %s", limit), nil
	}
}

// length is sh:minLength and sh:maxLength (4.4.1, 4.4.2). A blank node has no
// text, not even one of length 0.
func length(how string, passes func(n, limit int) bool) func(*compiler, graph.ID, *shape, graph.ID) (starter, Phrase, error) {
	return func(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
		limit, err := c.number(id)
		return each(func(v *validation) func(graph.ID) bool {
			return func(n graph.ID) bool {
				return v.kind(n) != graph.KindBNode && passes(utf8.RuneCountInString(v.text(n)), limit)
			}
		}), words("a text of %s %s", how, counted(limit, "character")), err
	}
}

// pattern is sh:pattern with sh:flags (4.4.3).
func pattern(c *compiler, n graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	text, err := c.text(id)
	if err != nil {
		return nil, Phrase{}, err
	}
	flags := ""
	if f := c.atMostOne(n, "flags"); f != 0 {
		if flags, err = c.text(f); err != nil {
			return nil, Phrase{}, fmt.Errorf("sh:flags: %w", err)
		}
	}
	re, err := value.Regexp(text, flags)
	return each(func(v *validation) func(graph.ID) bool {
		return func(n graph.ID) bool { return v.kind(n) != graph.KindBNode && re.MatchString(v.text(n)) }
	}), about("a text that matches %s", quad.String(text)), err
}

// languageIn is sh:languageIn (4.4.4).
func languageIn(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	members, err := c.list(id)
	var ranges []string
	var names []quad.Value
	for _, m := range members {
		text, wrong := c.text(m)
		err = errors.Join(err, wrong)
		ranges, names = append(ranges, strings.ToLower(text)), append(names, c.data.Term(m))
	}
	return each(func(v *validation) func(graph.ID) bool {
		return func(n graph.ID) bool { return v.kind(n) == graph.KindLangString && langMatches(v.aux(n), ranges) }
	}), listed("a text in one of the languages", names), err
}

// langMatches is basic filtering of RFC 4647 with any of several ranges, all in
// lower case.
func langMatches(lang string, ranges []string) bool {
	for _, r := range ranges {
		rest, ok := strings.CutPrefix(lang, r)
		if r == "*" || ok && (rest == "" || rest[0] == '-') {
			return true
		}
	}
	return false
}

// uniqueLang is sh:uniqueLang (4.4.5).
func uniqueLang(c *compiler, _ graph.ID, _ *shape, id graph.ID) (starter, Phrase, error) {
	yes, err := c.boolean(id)
	if err != nil || !yes {
		return nil, Phrase{}, err
	}
	return func(v *validation, _ *bound, k *constraint) check {
		times := make(map[string]int)
		return func(at *visit) {
			if len(at.values) < 2 {
				return
			}
			clear(times)
			for _, n := range at.values {
				if v.kind(n) != graph.KindLangString {
					continue
				}
				lang := v.aux(n)
				if times[lang]++; times[lang] == 2 {
					at.report(k, Result{Found: words("several in %q", lang)})
				}
			}
		}
	}, words("one value for each language"), nil
}
