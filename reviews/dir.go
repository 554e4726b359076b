package reviews

import (
	"io/fs"
	"os"
	"path/filepath"
)

// LoadDir loads a directory of the disk, which is one of three things: a data
// root; the folder of a review in a data root, which is then read with the
// concepts and sources beside it and without the other reviews; or the folder
// of a review that stands alone, which is read with those of shared, and with
// its own concepts and sources if it has any. A data root without concepts or
// sources uses those of shared too. Files are named as the directory was.
func LoadDir(dir string, shared fs.FS, sharedName string) (*Corpus, []Problem) {
	parent, name := around(dir)
	here, beside := os.DirFS(dir), os.DirFS(parent)
	if present(here, reviewFile) && !present(here, conceptsFolder) && present(beside, conceptsFolder) {
		return Load(beside, Options{Name: filepath.ToSlash(parent), Only: []string{name}})
	}
	return Load(here, Options{Name: filepath.ToSlash(dir), Shared: shared, SharedName: sharedName})
}

// around returns the folder that a folder lies in, and its name there, also where
// it was not called by it, as in "." and "..".
func around(dir string) (parent, name string) {
	dir = filepath.Clean(dir)
	if base := filepath.Base(dir); base != "." && base != ".." {
		return filepath.Dir(dir), base
	}
	absolute, err := filepath.Abs(dir)
	if err != nil {
		return dir, ""
	}
	return filepath.Join(dir, ".."), filepath.Base(absolute)
}
