package jsonld

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// inverse is an active context turned round: from IRIs to what stands for
// them (section 4.3). prepare computes it; it never changes afterwards.
type inverse struct {
	byIRI      map[string][]*term // in the order in which terms are preferred
	prefixes   []*term
	relative   relativizer
	aliases    map[string]string // keyword to alias
	colonTerms bool              // some term contains a colon
}

// prepare computes the inverse of a context whose terms are all defined.
func (a *active) prepare() {
	a.byIRI, a.aliases = map[string][]*term{}, map[string]string{}
	a.prefixes, a.colonTerms = nil, false
	for _, t := range a.terms {
		a.colonTerms = a.colonTerms || strings.Contains(t.name, ":")
		if t.prefix && t.iri != "" && t.name != "_" {
			a.prefixes = append(a.prefixes, t)
		}
		if t.iri != "" && !t.reverse {
			a.byIRI[t.iri] = append(a.byIRI[t.iri], t)
		}
	}
	slices.SortFunc(a.prefixes, shorterTerm)
	for iri, terms := range a.byIRI {
		slices.SortFunc(terms, shorterTerm)
		if keywords[iri] {
			a.chooseAlias(iri, terms)
		}
	}
	a.relative = newRelativizer(a.base)
}

// chooseAlias finds the alias for a keyword: the first that is no container,
// or for "@type" perhaps a set.
func (a *active) chooseAlias(keyword string, terms []*term) {
	for _, t := range terms {
		if t.container == 0 || keyword == "@type" && t.container == containerSet {
			a.aliases[keyword] = t.name
			return
		}
	}
}

// shorterTerm is the order in which terms are preferred: the shortest first,
// then by code point.
func shorterTerm(x, y *term) int {
	return cmp.Or(cmp.Compare(len(x.name), len(y.name)), strings.Compare(x.name, y.name))
}

// alias is the name to write for a keyword.
func (a *active) alias(keyword string) string {
	if name, ok := a.aliases[keyword]; ok {
		return name
	}
	return keyword
}

// appendID appends an IRI as a JSON string that reads back as the same IRI
// where an "@id" is expected: a compact IRI, an IRI relative to the base, or the
// IRI itself. It reports false when the context leaves no way to write it.
func (a *active) appendID(dst, iri []byte) ([]byte, bool) {
	if p := a.prefixOf(iri, false); p != nil {
		return appendCompact(dst, p, iri), true
	}
	if rel, ok := a.relative.cut(iri); ok && !a.taken(rel, false) {
		return appendString(dst, rel), true
	}
	return a.appendAbsolute(dst, iri, false)
}

// vocabUse says where a string is expanded relative to the vocabulary.
type vocabUse uint8

const (
	useType     vocabUse = iota // the type of a node, or a value coerced to @vocab
	useDatatype                 // the type of a value object
	useKey                      // a key that is no term
)

// appendVocab is appendID where terms are expected. Keys may not be terms,
// which have rules of their own, and datatypes may not be terms that bring a
// scoped context, since it would apply to the value object.
func (a *active) appendVocab(dst, iri []byte, use vocabUse) ([]byte, bool) {
	if use != useKey {
		if t := a.termFor(iri); t != nil && (use == useType || !t.hasScope) {
			return appendString(dst, t.name), true
		}
	}
	if suffix, ok := a.cutVocab(iri); ok {
		return appendString(dst, suffix), true
	}
	if p := a.prefixOf(iri, true); p != nil {
		return appendCompact(dst, p, iri), true
	}
	return a.appendAbsolute(dst, iri, true)
}

// termFor is the term that stands for an IRI which is not a key, or nil.
func (a *active) termFor(iri []byte) *term {
	terms := a.byIRI[string(iri)]
	if len(terms) == 0 {
		return nil
	}
	return a.selectTerm(terms[0].iri, selection{plain, true, stringValues})
}

func (a *active) cutVocab(iri []byte) ([]byte, bool) {
	n := len(a.vocab)
	if n == 0 || len(iri) <= n || string(iri[:n]) != a.vocab {
		return nil, false
	}
	suffix := iri[n:]
	if suffix[0] == '@' || bytes.IndexByte(suffix, ':') >= 0 {
		return nil, false
	}
	_, isTerm := a.terms[string(suffix)]
	return suffix, !isTerm
}

// prefixOf finds the prefix that gives the shortest compact IRI, the first by
// code point among equals.
func (a *active) prefixOf(iri []byte, vocab bool) *term {
	var best *term
	for _, p := range a.prefixes {
		n := len(p.iri)
		if len(iri) <= n || iri[n-1] != p.iri[n-1] || string(iri[:n]) != p.iri {
			continue
		}
		if best != nil && len(p.name)-n >= len(best.name)-len(best.iri) {
			continue
		}
		if !bytes.HasPrefix(iri[n:], []byte("//")) && !a.compactTaken(p, iri, vocab) {
			best = p
		}
	}
	return best
}

func (a *active) compactTaken(p *term, iri []byte, vocab bool) bool {
	return a.colonTerms && a.taken([]byte(p.name+":"+string(iri[len(p.iri):])), vocab)
}

// taken reports whether a string has a meaning of its own: a term where terms
// are expected, elsewhere an alias of a keyword.
func (a *active) taken(s []byte, vocab bool) bool {
	t, ok := a.terms[string(s)]
	return ok && (vocab || keywords[t.iri])
}

