package ontology

import (
	_ "embed"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// Version is the version of the four files; it follows semver. A patch changes
// labels and definitions, a minor version adds terms, a major version may make
// old data mean something else.
const Version = "0.1.0"

// Addresses of the files below the default base.
const (
	VersionIRI   quad.IRI = vocab.Base + "ns/" + Version
	ShapesIRI    quad.IRI = vocab.Base + "shapes"
	ContextIRI   quad.IRI = vocab.Base + "context/v1.jsonld"
	AlignmentIRI quad.IRI = vocab.Base + "mapping/core"
)

//go:embed policygraph.ttl
var turtle string

//go:embed shapes.ttl
var shapes string

//go:embed context.jsonld
var context string

//go:embed alignment.sssom.tsv
var alignment string

// Turtle returns the ontology with its code lists. The caller owns the bytes.
func Turtle() []byte { return []byte(turtle) }

// Shapes returns the SHACL shapes, in Turtle. The caller owns the bytes.
func Shapes() []byte { return []byte(shapes) }

// Context returns the JSON-LD context. The caller owns the bytes.
func Context() []byte { return []byte(context) }

// Alignment returns the mappings to other vocabularies, an SSSOM table with its
// metadata in front. The caller owns the bytes.
func Alignment() []byte { return []byte(alignment) }

// Rebase moves one of the four files to another base, which ends in a slash as
// [vocab.Base] does. What it gives is the file as it would be had it been
// written for that base: every address in it moves, also those in texts.
func Rebase(file []byte, base string) []byte {
	return []byte(strings.ReplaceAll(string(file), vocab.Base, base))
}
