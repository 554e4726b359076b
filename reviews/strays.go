package reviews

import (
	"io/fs"
	"path"
	"slices"
)

// strays reports tables under a name that nobody reads, or in a folder where
// nobody reads them.
func (l *loader) strays(root fs.FS, folder string, in Folder) {
	known := l.filesIn(folder, in)
	entries, _ := fs.ReadDir(root, folder)
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || !isTable(name) || slices.Contains(known, name) {
			continue
		}
		at := Source{path.Join(l.options.Name, folder, name), 1, 1, 0}
		if place := rightPlace(name); place != nil {
			l.add("R08", at, msgBelongs.with(name, place), "")
			continue
		}
		l.add("R08", at, msgNoTable.with(), nearest(name, known))
	}
}

// publicationFile is what the publisher says of an export. It may lie beside the
// reviews, and is read with the export.
const publicationFile = "publication.yaml"

// filesIn are the names under which tables are read in a folder.
func (l *loader) filesIn(folder string, in Folder) []string {
	var known []string
	if in == InRoot || in == InReview {
		known = append(known, publicationFile)
	}
	for _, t := range tables {
		if t.Folder == in || l.single && folder == "." && t.Folder == InRoot {
			known = append(known, t.File+".csv", t.File+".yaml")
		}
	}
	if in == InReview {
		known = append(known, reviewFile)
	}
	return known
}

// rightPlace says where a table of this name is read, nil where none is.
func rightPlace(name string) spoken {
	if name == reviewFile {
		return inReviewFolder
	}
	suffix := path.Ext(name)
	i := slices.IndexFunc(tables, func(t *Table) bool { return t.File != "" && t.File+suffix == name })
	if i < 0 || suffix == ".yml" {
		return nil
	}
	switch tables[i].Folder {
	case InConcepts:
		return inConceptsHere
	case InRoot:
		return besideReviews
	case InReviewYAML:
		return underKey.with(tables[i].File)
	}
	return besideReviewDoc
}

// misplacedConcepts reports a folder of concepts in a review that does not stand
// alone, whose concepts are those of the data root.
func (l *loader) misplacedConcepts(root fs.FS, folder string) {
	if inside := path.Join(folder, conceptsFolder); !l.single && tablesIn(root, inside) {
		l.add("R08", Source{path.Join(l.options.Name, inside), 1, 1, 0}, msgConceptsHere.with(), "")
	}
}

func isTable(name string) bool {
	return slices.Contains([]string{".csv", ".yaml", ".yml"}, path.Ext(name))
}

func tablesIn(root fs.FS, folder string) bool {
	entries, _ := fs.ReadDir(root, folder)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return isTable(e.Name()) })
}