func appendCompact(dst []byte, p *term, iri []byte) []byte {
	dst = append(dst, '"')
	dst = appendEscaped(dst, []byte(p.name))
	dst = append(dst, ':')
	dst = appendEscaped(dst, iri[len(p.iri):])
	return append(dst, '"')
}

// appendAbsolute appends the IRI as it is, unless it would be read as a term
// or, its scheme being a prefix, as a compact IRI.
func (a *active) appendAbsolute(dst, iri []byte, vocab bool) ([]byte, bool) {
	if a.colonTerms && a.taken(iri, vocab) {
		return dst, false
	}
	if n := schemeLen(iri); !bytes.HasPrefix(iri[n+1:], []byte("//")) {
		if t := a.terms[string(iri[:n])]; t != nil && t.prefix {
			return dst, false
		}
	}
	return appendString(dst, iri), true
}

// appendBlank appends a blank node identifier.
func (a *active) appendBlank(dst, label []byte, vocab bool) ([]byte, bool) {
	if a.colonTerms && a.taken(append([]byte("_:"), label...), vocab) {
		return dst, false
	}
	dst = append(dst, `"_:`...)
	dst = appendEscaped(dst, label)
	return append(dst, '"'), true
}

// selection says which terms may carry a value: containers in order of
// preference, and for each of them values of the language or the type mapping
// in order of preference (section 6.5, term selection).
type selection struct {
	containers []container
	language   bool // values are languages, else types
	values     []string
}

// The containers for each kind of value, in order of preference (section 6.4).
var (
	plain       = []container{0}
	forOthers   = []container{containerSet, 0}
	forLanguage = []container{containerLanguage, containerLanguage | containerSet, containerSet, 0}
	forString   = []container{containerSet, 0, containerLanguage, containerLanguage | containerSet}
)

// stringValues are the mappings for a string without a language.
var stringValues = []string{"@null", "@none", "@any"}

// selectTerm finds the best term for an IRI, or nil.
func (a *active) selectTerm(iri string, s selection) *term {
	terms := a.byIRI[iri]
	for _, c := range s.containers {
		for _, v := range s.values {
			for _, t := range terms {
				if t.container == c && a.carries(t, s.language, v) {
					return t
				}
			}
		}
	}
	return nil
}

// carries reports whether the inverse context lists t under the value of a
// language or of a type mapping.
func (a *active) carries(t *term, language bool, v string) bool {
	coerced := t.typ != "" || t.hasLang
	switch {
	case v == "@any":
		return t.typ == "@none"
	case v == "@none":
		return !coerced
	case !language:
		return t.typ == v
	case v == "@null":
		return t.hasLang && t.lang == ""
	}
	return t.hasLang && strings.EqualFold(t.lang, v) || !coerced && strings.EqualFold(a.lang, v)
}

// language is the language that a string gets under a term.
func (a *active) language(t *term) string {
	if t.hasLang {
		return t.lang
	}
	return a.lang
}

// relativizer shortens IRIs to references relative to a base. It knows two
// kinds, those that any reader resolves alike: a path below the directory of
// the base, and a fragment of the base itself.
type relativizer struct {
	dir string // base up to its last slash, or empty
	doc string // base without its fragment
}

func newRelativizer(base string) relativizer {
	scheme := schemeLen(base)
	doc, _, _ := strings.Cut(base, "#")
	path, _, _ := strings.Cut(doc, "?")
	if scheme == 0 || !strings.HasPrefix(path[scheme+1:], "//") {
		return relativizer{}
	}
	slash := strings.LastIndexByte(path, '/')
	if slash < scheme+3 || hasDots(path[scheme+3:]) {
		return relativizer{}
	}
	return relativizer{dir: path[:slash+1], doc: doc}
}

// cut returns the reference that stands for iri, if there is one.
func (r relativizer) cut(iri []byte) ([]byte, bool) {
	if r.dir == "" || len(iri) <= len(r.dir) || string(iri[:len(r.dir)]) != r.dir {
		return nil, false
	}
	if i := bytes.IndexByte(iri, '#'); i >= 0 && string(iri[:i]) == r.doc {
		return iri[i:], bytes.IndexByte(iri[i+1:], '#') < 0 && safeReference(iri[i:])
	}
	rel := iri[len(r.dir):]
	if bytes.Count(rel, []byte("#")) > 1 || !safeReference(rel) {
		return nil, false
	}
	path := rel
	if i := bytes.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	return rel, safePath(string(path))
}

// safeReference reports whether all characters come through resolving: ASCII
// only, for some libraries percent-encode the rest, and no colon, which would
// make a prefix of what is before it.
func safeReference(rel []byte) bool {
	for _, c := range rel {
		if c == ':' || c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return true
}

// safePath reports whether readers resolve the path of a reference alike: it
// is not empty, does not begin like a keyword and has neither dots nor empty
// segments, about which libraries differ.
func safePath(path string) bool {
	return path != "" && path[0] != '/' && path[0] != '@' && !strings.Contains(path, "//") && !hasDots(path)
}

// hasDots reports a segment "." or "..", which resolving would remove.
func hasDots(path string) bool {
	if !strings.Contains(path, ".") {
		return false
	}
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "." || segment == ".." {
			return true
		}
	}
	return false
}
