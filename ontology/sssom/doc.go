// Package sssom reads and writes tables of mappings between vocabularies in
// SSSOM/TSV (Simple Standard for Sharing Ontological Mappings, versions 1.0 and
// 1.1, https://mapping-commons.github.io/sssom/).
//
// [Read] takes a file as people have it: the metadata in a block of comments or
// in a file beside, tabs or commas between cells, slots that it has never heard
// of. It returns all that is wrong as [Problem] values, each with its place: an
// error where a mapping cannot be understood, a warning where the standard wants
// more but nothing is lost. [Write] writes one form.
//
// What slots there are, which of them are needed and what may stand in them is a
// table (slots.go).
package sssom
