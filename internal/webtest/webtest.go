// Package webtest holds pages against programs that we did not write: html-validate
// for whether they are HTML, axe-core in a real Chromium for whether everybody can
// use them. Only tests use it.
package webtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// A Finding is something that a page does wrong.
type Finding struct {
	Page       string // the file
	View       string // "narrow, dark"; empty for what no view changes
	Rule       string // the name of the rule in the program that found it
	Help       string // what the rule asks for
	Where, Why string
}

// String is the finding on a line or two.
func (f Finding) String() string {
	return fmt.Sprintf("%s (%s): %s: %s: %s\n\t%s", filepath.Base(f.Page), f.View, f.Rule, f.Help, f.Where, f.Why)
}

// Accessible fails the test for everything that axe-core finds in pages, which are
// files, opened from the disk at two widths, light and dark. It also fails for a
// page that asks the network for something, whose script fails, or that scrolls
// sideways. Without node or Chromium the test is skipped, and fails in CI.
func Accessible(t *testing.T, pages ...string) {
	t.Helper()
	for _, f := range barriers(t, pages) {
		t.Error(f)
	}
}

func barriers(t *testing.T, pages []string) []Finding {
	t.Helper()
	browser := program(t, "chromium", "chromium-browser", "google-chrome")
	return run(t, append([]string{peer(t, "axe.mjs"), browser}, pages...)...)
}

// Valid fails the test for everything that html-validate finds in pages. Without
// node the test is skipped, and fails in CI.
func Valid(t *testing.T, pages ...string) {
	t.Helper()
	for _, f := range mistakes(t, pages) {
		t.Error(f)
	}
}

func mistakes(t *testing.T, pages []string) []Finding {
	t.Helper()
	return run(t, append([]string{peer(t, "htmlvalidate.mjs")}, pages...)...)
}

// peers is the folder of the scripts, and of the packages that they use.
func peers() string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "..", "exports", "testdata", "peers")
}

func peer(t *testing.T, script string) string {
	t.Helper()
	if _, err := os.Stat(filepath.Join(peers(), "node_modules", "axe-core")); err != nil {
		absent(t, "the npm packages of exports/testdata/peers (npm ci there)")
	}
	return filepath.Join(peers(), script)
}

func program(t *testing.T, names ...string) string {
	t.Helper()
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	absent(t, names[0])
	return ""
}

func absent(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is missing, and this is CI", what)
	}
	t.Skipf("%s is not installed; CI runs this test", what)
}

// run runs a script of the folder and reads what it found.
func run(t *testing.T, args ...string) []Finding {
	t.Helper()
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(program(t, "node"), args...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(args[0]), err, stderr.String())
	}
	var found []Finding
	if err := json.Unmarshal(stdout.Bytes(), &found); err != nil {
		t.Fatalf("%s: %v", filepath.Base(args[0]), err)
	}
	return found
}
