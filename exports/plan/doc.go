// Package plan is the list of everything that is published, and what writes it
// into a folder, whole or not at all.
//
// To publish another view, add a row to the table of its group (table.go):
//
//	{
//		Path: "network/policygraph.graphml", Group: artifact.Network,
//		Entry: artifact.Entry{
//			Title:       artifact.Text{NB: "Nettverk som GraphML", EN: "Network as GraphML"},
//			Description: artifact.Text{NB: "…", EN: "…"},
//			MediaType:   "application/xml", FileType: "XML", Dataset: artifact.Whole,
//		},
//		Write: simple(graphml.Write),
//	},
//
// A folder has Files in place of Write, and a Path that ends in a slash.
package plan
