package reviews

import "testing"

func TestSlugFoldsLetters(t *testing.T) {
	for text, want := range map[string]string{
		"Åslund & Skans 2012":               "aslund-skans-2012",
		"Månsson":                           "mansson",
		"Bråten, Sønsterudbråten & Ødegård": "braten-sonsterudbraten-odegard",
		"Ægir":                              "aegir",
		"Þór Daðason":                       "thor-dadason",
		"Weiß":                              "weiss",
		"Łukasz Müller":                     "lukasz-muller",
		"a\u030ase":                         "ase",
		"  NOU 2017: 2":                     "nou-2017-2",
		"--":                                "",
	} {
		if got := Slug(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestIsSlug(t *testing.T) {
	for text, want := range map[string]bool{
		"a": true, "a-b-1": true, "2017": true,
		"": false, "-a": false, "a-": false, "a--b": false, "A": false, "å": false, "a_b": false, "a.b": false,
	} {
		if got := isSlug(text); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestNearestSpelling(t *testing.T) {
	for _, row := range []struct {
		word       string
		candidates []string
		want       string
	}{
		{"postive", []string{"positive", "negative"}, "positive"},
		{"Positive", []string{"positive"}, "positive"},
		{"in use", []string{"tried", "in-use"}, "in-use"},
		{"pisotive", []string{"positive"}, "positive"},
		{"ab", []string{"ac"}, ""},
		{"abc", []string{"abd"}, "abd"},
		{"nlul", []string{"null"}, "null"},
		{"bananas", []string{"positive", "negative"}, ""},
		{"åslund-skans", []string{"aslund-skans-2012", "kahn-2016"}, "aslund-skans-2012"},
		{"aslund", []string{"aslund-2011", "aslund-2012"}, ""},
		{"kahn-2015", []string{"kahn-2016", "kahn-2014"}, "kahn-2016"},
		{"berg-2015", []string{"burn-2018"}, ""},
		{"berg-2015", []string{"bergh-2015", "berg-2016"}, "bergh-2015"},
		{"bratsberg-2015", []string{"bratsburg-2016"}, "bratsburg-2016"},
		{"2015", []string{"2016"}, ""},
		{"", []string{"a"}, ""},
	} {
		if got := nearest(row.word, row.candidates); got != row.want {
			t.Errorf("%q among %q: got %q, want %q", row.word, row.candidates, got, row.want)
		}
	}
}

func TestDistanceCountsSlips(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want int
	}{
		{"", "", 0}, {"abc", "abc", 0}, {"abc", "ab", 1}, {"abc", "abcd", 1}, {"abc", "axc", 1},
		{"abc", "bac", 1}, {"ca", "abc", 3}, {"kitten", "sitting", 3}, {"abc", "xyz", 3}, {"abcdefgh", "a", 5},
	} {
		if got := distance(row.a, row.b, 5); got != row.want {
			t.Errorf("%q to %q: got %d, want %d", row.a, row.b, got, row.want)
		}
		if got := distance(row.b, row.a, 5); got != row.want {
			t.Errorf("%q to %q: got %d, want %d", row.b, row.a, got, row.want)
		}
	}
}

func TestRangesOfLines(t *testing.T) {
	for text, want := range map[string]bool{
		"1": true, "559-562": true, "0": false, "5-5": false, "6-5": false, "05": false, "1-": false, "-1": false,
		"1–2": false, "": false, "+1": false, "1000000000": false, "a": false,
	} {
		if r, ok := parseRange(text); ok != want || ok && r.String() != text {
			t.Errorf("%q: got %v %v", text, r, ok)
		}
	}
}

func TestWithin(t *testing.T) {
	for _, row := range []struct {
		r      Range
		ranges []Range
		want   bool
	}{
		{Range{3, 5}, []Range{{1, 9}}, true},
		{Range{3, 5}, []Range{{1, 4}, {5, 9}}, true},
		{Range{3, 5}, []Range{{5, 9}, {1, 4}}, true},
		{Range{3, 5}, []Range{{1, 3}, {5, 9}}, false},
		{Range{3, 5}, []Range{{4, 9}}, false},
		{Range{3, 5}, nil, false},
	} {
		if got := row.r.within(row.ranges); got != row.want {
			t.Errorf("%v in %v: got %v", row.r, row.ranges, got)
		}
	}
}

func TestEachCountryNameHasACode(t *testing.T) {
	for code := range countryNames {
		if countryIRIs[code] == "" {
			t.Errorf("%s is no code", code)
		}
	}
	if n := len(countryIRIs); n != 249+6 {
		t.Errorf("%d codes, expected the 249 countries of ISO 3166-1 and 6 continents", n)
	}
	for name, want := range map[string]string{"Sverige": "SWE", "NO": "NOR", "norway": "NOR", "nor": "NOR", "Østerrike": "AUT", "Europa": "EUROPE", "Mordor": ""} {
		if got := countryMeant(name); got != want {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

func TestLargeNumbersAreGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 720: "720", 2020: "2020", 10_000: "10\u202f000", mostCounted: "999\u202f999\u202f999"} {
		if got := grouped(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}
