// Package gapmap lays the evidence out as a map of measures against outcomes,
// and of measures against problems: what was found, how it was studied, what the
// reviews make of it, what they looked for in vain, and what nobody says anything
// about.
//
// [Read] makes the map from a dataset. [Files] are its forms: a table of cells
// (CSV), all of it for programs (JSON), a picture for each language (SVG) and a
// page for each language (HTML).
//
// The states of a cell are told apart in every form ([State]). The one thing the
// map must never do is to let "tested without effect" look like "never tested".
package gapmap
