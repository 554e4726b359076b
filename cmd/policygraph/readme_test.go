package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What the README shows is run here, and must print what it says there.

func readme(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// fenced returns the contents of the README's code blocks in a language.
func fenced(t *testing.T, language string) []string {
	t.Helper()
	var blocks []string
	for _, m := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```$").FindAllStringSubmatch(readme(t), -1) {
		blocks = append(blocks, m[1])
	}
	if len(blocks) == 0 {
		t.Fatalf("the README has no block of %s", language)
	}
	return blocks
}

// session is a command of the README and what it prints.
type session struct{ command, output string }

func sessions(block string) []session {
	var all []session
	for line := range strings.Lines(block) {
		if command, ok := strings.CutPrefix(line, "$ "); ok {
			all = append(all, session{command: strings.TrimSpace(command)})
			continue
		}
		all[len(all)-1].output += line
	}
	return all
}

// words splits a command as a shell does where nothing but '…' quotes.
func words(command string) []string {
	var all []string
	for i, part := range strings.Split(command, "'") {
		if i%2 == 1 {
			all = append(all, part)
		} else {
			all = append(all, strings.Fields(part)...)
		}
	}
	return all
}

// untimed replaces what differs from one run to the next.
func untimed(s string) string {
	s = regexp.MustCompile(` +[\d.]+(ms|s|µs)\n`).ReplaceAllString(s, " TIME\n")
	return regexp.MustCompile(` +time\n`).ReplaceAllString(s, " time\n")
}

func TestReadmeCommandsPrintWhatTheReadmeShows(t *testing.T) {
	example, err := filepath.Abs("testdata/my-review")
	if err != nil {
		t.Fatal(err)
	}
	blocks := fenced(t, "console")
	t.Chdir(t.TempDir())
	if err := os.CopyFS("my-review", os.DirFS(example)); err != nil {
		t.Fatal(err)
	}
	for _, block := range blocks {
		for _, s := range sessions(block) {
			var out bytes.Buffer
			run(context.Background(), words(s.command), strings.NewReader(""), &out, &out)
			if got := untimed(out.String()); got != untimed(s.output) {
				t.Errorf("$ %s\nprints\n%swhere the README has\n%s", s.command, got, s.output)
			}
		}
	}
}

func TestReadmeSetUpIsTwoCommands(t *testing.T) {
	if got, want := fenced(t, "sh")[0], "go run ./cmd/policygraph export\ngo test ./...\n"; got != want {
		t.Errorf("the set-up is\n%swant\n%s", got, want)
	}
}

// The row that the README shows is one of the data, and the Turtle it becomes
// is published.
func TestReadmeExampleIsInTheData(t *testing.T) {
	claims, err := os.ReadFile("../../reviews/data/fafo-2020-05/claims.csv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(fenced(t, "csv")[0]) {
		if !bytes.Contains(claims, []byte(line)) {
			t.Errorf("not in claims.csv: %s", line)
		}
	}
	published, err := os.ReadFile("../../exports/published/policygraph.ttl")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(published, []byte(fenced(t, "turtle")[0])) {
		t.Error("the Turtle of the README is not in the published file")
	}
}

func TestReadmeListsEveryCommand(t *testing.T) {
	text := readme(t)
	for _, c := range newApp(nil, nil, nil).Commands {
		if !strings.Contains(text, fmt.Sprintf("`%s`", c.Name)) {
			t.Errorf("the README does not name %s", c.Name)
		}
		if !strings.Contains(c.UsageText, "Example: policygraph "+c.Name) {
			t.Errorf("%s --help has no example", c.Name)
		}
	}
}

func TestReadmeLinksLeadSomewhere(t *testing.T) {
	for _, m := range regexp.MustCompile(`\]\(([^)#:]+)\)`).FindAllStringSubmatch(readme(t), -1) {
		if _, err := os.Stat(filepath.Join("../..", m[1])); err != nil {
			t.Errorf("the README links to %s: %v", m[1], err)
		}
	}
}
