package nearest_test

import (
	"testing"

	"policygraph/internal/nearest"
)

func TestTo(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"titel", "title"}, {"TITLE", "title"}, {"licens", "licence"}, {"themes", "themes"}, {"colour", ""}, {"", ""},
	} {
		if got := nearest.To(c.word, []string{"title", "licence", "themes"}); got != c.want {
			t.Errorf("nearest to %q is %q, want %q", c.word, got, c.want)
		}
	}
}
