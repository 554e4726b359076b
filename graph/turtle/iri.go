package turtle

import "bytes"

// reference is an IRI reference in its five components (RFC 3986, section 3).
// Components that are absent are nil; those that are empty are not.
type reference struct {
	scheme, authority, path, query, fragment []byte
}

// schemeEnd gives the index of the colon behind the scheme of s, or -1 where s
// is a relative reference.
func schemeEnd(s []byte) int {
	if len(s) == 0 || !is(s[0], letter) {
		return -1
	}
	for i, c := range s {
		switch {
		case c == ':':
			return i
		case !is(c, letter|digit) && c != '+' && c != '-' && c != '.':
			return -1
		}
	}
	return -1
}

// splitReference takes s apart as appendix B of RFC 3986 does.
func splitReference(s []byte) (r reference) {
	if i := schemeEnd(s); i >= 0 {
		r.scheme, s = s[:i], s[i+1:]
	}
	if i := bytes.IndexByte(s, '#'); i >= 0 {
		r.fragment, s = s[i+1:], s[:i]
	}
	if i := bytes.IndexByte(s, '?'); i >= 0 {
		r.query, s = s[i+1:], s[:i]
	}
	if bytes.HasPrefix(s, []byte("//")) {
		s = s[2:]
		end := bytes.IndexByte(s, '/')
		if end < 0 {
			end = len(s)
		}
		r.authority, s = s[:end:end], s[end:]
	}
	r.path = s
	return r
}

// appendResolved appends the relative reference s, resolved against base, to
// dst (RFC 3986, section 5.2.2). A reference with a scheme is appended as it
// is: Turtle resolves relative references only.
func appendResolved(dst []byte, base *reference, s []byte) []byte {
	if schemeEnd(s) >= 0 {
		return append(dst, s...)
	}
	r := splitReference(s)
	dst = append(dst, base.scheme...)
	dst = append(dst, ':')
	authority, query := base.authority, r.query
	if r.authority != nil {
		authority = r.authority
	}
	if authority != nil {
		dst = append(append(dst, "//"...), authority...)
	}
	switch start := len(dst); {
	case r.authority != nil, len(r.path) > 0 && r.path[0] == '/':
		dst = removeDotSegments(append(dst, r.path...), start)
	case len(r.path) == 0:
		dst = append(dst, base.path...)
		if query == nil {
			query = base.query
		}
	default:
		dst = appendMerged(dst, base, r.path)
		dst = removeDotSegments(dst, start)
	}
	if query != nil {
		dst = append(append(dst, '?'), query...)
	}
	if r.fragment != nil {
		dst = append(append(dst, '#'), r.fragment...)
	}
	return dst
}

// appendMerged appends path after the last slash of the base's path (RFC 3986,
// section 5.2.3).
func appendMerged(dst []byte, base *reference, path []byte) []byte {
	if base.authority != nil && len(base.path) == 0 {
		return append(append(dst, '/'), path...)
	}
	dst = append(dst, base.path[:bytes.LastIndexByte(base.path, '/')+1]...)
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

// withoutFragment is s up to its first number sign.
func withoutFragment(s []byte) []byte {
	if i := bytes.IndexByte(s, '#'); i >= 0 {
		return s[:i]
	}
	return s
}
