// Package reviews reads the curated evidence and says it as quads.
//
// Curators write tables: concepts, cited sources, and for each review its
// claims, findings, judgements, gaps and conflicts, as CSV or YAML, beside a
// review.yaml that describes the review itself. [Tables] is the whole format:
// which columns there are, what stands in them, what they become. Everything
// else here follows those tables.
//
//   - [Load] reads a folder of such files into an immutable [Corpus] and returns
//     every [Problem] it found, not the first one.
//   - Each [Record] and each [Value] in it keeps its [Source], the cell it was
//     written in.
//   - [Corpus.Statements] says the corpus as quads, each with the cell it comes
//     from; [Corpus.Quads] gives the quads alone.
//   - [Rules] lists what must hold, why, and what to do; a Problem names the rule
//     it breaks, and is written in English or in bokmål. Package report writes
//     problems for people and programs.
//   - [Corpus.CheckPublished] tells what an edition had that is gone.
//   - [Digest] and [Corpus.CheckAnchors] tie each statement to the passage of
//     the review it was read from, without storing a word of that passage.
//
// Data that breaks a rule is data, not a Go error: problems are values, and a
// corpus comes with them.
package reviews
