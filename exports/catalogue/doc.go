// Package catalogue describes what is published, for portals: as a DCAT
// catalogue in one document that satisfies DCAT-AP 3.0.1 and 2.1.1 and DCAT-AP-NO
// 3.0 and 2.2 at once (the bridge), and in two dialects with what these do not
// agree on: sizes, checksums and status.
//
// The document stands by itself. It holds nothing of the graph that it describes,
// no blank node and no named graph, and whatever it points at is typed and
// labelled in it, since readers look nowhere else. It is made from the data and
// from what the publisher says alone, so that it changes only where they do.
package catalogue
