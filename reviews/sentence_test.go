package reviews

import "testing"

func TestUncapitalLeavesAbbreviationsAlone(t *testing.T) {
	for in, want := range map[string]string{
		"Mentoring schemes": "mentoring schemes",
		"IA-avtalen":        "IA-avtalen",
		"IMDi schemes":      "IMDi schemes",
		"E-learning":        "E-learning",
		"Økt lønn":          "økt lønn",
		"":                  "",
	} {
		if got := uncapital(in); got != want {
			t.Errorf("uncapital(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEveryLinkHasWords(t *testing.T) {
	for _, l := range links {
		if p := linkPhrases[l.property]; p.nb == "" || p.one == "" || p.many == "" {
			t.Errorf("%s lacks words: %q", l.name, p)
		}
	}
}

func TestTheVerbFollowsTheHeadOfTheLabel(t *testing.T) {
	for label, plural := range map[string]bool{
		"Mentoring schemes":            true,
		"Lack of networks":             false,
		"Swedish for Immigrants (SFI)": false,
		"Limits on worse terms":        true,
		"Illness":                      false,
		"Sickness absence":             false,
		"Bridging ties":                true,
	} {
		if isPlural(label) != plural {
			t.Errorf("isPlural(%q) is %v", label, !plural)
		}
	}
}
