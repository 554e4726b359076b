package plan

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"policygraph/exports"
	"policygraph/exports/artifact"
)

// Manifest is the file that lists all others with their SHA-256, in the form that
// sha256sum -c reads. What it lists is what the next export takes for its own.
const Manifest = "SHA256SUMS"

// manifest writes the list of the files.
func (e *export) manifest() error {
	files := slices.Clone(e.result.Files)
	slices.SortFunc(files, func(a, b Written) int { return strings.Compare(a.Path, b.Path) })
	var text bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&text, "%s  %s\n", f.SHA256, f.Path)
	}
	row := artifact.Artifact{Path: Manifest, Entry: artifact.Entry{
		Title:     artifact.Text{NB: "SHA-256-summer av filene", EN: "SHA-256 of the files"},
		MediaType: "text/plain",
	}}
	f, err := e.file(new(artifact.Input), &row, Manifest, "", func(w io.Writer) error {
		_, err := w.Write(text.Bytes())
		return err
	})
	e.result.Files = append(e.result.Files, f)
	return err
}

// sweep finds what an earlier export left in the folder. Commit removes those
// files that its manifest lists, that are as it wrote them, and that this export
// does not write.
func (e *export) sweep() error {
	earlier, err := readManifest(filepath.Join(e.dir, Manifest))
	if err != nil {
		return err
	}
	listed := make(map[string]bool)
	for _, old := range earlier {
		listed[old.path] = true
		if _, again := e.taken[old.path]; again || !ours(old.path) {
			continue
		}
		name := filepath.Join(e.dir, filepath.FromSlash(old.path))
		switch sum, err := sumOf(name); {
		case errors.Is(err, os.ErrNotExist):
		case err != nil || sum != old.sum:
			e.result.Left = append(e.result.Left, old.path)
		default:
			e.batch.Remove(name)
			e.result.Removed = append(e.result.Removed, old.path)
		}
	}
	e.result.Left = append(e.result.Left, e.unlisted(listed)...)
	return nil
}

// unlisted are the files in the folder that have the name of one of the whole
// graph but are neither written now nor listed: they are as old as anyone knows.
func (e *export) unlisted(listed map[string]bool) (paths []string) {
	for _, f := range exports.Formats {
		path := exports.Stem + f.Extension()
		if _, now := e.taken[path]; now || listed[path] {
			continue
		}
		if _, err := os.Lstat(filepath.Join(e.dir, path)); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

// ours reports whether the path is one that some row writes, so that a list of
// somebody else's files never has them removed.
func ours(path string) bool {
	return slices.ContainsFunc(Artifacts(), func(a artifact.Artifact) bool {
		return a.Path == path || a.Folder() && strings.HasPrefix(path, a.Path)
	})
}

// line is a line of a manifest.
type line struct{ sum, path string }

// readManifest reads the lines of a manifest that are as we write them, and
// passes over others. A manifest that is not there has none.
func readManifest(name string) (lines []line, err error) {
	text, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("reading the list of what lies there: %w", err)
	}
	for l := range strings.Lines(string(text)) {
		sum, path, found := strings.Cut(strings.TrimRight(l, "\r\n"), "  ")
		if found && len(sum) == 2*sha256.Size && portable.MatchString(path) && filepath.IsLocal(filepath.FromSlash(path)) {
			lines = append(lines, line{sum, path})
		}
	}
	return lines, nil
}

func sumOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
