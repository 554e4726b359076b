package coverage_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"policygraph/reviews"
	"policygraph/reviews/coverage"
)

// corpus is a review that says nothing, so that all of a text is missing.
func corpus(t *testing.T) *reviews.Corpus {
	t.Helper()
	c, _ := reviews.Load(fstest.MapFS{"r/review.yaml": {Data: []byte("id: r\n")}}, reviews.Options{})
	return c
}

func TestCitationsAreFoundHoweverTheyArePrinted(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"slik det er vist (Åslund & Skans 2012).", []string{"Åslund & Skans 2012"}},
		{"(Åslund, Forslund & Lilje-\nberg 2017; Bratsberg,\nRaaum & Røed 2017a)", []string{"Åslund, Forslund & Liljeberg 2017", "Bratsberg, Raaum & Røed 2017a"}},
		{"Ifølge Tynes og Sterud (2009) er det", []string{"Tynes og Sterud (2009"}},
		{"Bratsberg mfl. 2017 viser", []string{"Bratsberg mfl. 2017"}},
		{"(Baert & De Pauw 2014; Yao & van Ours 2015)", []string{"Baert & De Pauw 2014", "Yao & van Ours 2015"}},
		{"utvalget (NOU 2017: 2) mener", []string{"NOU 2017"}},
		{"(se Raffass 2017 for en gjennomgang)", []string{"Raffass 2017"}},
		{"(Friberg 2016a:18–19)", []string{"Friberg 2016a"}},
		{"I perioden 1992–2003, og fra 2005 til 2010, økte den. Siden 2012 har", nil},
		{"Oslo, mars 2020", nil},
	} {
		var got []string
		for _, found := range coverage.Of(corpus(t), "r", reviews.NewText([]byte(c.text))).Citations {
			got = append(got, found.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestNumbersAreFoundWithTheirUnits(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"det er 42 pro-\nsent høyere", []string{"42 prosent"}},
		{"7,8 prosent mot 13 prosent", []string{"7,8 prosent", "13 prosent"}},
		{"nær tre ganger så stor, etter ti år", []string{"tre ganger", "ti år"}},
		{"fra 24 til 22 prosent", []string{"24 til 22 prosent"}},
		{"5–10 prosentpoeng", []string{"5–10 prosentpoeng"}},
		{"avsnitt 4.2 og side 12", nil},
		{"i 2017 og i årene etter", nil},
	} {
		var got []string
		for _, found := range coverage.Of(corpus(t), "r", reviews.NewText([]byte(c.text))).Numbers {
			got = append(got, found.Text)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestBlankLinesDoNotBreakAPassage(t *testing.T) {
	got := coverage.Of(corpus(t), "r", reviews.NewText([]byte("\nen\n\nto\n\n"))).Passages
	if len(got) != 1 || got[0].Lines != (reviews.Range{From: 2, To: 4}) {
		t.Errorf("passages %v, want one on lines 2-4", got)
	}
}
