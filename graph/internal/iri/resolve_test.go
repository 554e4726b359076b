package iri

import "testing"

// The examples of RFC 3986, sections 5.4.1 and 5.4.2, and corners of 5.2.
func TestResolve(t *testing.T) {
	const rfc = "http://a/b/c/d;p?q"
	for _, c := range []struct{ base, ref, want string }{
		{rfc, "g:h", "g:h"}, {rfc, "g", "http://a/b/c/g"}, {rfc, "./g", "http://a/b/c/g"},
		{rfc, "g/", "http://a/b/c/g/"}, {rfc, "/g", "http://a/g"}, {rfc, "//g", "http://g"},
		{rfc, "?y", "http://a/b/c/d;p?y"}, {rfc, "g?y", "http://a/b/c/g?y"}, {rfc, "#s", "http://a/b/c/d;p?q#s"},
		{rfc, "g#s", "http://a/b/c/g#s"}, {rfc, "g?y#s", "http://a/b/c/g?y#s"}, {rfc, ";x", "http://a/b/c/;x"},
		{rfc, "g;x", "http://a/b/c/g;x"}, {rfc, "g;x?y#s", "http://a/b/c/g;x?y#s"}, {rfc, "", "http://a/b/c/d;p?q"},
		{rfc, ".", "http://a/b/c/"}, {rfc, "./", "http://a/b/c/"}, {rfc, "..", "http://a/b/"}, {rfc, "../", "http://a/b/"},
		{rfc, "../g", "http://a/b/g"}, {rfc, "../..", "http://a/"}, {rfc, "../../", "http://a/"}, {rfc, "../../g", "http://a/g"},
		{rfc, "../../../g", "http://a/g"}, {rfc, "../../../../g", "http://a/g"}, {rfc, "/./g", "http://a/g"},
		{rfc, "/../g", "http://a/g"}, {rfc, "g.", "http://a/b/c/g."}, {rfc, ".g", "http://a/b/c/.g"}, {rfc, "g..", "http://a/b/c/g.."},
		{rfc, "..g", "http://a/b/c/..g"}, {rfc, "./../g", "http://a/b/g"}, {rfc, "./g/.", "http://a/b/c/g/"},
		{rfc, "g/./h", "http://a/b/c/g/h"}, {rfc, "g/../h", "http://a/b/c/h"}, {rfc, "g;x=1/./y", "http://a/b/c/g;x=1/y"},
		{rfc, "g;x=1/../y", "http://a/b/c/y"}, {rfc, "g?y/./x", "http://a/b/c/g?y/./x"}, {rfc, "g#s/../x", "http://a/b/c/g#s/../x"},
		{rfc, "http:g", "http:g"},
		{"http://a", "b", "http://a/b"}, {"http://a", "../b", "http://a/b"}, {"http://a?q", "", "http://a?q"},
		{"http://a/b#f", "", "http://a/b"}, {"http://a/b?", "#s", "http://a/b?#s"}, {"http://a/b", "?", "http://a/b?"},
		{"urn:a", "b", "urn:b"}, {"urn:a", "../b", "urn:b"}, {"urn:a", ".//b", "urn:/b"}, {"urn:a", "b/../c", "urn:/c"},
		{"urn:a", "..", "urn:"}, {"urn:a", "b/..", "urn:/"}, {"file:///a/b", "c", "file:///a/c"}, {"http://a/b/c", "//g/../h", "http://g/h"},
		{"http://a/b/c//d", "../e", "http://a/b/c/e"}, {"http://ø/å", "æ", "http://ø/æ"},
	} {
		base := Split([]byte(c.base))
		if got := string(base.AppendResolved(nil, []byte(c.ref))); got != c.want {
			t.Errorf("<%s> against <%s>: got <%s>, want <%s>", c.ref, c.base, got, c.want)
		}
	}
}
