// Package iri resolves IRI references, and says what an IRI may hold.
package iri

import "bytes"

// Reference is an IRI reference in its five components (RFC 3986, section 3).
// Components that are absent are nil; those that are empty are not.
type Reference struct {
	Scheme, Authority, Path, Query, Fragment []byte
}

// IsAbsolute reports whether s begins with a scheme, and is thus no relative
// reference.
func IsAbsolute(s []byte) bool { return schemeEnd(s) >= 0 }

// schemeEnd gives the index of the colon behind the scheme of s, or -1 where s
// is a relative reference.
func schemeEnd(s []byte) int {
	if len(s) == 0 || !isLetter(s[0]) {
		return -1
	}
	for i, c := range s {
		switch {
		case c == ':':
			return i
		case !isLetter(c) && (c < '0' || c > '9') && c != '+' && c != '-' && c != '.':
			return -1
		}
	}
	return -1
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// Split takes s apart as appendix B of RFC 3986 does.
func Split(s []byte) (r Reference) {
	if i := schemeEnd(s); i >= 0 {
		r.Scheme, s = s[:i], s[i+1:]
	}
	if i := bytes.IndexByte(s, '#'); i >= 0 {
		r.Fragment, s = s[i+1:], s[:i]
	}
	if i := bytes.IndexByte(s, '?'); i >= 0 {
		r.Query, s = s[i+1:], s[:i]
	}
	if bytes.HasPrefix(s, []byte("//")) {
		s = s[2:]
		end := bytes.IndexByte(s, '/')
		if end < 0 {
			end = len(s)
		}
		r.Authority, s = s[:end:end], s[end:]
	}
	r.Path = s
	return r
}

// AppendResolved appends the relative reference s, resolved against base, to
// dst (RFC 3986, section 5.2.2). A reference with a scheme is appended as it
// is: the syntaxes of RDF resolve relative references only. s may be a slice
// of dst.
func (base *Reference) AppendResolved(dst, s []byte) []byte {
	if IsAbsolute(s) {
		return append(dst, s...)
	}
	r := Split(s)
	dst = append(dst, base.Scheme...)
	dst = append(dst, ':')
	authority, query := base.Authority, r.Query
	if r.Authority != nil {
		authority = r.Authority
	}
	if authority != nil {
		dst = append(append(dst, "//"...), authority...)
	}
	switch start := len(dst); {
	case r.Authority != nil, len(r.Path) > 0 && r.Path[0] == '/':
		dst = removeDotSegments(append(dst, r.Path...), start)
	case len(r.Path) == 0:
		dst = append(dst, base.Path...)
		if query == nil {
			query = base.Query
		}
	default:
		dst = appendMerged(dst, base, r.Path)
		dst = removeDotSegments(dst, start)
	}
	if query != nil {
		dst = append(append(dst, '?'), query...)
	}
	if r.Fragment != nil {
		dst = append(append(dst, '#'), r.Fragment...)
	}
	return dst
}

// appendMerged appends path after the last slash of the base's path (RFC 3986,
// section 5.2.3).
func appendMerged(dst []byte, base *Reference, path []byte) []byte {
	if base.Authority != nil && len(base.Path) == 0 {
		return append(append(dst, '/'), path...)
	}
	dst = append(dst, base.Path[:bytes.LastIndexByte(base.Path, '/')+1]...)
	return append(dst, path...)
}

// removeDotSegments does to the path buf[start:] in place what section 5.2.4
// of RFC 3986 does between two buffers: the output never overtakes the input.
func removeDotSegments(buf []byte, start int) []byte {
	out := start
	for in := start; in < len(buf); {
		end := in + 1
		for end < len(buf) && buf[end] != '/' {
			end++
		}
		name := bytes.TrimPrefix(buf[in:end], []byte("/"))
		up := string(name) == ".."
		switch {
		case !up && string(name) != ".":
			out += copy(buf[out:], buf[in:end])
		case buf[in] != '/': // rules A and D: a dot segment before any slash
			end = min(end+1, len(buf))
		default: // rules B and C
			if up {
				out = start + max(0, bytes.LastIndexByte(buf[start:out], '/'))
			}
			if end == len(buf) {
				buf[out] = '/'
				out++
			}
		}
		in = end
	}
	return buf[:out]
}

// WithoutFragment is s up to its first number sign.
func WithoutFragment(s []byte) []byte {
	if i := bytes.IndexByte(s, '#'); i >= 0 {
		return s[:i]
	}
	return s
}
