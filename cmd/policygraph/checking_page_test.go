package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What docs/checking.md shows of a letter is what the command writes, and it names
// every option that is the command's own.
func TestTheCheckingPageShowsWhatCheckDoes(t *testing.T) {
	text, err := os.ReadFile("../../docs/checking.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	example, err := filepath.Abs("testdata/my-review")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.CopyFS("my-review", os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	run(context.Background(), []string{"policygraph", "check", "--review", "my-review"}, strings.NewReader(""), &out, &out)
	_, rest, _ := strings.Cut(page, "```text\n")
	letter, _, _ := strings.Cut(rest, "```")
	if letter == "" || !strings.Contains(out.String(), letter) {
		t.Errorf("the page shows\n%s\ncheck writes\n%s", letter, out.String())
	}
	for _, f := range checkCommand().Flags {
		name := f.Names()[0]
		if name == "quiet" {
			name = "q"
		}
		if !strings.Contains(page, "-"+name) {
			t.Errorf("the page does not name --%s", name)
		}
	}
}
