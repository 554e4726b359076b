// Package skosapno says the concepts of the graph as a concept catalogue by
// SKOS-AP-NO-Begrep 2 (https://data.norge.no/specification/skos-ap-no-begrep),
// the Norwegian application profile of SKOS that data.norge.no harvests.
//
// Each problem, mechanism, measure, outcome and population is a skos:Concept with
// its names, its definition as one euvoc:XlNote for each language, the wider
// concept it specializes, and the collection of its kind. The profile wants a
// preferred name in bokmål and one in nynorsk: a concept without them is not in
// the catalogue, and [Unfit] says so.
//
// What points at other catalogues is not here. The profile wants whatever
// skos:exactMatch and skos:closeMatch lead to described as a concept in the same
// document, with all that is mandatory, and that is not ours to say. No node is
// blank.
package skosapno
