package reviews

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// strays reports tables under a name that nobody reads, or in a folder where
// nobody reads them. Hidden files are passed over, and so are the copies that
// editors leave, whose names end in something else than a table's can.
func (l *loader) strays(root fs.FS, folder string, in Folder, review string) {
	s := &strayLook{loader: l, root: root, folder: folder, review: review, known: l.filesIn(folder, in)}
	entries, _ := fs.ReadDir(root, folder)
	for _, e := range entries {
		s.here = append(s.here, e.Name())
	}
	for _, e := range entries {
		name := e.Name()
		switch {
		case strings.HasPrefix(name, ".") || slices.Contains(s.known, name):
		case !isFolder(e):
			s.file(name)
		case in != InRoot && name != conceptsFolder && !strings.HasPrefix(name, "_"):
			s.subfolder(path.Join(folder, name), 1)
		}
	}
}

// isFolder leaves out the folder that a spreadsheet of Numbers may be.
func isFolder(e fs.DirEntry) bool { return e.IsDir() && path.Ext(e.Name()) != ".numbers" }

// strayLook looks for strays in one folder.
type strayLook struct {
	*loader
	root           fs.FS
	folder, review string
	known          []string // the names under which tables are read in the folder
	here           []string // the names that are there
}

// file judges a file that is not read.
func (s *strayLook) file(name string) {
	at := Source{path.Join(s.options.Name, s.folder, name), 1, 1, 0}
	meant := tableMeant(name)
	switch {
	case slices.Contains(s.known, meant):
		s.inPlace(at, name, meant)
	case isTable(name) && rightPlace(meant) == nil:
		s.add("R08", at, msgNoTable.with(), nearest(name, s.known))
	case meant != "" && (isTable(name) || !s.elsewhere(meant)):
		s.lost(at, meant, msgBelongs.with(meant, rightPlace(meant)))
	}
}

// lost reports a table that was not read. References into it are not called
// wrong.
func (s *strayLook) lost(at Source, meant string, message Message) {
	s.add("R08", at, message, "")
	if t := tableNamed(meant); t != nil {
		s.names.unread[unread{t.Kind, s.review}] = true
		if t.Folder == InConcepts || t.Folder == InRoot {
			s.names.unread[unread{t.Kind, ""}] = true
		}
	}
}

// inPlace judges a file in the right folder under another name than the one
// meant. Beside the table that is read, another form of it is somebody's copy.
func (s *strayLook) inPlace(at Source, name, meant string) {
	i := slices.IndexFunc(s.here, func(other string) bool {
		return slices.Contains(s.known, other) && stemOf(other) == stemOf(meant)
	})
	switch {
	case i < 0:
		s.lost(at, meant, msgSaveAs.with(meant))
	case isTable(name):
		s.add("R08", at, msgTwoFiles.with(s.here[i], name), "")
	default:
		s.put(spot{Source: at}.problem("R08", Note, msgLiesBeside.with(exactly(s.here[i]))))
	}
}

// subfolder reports the tables in a folder that is not read and those in it,
// unless the same table is read where it belongs. A review in it is none of this
// one, and tables that describe themselves were written by an export.
func (s *strayLook) subfolder(folder string, depth int) {
	const deepest = 3
	entries, _ := fs.ReadDir(s.root, folder)
	if present(s.root, path.Join(folder, "csv-metadata.json")) || present(s.root, path.Join(folder, reviewFile)) {
		return
	}
	for _, e := range entries {
		name := e.Name()
		switch meant := tableMeant(name); {
		case strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_"):
		case isFolder(e):
			if depth < deepest {
				s.subfolder(path.Join(folder, name), depth+1)
			}
		case meant != "" && rightPlace(meant) != nil && !s.elsewhere(meant):
			s.lost(Source{path.Join(s.options.Name, folder, name), 1, 1, 0}, meant, msgBelongs.with(meant, rightPlace(meant)))
		}
	}
}

