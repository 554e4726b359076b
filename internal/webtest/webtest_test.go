package webtest

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func page(t *testing.T, text string) []string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return []string{name}
}

func rules(found []Finding) []string {
	var names []string
	for _, f := range found {
		names = append(names, f.Rule)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

const good = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A page</title></head>
<body><main><h1>A page</h1><p>Text.</p></main></body>
</html>
`

func TestAGoodPageHasNothingAgainstIt(t *testing.T) {
	files := page(t, good)
	Valid(t, files...)
	Accessible(t, files...)
}

func TestBarriersAreFound(t *testing.T) {
	tests := []struct{ rule, body string }{
		{"color-contrast", `<p style="color: #ccc; background: #fff">faint</p>`},
		{"image-alt", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`},
		{"no-network", `<img alt="far away" src="https://example.org/x.png">`},
		{"no-sideways", `<p style="width: 2000px">wide</p>`},
		{"page-error", `<script>throw new Error("broken")</script>`},
	}
	for _, tt := range tests {
		t.Run(tt.rule, func(t *testing.T) {
			text := `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><main><h1>A page</h1>` + tt.body + `</main></body></html>`
			if got := rules(barriers(t, page(t, text))); !slices.Contains(got, tt.rule) {
				t.Errorf("found %q, want %s among them", got, tt.rule)
			}
		})
	}
}

func TestMistakesAreFound(t *testing.T) {
	text := `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><p id="a">one<p id="a"><div></p></body></html>`
	if got := rules(mistakes(t, page(t, text))); !slices.Contains(got, "no-dup-id") || !slices.Contains(got, "close-order") {
		t.Errorf("found %q, want no-dup-id and close-order among them", got)
	}
}
