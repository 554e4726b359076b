// Package reference writes the reference documentation of the ontology: every class,
// property and code with what it means, what the axioms and the shapes say of it,
// how it is used in the data, and what other vocabularies call it, in Norwegian or
// English, as HTML or Markdown.
//
// Nothing is written by hand but the words between (words.go, prose.go). The rest
// is read from the files of package ontology and from a dataset. The same files and
// data give the same bytes.
//
// A page is put together once for each language as sections of blocks (block.go),
// which know nothing of HTML or Markdown, and then written in either.
//
// # Anchors
//
// The anchor of a class or property is the fragment of its address: pg:Measure is
// #Measure. A code or code list, whose address ends in code/direction-null, is
// #code-direction-null. A term of another vocabulary is its short address with a
// hyphen, #skos-broader. Rules and shapes have their names, #S22 and #S22-study.
package reference
