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
	parent := filepath.Dir(filepath.Clean(dir))
	here, around := os.DirFS(dir), os.DirFS(parent)
	if present(here, reviewFile) && !present(here, conceptsFolder) && present(around, conceptsFolder) {
		return Load(around, Options{Name: filepath.ToSlash(parent), Only: []string{filepath.Base(dir)}})
	}
	return Load(here, Options{Name: filepath.ToSlash(dir), Shared: shared, SharedName: sharedName})
}
