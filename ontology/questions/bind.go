package questions

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"policygraph/ontology/vocab"
)

// Any is the value of a parameter that leaves everything open, as an empty one
// does.
const Any = "any"

const undef = "UNDEF"

// A ValueError is a value that a parameter cannot have.
type ValueError struct {
	Parameter string
	Value     string
	Expected  string
	Hint      string // the allowed value that was probably meant, or empty
}

// Error is "parameter: expected …, found …; did you mean …?".
func (e *ValueError) Error() string {
	text := fmt.Sprintf("parameter %s: expected %s, found %q", e.Parameter, e.Expected, e.Value)
	if e.Hint != "" {
		text += "; did you mean " + e.Hint + "?"
	}
	return text
}

// Bind returns the query with these values, for data whose addresses begin with
// base; no base means [vocab.Base]. Parameters without a value keep their
// default, and [Any] opens them. All errors of a call are reported together; a
// wrong value is a [ValueError].
func (q *Question) Bind(values map[string]string, base string) (string, error) {
	base, err := checkedBase(base)
	if err != nil {
		return "", err
	}
	terms, err := q.terms(values, base)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	done := 0
	for _, s := range q.slots {
		b.WriteString(q.SPARQL[done:s.start])
		b.WriteString(terms[s.parameter])
		done = s.end
	}
	b.WriteString(q.SPARQL[done:])
	return strings.ReplaceAll(b.String(), vocab.Base, base), nil
}

// terms gives the text for the slots of each parameter.
func (q *Question) terms(values map[string]string, base string) (map[string]string, error) {
	var problems []error
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if _, ok := q.Parameter(name); !ok {
			problems = append(problems, q.noParameter(name))
		}
	}
	terms := make(map[string]string, len(q.Parameters))
	for _, p := range q.Parameters {
		value, given := values[p.Name]
		if !given {
			value = p.Default
		}
		term, err := p.term(localBase(value, base))
		if err != nil {
			problems = append(problems, err)
		}
		terms[p.Name] = term
	}
	return terms, errors.Join(problems...)
}

func (q *Question) noParameter(name string) error {
	names := make([]string, len(q.Parameters))
	for i, p := range q.Parameters {
		names[i] = p.Name
	}
	return fmt.Errorf("question %s has no parameter %q%s; it has %s", q.Name, name, didYouMean(name, names), either(names, "and"))
}

// term writes a value as it stands in the query.
func (p Parameter) term(value string) (string, error) {
	value = strings.TrimSpace(value)
	if value == "" || value == Any {
		return undef, nil
	}
	k, _ := kindOf(p.Kind)
	term, ok := k.term(value)
	values := p.Values()
	if len(values) == 0 {
		if !ok {
			return "", &ValueError{p.Name, value, k.expected, ""}
		}
		return term, nil
	}
	if ok && slices.ContainsFunc(values, func(v string) bool { allowed, _ := k.term(v); return allowed == term }) {
		return term, nil
	}
	return "", &ValueError{p.Name, value, either(values, "or"), nearest(value, values)}
}

// Values returns the values that the parameter may have beside [Any]: those its
// question allows, or all codes of its list. It is empty where they cannot be
// listed without the data.
func (p Parameter) Values() []string {
	if len(p.Allowed) > 0 {
		return slices.Clone(p.Allowed)
	}
	k, _ := kindOf(p.Kind)
	return slices.Clone(k.values)
}

// localBase moves an address below base to the default base.
func localBase(value, base string) string {
	bracket := strings.TrimPrefix(value, "<")
	if rest, ok := strings.CutPrefix(bracket, base); ok {
		return value[:len(value)-len(bracket)] + vocab.Base + rest
	}
	return value
}

// checkedBase refuses what could not be the beginning of an address in a query.
func checkedBase(base string) (string, error) {
	if base == "" {
		return vocab.Base, nil
	}
	if strings.ContainsFunc(base, notInIRI) || !strings.Contains(base, ":") || !strings.HasSuffix(base, "/") {
		return "", fmt.Errorf("expected a base that is an absolute address and ends in a slash, found %q", base)
	}
	return base, nil
}

// notInIRI is true of characters that IRIREF leaves out (SPARQL 1.1, 19.8).
func notInIRI(r rune) bool { return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) }
