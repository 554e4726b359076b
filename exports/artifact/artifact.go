// Package artifact says what a published file is: the row that each of them has
// in the plan of the export, and what it is written from.
//
// It is below the packages that write views, so that they and the catalogue,
// which describes them, can share it; the rows themselves are in package plan.
package artifact

import (
	"context"
	"io"
	"iter"
	"path"

	"policygraph/exports/publication"
	"policygraph/graph"
	"policygraph/ontology/reference"
)

// Text is a text in the two languages of the project.
type Text = publication.Text

// Group is a word by which people choose files.
type Group string

// The groups, in the order in which they are listed to people.
const (
	Graph      Group = "graph"      // all statements, in each RDF syntax
	Vocabulary Group = "vocabulary" // ontology, shapes, concepts and their mappings
	Reviews    Group = "reviews"    // the statements of each review
	Tables     Group = "tables"     // CSV and Parquet
	Network    Group = "network"    // nodes and edges for graph programs
	References Group = "references" // what was cited, for reference managers
	Documents  Group = "documents"  // JSON-LD documents and nanopublications, thing by thing
	Maps       Group = "maps"       // of evidence and of its gaps
	Pages      Group = "pages"      // for people, and what belongs to a web site
	Catalogue  Group = "catalogue"  // what describes all others
)

// Groups are all groups, in order. A caller must not change it.
var Groups = []Group{Graph, Vocabulary, Reviews, Tables, Network, References, Documents, Maps, Pages, Catalogue}

// Dataset is the key of a dataset of the catalogue that a file belongs to.
type Dataset string

// The datasets that every catalogue has. A review is a dataset too; see
// [OfReview].
const (
	Whole     Dataset = "graph"      // everything
	Knowledge Dataset = "vocabulary" // ontology and concepts
)

// OfReview is the dataset of a review.
func OfReview(slug string) Dataset { return Dataset("reviews/" + slug) }

// Pass says when a file is written: one that describes others comes after them.
type Pass uint8

// The passes, in order. Files of one pass are written at the same time and must
// not count on each other.
const (
	Content    Pass = iota // holds data
	Descriptor             // describes the files of the first pass: the catalogue, VoID
	Page                   // shows people what was written so far
	Directory              // lists whatever was written before: sitemap, link set, headers
)

// Entry is what a catalogue says of a file.
type Entry struct {
	Title       Text
	Description Text
	MediaType   string   // as registered with IANA, with parameters where they matter
	FileType    string   // code in the EU authority table file-type; empty: it has none that fits
	ConformsTo  []string // IRIs of the standards that the file follows
	Dataset     Dataset  // that the file is a distribution of; empty: it is none
	Full        bool     // whether it holds every statement of the dataset
}

// Artifact is a row of the plan: a file, or a folder of files.
//
// Write and Files must be deterministic. They may be called while those of other
// artifacts run, and only read what Input points to.
type Artifact struct {
	Path  string // of the file within the export, with slashes; that of a folder ends in one
	Group Group
	Pass  Pass
	Entry

	// Format is the name of the RDF syntax, for the files that hold the whole
	// graph; empty for all others.
	Format string

	// Statements is how many statements Write tells Input.Progress of; nil where
	// it tells none.
	Statements func(*graph.Dataset) int

	// Write writes the file.
	Write func(ctx context.Context, w io.Writer, in *Input) error

	// Files yields the files of a folder, each with its path below Path and with
	// what writes it. It takes the place of Write. Each function is called before
	// the next pair is asked for.
	Files func(ctx context.Context, in *Input) (iter.Seq2[string, func(io.Writer) error], error)

	// Describe is the entry of one file of a folder; nil: Entry, with no dataset, so that
	// the files of the folder are not distributions.
	Describe func(in *Input, path string) Entry
}

// Folder reports whether the artifact is a folder of files.
func (a *Artifact) Folder() bool { return a.Files != nil }

// EntryOf is what a catalogue says of one file of the artifact, named by its path
// below the folder.
func (a *Artifact) EntryOf(in *Input, name string) Entry {
	switch {
	case !a.Folder():
		return a.Entry
	case a.Describe != nil:
		return a.Describe(in, name)
	}
	e := a.Entry
	e.Dataset, e.Full = "", false
	if t, ok := mediaTypes[path.Ext(name)]; ok {
		e.MediaType = t
	}
	return e
}

// Input is what all artifacts are written from. Nothing in it may be changed.
type Input struct {
	Dataset     *graph.Dataset           // the reviews, a graph for each and those they share
	Ontology    *graph.Dataset           // the ontology with its code lists, which the dataset does not hold
	Publication *publication.Publication // never nil in what artifacts are given
	Base        string                   // the IRI that addresses start with; it ends in a slash
	Columns     []reference.Column       // of the tables that curators write, for the documentation

	// Written are the files of earlier passes, by path. It is empty in the first.
	Written []File

	// Progress, where it is not nil, is told of statements as they are written, by
	// several goroutines.
	Progress func(statements int)
}

// File is a file that was written.
type File struct {
	Path  string // within the export, with slashes
	Group Group
	Entry
	Statements int // 0: not counted
	Bytes      int64
	SHA256     string // 64 hexadecimal digits, small
	SHA1       string // 40, for readers that know no other sum
}
