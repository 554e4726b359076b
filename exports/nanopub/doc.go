// Package nanopub says each claim, finding, judgement and gap of the graph as a
// nanopublication (https://nanopub.net/guidelines/working_draft/), all of them in
// one TriG document.
//
// A nanopublication is four named graphs. Its head names the other three. Its
// assertion is all that the graph says of the statement, and for a claim that the
// review does not turn down also the link itself. Its provenance says where in
// which review the statement was read and what the review cites for it. Its
// publication info says who publishes it, under which licence and when.
//
// The address of a nanopublication is that of its statement with nanopub/ in
// place of id/, and those of its graphs follow behind a #. Nothing depends on a
// clock, no node is blank, and the assertions of all nanopublications together
// are the statements of the graph, none lost and none invented.
package nanopub
