package name

import (
	"strings"
	"testing"
)

func TestIsLabel(t *testing.T) {
	for label, want := range map[string]bool{
		"a": true, "0": true, "_": true, "a.b": true, "a-": true, "å": true, "a·": true, "a..b": true,
		"": false, ".a": false, "a.": false, "-a": false, "a:b": false, "a b": false, "·a": false, "a\xff": false, "\xff": false,
	} {
		if got := IsLabel([]byte(label)); got != want {
			t.Errorf("%q: got %v", label, got)
		}
	}
}

// TestLabelsStayApart holds what becomes of labels that cannot be written, or
// look like those made up, and that no two become one.
func TestLabelsStayApart(t *testing.T) {
	rename := func(s string) string { return string(RenameGenerated([]byte(s), 0)) }
	ncname := func(s string) string { return string(AppendNCName(nil, []byte(s))) }
	escape := func(s string) string { return string(AppendLabel(nil, []byte(s))) }
	for _, c := range []struct {
		change      func(string) string
		label, want string
	}{
		{rename, "genid", "genid"}, {rename, "genid1", "genid_1"}, {rename, "genid_1", "genid__1"},
		{rename, "genid_1a", "genid_1a"}, {rename, "genid-1", "genid-1"}, {rename, "agenid1", "agenid1"},
		{escape, "a", "a"}, {escape, "a:b", "esc_a_3a_b"}, {escape, "a_:", "esc_a_5f__3a_"},
		{escape, "esc_a", "esc_esc_5f_a"}, {escape, "a.", "esc_a_2e_"}, {escape, "å:", "esc_å_3a_"},
		{ncname, "a-1", "a-1"}, {ncname, "1", "esc_1"}, {ncname, "esc_1", "esc_esc_5f_1"}, {ncname, "a:b", "esc_a_3a_b"},
	} {
		if got := c.change(c.label); got != c.want {
			t.Errorf("%q: got %q, want %q", c.label, got, c.want)
		}
	}
}

func TestIsNCName(t *testing.T) {
	for s, want := range map[string]bool{
		"a": true, "_": true, "a.": true, "å-1·": true,
		"": false, "1a": false, "-a": false, ".a": false, "a:b": false, "·": false, "a b": false, "a\xff": false,
	} {
		if got := IsNCName([]byte(s)); got != want {
			t.Errorf("%q: got %v", s, got)
		}
	}
}

func TestIsLangTag(t *testing.T) {
	for tag, want := range map[string]bool{
		"nb": true, "en-GB": true, "de-1996": true, "abcdefgh": true, "x-a-1": true,
		"": false, "1": false, "e1": false, "en-": false, "-en": false, "en--ltr": false, "en_GB": false, "abcdefghi": false, "å": false,
	} {
		if got := IsLangTag([]byte(tag)); got != want {
			t.Errorf("%q: got %v", tag, got)
		}
	}
	if got := string(AppendLower(nil, []byte("en-GB"))); got != "en-gb" {
		t.Errorf("got %q", got)
	}
}

// TestRanges walks over the edges of the productions.
func TestRanges(t *testing.T) {
	for _, c := range []struct {
		name  string
		is    func(rune) bool
		in    string
		notIn string
	}{
		{"PN_CHARS_BASE", IsCharsBase, "aZÀÖØöø˿Ͱͽ\u200c⁰Ⰰ、豈ﷰ\U00010000", "_0-·×÷;\u2000‿\u0300"},
		{"PN_CHARS", IsChars, "aZ_0-·À\u0300ͯ‿⁀", ".:×÷;@[`{"},
		{"the first of a label", IsLabelStart, "aZ_0À", "-·\u0300."},
	} {
		if i := strings.IndexFunc(c.in, func(r rune) bool { return !c.is(r) }); i >= 0 {
			t.Errorf("%s lacks %q", c.name, c.in[i:])
		}
		if i := strings.IndexFunc(c.notIn, c.is); i >= 0 {
			t.Errorf("%s has %q", c.name, c.notIn[i:])
		}
	}
}