// elsewhere reports whether a table is there where it is read: in the folder of
// this review, or in that of the concepts.
func (s *strayLook) elsewhere(meant string) bool {
	return slices.ContainsFunc([]string{s.folder, ".", conceptsFolder}, func(folder string) bool {
		stem := path.Join(folder, stemOf(meant))
		return present(s.root, stem+".csv") || present(s.root, stem+".yaml")
	})
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
	stem := stemOf(name)
	i := slices.IndexFunc(tables, func(t *Table) bool { return t.File != "" && t.File == stem })
	if i < 0 {
		return nil
	}
	switch tables[i].Folder {
	case InConcepts:
		return inConceptsHere
	case InRoot:
		return besideReviews
	case InReviewYAML:
		return underKey.with(stem)
	}
	return besideReviewDoc
}

// misplacedConcepts reports a folder of concepts in a review that does not stand
// alone, whose concepts are those of the data root. References to what it may
// define are not called wrong.
func (l *loader) misplacedConcepts(root fs.FS, folder string) {
	inside := path.Join(folder, conceptsFolder)
	if l.single || !tablesIn(root, inside) {
		return
	}
	l.add("R08", Source{path.Join(l.options.Name, inside), 1, 1, 0}, msgConceptsHere.with(), "")
	for _, t := range tables {
		if t.Folder == InConcepts {
			l.names.unread[unread{t.Kind, ""}] = true
		}
	}
}

// noReviewHere reports a root that has the tables of a review and no review.yaml,
// and tells whether it did.
func (l *loader) noReviewHere(root fs.FS) bool {
	entries, _ := fs.ReadDir(root, ".")
	folderOfReview := func(e fs.DirEntry) bool { return e.IsDir() && present(root, path.Join(e.Name(), reviewFile)) }
	tableOfReview := func(e fs.DirEntry) bool {
		t := tableNamed(tableMeant(e.Name()))
		return t != nil && t.Folder == InReview
	}
	if l.single || slices.ContainsFunc(entries, folderOfReview) || !slices.ContainsFunc(entries, tableOfReview) {
		return false
	}
	for _, e := range entries {
		if tableMeant(e.Name()) == reviewFile {
			l.add("R08", Source{path.Join(l.options.Name, e.Name()), 1, 1, 0}, msgSaveAs.with(reviewFile), "")
			return true
		}
	}
	l.add("R08", Source{path.Join(l.options.Name, reviewFile), 1, 1, 0}, msgReviewMissing.with(), "")
	return true
}

// The endings of files that tables are kept in: those that are read, and those
// of spreadsheets and editors.
var (
	readEndings  = []string{".csv", ".yaml", ".yml"}
	tableEndings = append([]string{"", ".txt", ".tsv", ".tab", ".json", ".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".fods", ".numbers"}, readEndings...)
)

// tableMeant returns the name under which the table is read that a file of this
// name holds, whatever its case and ending; empty where its name is that of no
// table. Windows hides the ending it adds, as in claims.csv.txt.
func tableMeant(name string) string {
	ending := path.Ext(name)
	if !slices.Contains(tableEndings, strings.ToLower(ending)) {
		return ""
	}
	inner := strings.TrimSuffix(name, ending)
	if isTable(inner) {
		return tableMeant(inner)
	}
	stem := strings.ToLower(inner)
	yaml := isTable(name) && !strings.EqualFold(ending, ".csv")
	switch {
	case stem+".yaml" == reviewFile && yaml:
		return reviewFile
	case tableNamed(stem+".csv") == nil && !slices.ContainsFunc(tables, func(t *Table) bool { return t.Folder == InReviewYAML && t.File == stem && isTable(name) }):
		return ""
	case yaml:
		return stem + ".yaml"
	}
	return stem + ".csv"
}

func stemOf(name string) string { return strings.TrimSuffix(name, path.Ext(name)) }

func isTable(name string) bool {
	return slices.Contains(readEndings, strings.ToLower(path.Ext(name)))
}

func tablesIn(root fs.FS, folder string) bool {
	entries, _ := fs.ReadDir(root, folder)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return !strings.HasPrefix(e.Name(), ".") && (isTable(e.Name()) || tableMeant(e.Name()) != "")
	})
}
