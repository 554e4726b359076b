package token

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/internal/iri"
)

// SetBase makes base what relative IRIs are resolved against from now on.
func (r *Reader) SetBase(base quad.IRI) {
	b := iri.Split([]byte(base))
	r.base = &b
}

// SetPrefix declares a prefix, without its colon.
func (r *Reader) SetPrefix(prefix string, namespace quad.IRI) { r.prefixes[prefix] = string(namespace) }

// IsIRI reports whether the token is an IRI or a prefixed name.
func (r *Reader) IsIRI() bool { return r.Kind == IRIRef || r.Kind == Name }

// IRI passes over an IRI or a prefixed name and gives what it stands for:
// always an absolute IRI, unless there is an error.
func (r *Reader) IRI() quad.IRI {
	switch r.Kind {
	case IRIRef:
		return r.IRIRef()
	case Name:
		return r.prefixedName()
	}
	r.Expected("an IRI or a prefixed name")
	return ""
}

// IRIRef passes over an IRI in angle brackets and gives what it stands for.
func (r *Reader) IRIRef() quad.IRI {
	if r.Kind != IRIRef {
		r.Expected("an IRI in angle brackets")
		return ""
	}
	at, resolved := r.Token, []byte(r.Text)
	if r.base != nil {
		resolved = r.base.AppendResolved(nil, resolved)
	}
	if !iri.IsAbsolute(resolved) {
		r.Fail(at, "an absolute IRI, as there is no base", "<"+r.Text+">")
	} else if err := iri.Check(resolved); err != nil {
		r.Fail(at, "an IRI", r.Raw())
	}
	r.Next()
	return quad.IRI(resolved)
}

// prefixedName is the production PrefixedName.
func (r *Reader) prefixedName() quad.IRI {
	prefix, local, _ := strings.Cut(r.Text, ":")
	namespace, known := r.prefixes[prefix]
	if !known {
		r.Fail(r.Token, "a prefix that is declared", quote(prefix+":"))
		return ""
	}
	r.Next()
	if strings.IndexByte(local, '\\') >= 0 {
		local = unescapeLocal(local)
	}
	return quad.IRI(namespace + local)
}

// unescapeLocal takes the backslashes of PN_LOCAL_ESC away.
func unescapeLocal(s string) string {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' {
			i++
		}
		b = append(b, s[i])
	}
	return string(b)
}

// Prefix passes over a PNAME_NS and gives the prefix without its colon.
func (r *Reader) Prefix() string {
	prefix, local, _ := strings.Cut(r.Text, ":")
	if r.Kind != Name || local != "" {
		r.Expected("a prefix with its colon")
		return ""
	}
	r.Next()
	return prefix
}
