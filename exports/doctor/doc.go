// Package doctor reads an export as the harvesters of data portals do, from a
// folder or from where it is served, and says what each of them would refuse, lose
// or give fewer points for: in plain words, with the place, the reason and the
// remedy.
//
// What it knows is in tables. Obligations of the profiles are lines of
// obligations.txt, from which SHACL shapes are made; mistakes of documents, files
// and answers are rows of rules; what the portals give points for is in
// exports/quality. How each harvester reads is written out in harvester.go and
// what is near it.
//
// Nothing is asked of the network but what a [Source] asks.
package doctor
