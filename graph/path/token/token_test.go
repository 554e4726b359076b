package token_test

import (
	"errors"
	"strings"
	"testing"

	"policygraph/graph/path/token"
)

// TestLongestTokenWins holds to the rule of section 19.8.
func TestLongestTokenWins(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"1.2.3", "1.2 .3"},
		{"1.e5.5e1 1.", "1.e5 .5e1 1 ."},
		{"?a<b", "a < b"},
		{"?a<?b>?c", "a ?b c"}, // an IRI between two variables
		{"a:b.c.", "a:b.c ."},
		{"a:b:c%41::", "a:b:c%41::"},
		{"a. :", "a . :"},
		{"_:a.b.", "a.b ."},
		{"?a?b", "a b"},
		{"? ?a-b", "? a - b"},
		{"<=<>>=!=&&||^^^", "<=  >= != && || ^^ ^"},
		{`"a"@nb-NO'b'`, "a nb-NO b"},
		{"a#b\nc", "a c"},
	} {
		var got []string
		r := token.NewReader(c.text, token.Options{})
		for ; r.Kind != token.End; r.Next() {
			got = append(got, r.Text)
		}
		if text := strings.Join(got, " "); text != c.want || r.Err() != nil {
			t.Errorf("%s: got %q, %v, want %q", c.text, text, r.Err(), c.want)
		}
	}
}

// TestKinds has a token of each kind, in the order of the constants.
func TestKinds(t *testing.T) {
	texts := []string{"", "<a>", "a:b", "_:a", "?a", "@a", "1", "1.5", "1e5", "'a'", "a", "("}
	for kind, text := range texts {
		r := token.NewReader(text, token.Options{})
		if r.Kind != token.Kind(kind) || r.Raw() != text {
			t.Errorf("%q: got %d, %q", text, r.Kind, r.Raw())
		}
	}
}

func TestNumberKind(t *testing.T) {
	for text, want := range map[string]token.Kind{
		"0": token.Integer, "-01": token.Integer, "+.5": token.Decimal, "1.0": token.Decimal,
		"1e0": token.Double, "1.E-5": token.Double, "-.5e+1": token.Double,
		"": token.End, "-": token.End, "1.": token.End, ".": token.End, "1e": token.End, "--1": token.End, "1 ": token.End, "e5": token.End,
	} {
		if got := token.NumberKind(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

// TestTheFirstErrorSticks holds that behind an error there is nothing, and no
// other error.
func TestTheFirstErrorSticks(t *testing.T) {
	r := token.NewReader("a b c", token.Options{Name: "text"})
	r.Next()
	r.Expected("c")
	r.Next()
	r.Expected("d")
	r.Expect("(")
	if r.Kind != token.End || r.Is("b") || r.AcceptWord("c") || r.Err().Error() != `text:1:3: expected c, found "b"` {
		t.Errorf("got %v, at %+v", r.Err(), r.Token)
	}
}

// TestIRIs holds how references and prefixed names become IRIs.
func TestIRIs(t *testing.T) {
	o := token.Options{Base: "http://e/a/b", Prefixes: map[string]string{"": "http://x/", "p.q": "http://y/"}}
	for text, want := range map[string]string{
		"<c>": "http://e/a/c", "<../c#d>": "http://e/c#d", "<>": "http://e/a/b", "<urn:x>": "urn:x",
		":": "http://x/", ":a\\,b": "http://x/a,b", ":%4a": "http://x/%4a", "p.q:1.2": "http://y/1.2",
		"q:a": "", "'a'": "", "a": "",
	} {
		r := token.NewReader(text, o)
		if got := string(r.IRI()); got != want || (r.Err() == nil) != (want != "") {
			t.Errorf("%s: got %q, %v, want %q", text, got, r.Err(), want)
		}
	}
}

func TestLongLinesAreCut(t *testing.T) {
	text := strings.Repeat("å", 2000) + " ) " + strings.Repeat("ø", 2000)
	r := token.NewReader(text, token.Options{})
	r.Next()
	r.Expected("a word")
	var mistake *token.Error
	if !errors.As(r.Err(), &mistake) || mistake.Column != 2002 || len(mistake.Text) > 1000 || !strings.Contains(mistake.Text, "å ) ø") {
		t.Errorf("got %v, %q", r.Err(), mistake.Text)
	}
	if picture := mistake.Picture(); strings.Count(picture, "\n") != 2 || !strings.HasSuffix(picture, " ^\n") {
		t.Errorf("got\n%s", picture)
	}
}
