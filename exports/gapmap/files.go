package gapmap

import (
	"io"

	"policygraph/exports/view"
	"policygraph/graph"
)

// Files are the forms of the map, as they are published.
var Files = []view.File{
	{Path: "gapmap/" + pageName(NB), NB: "Kart over kunnskap og kunnskapshull, nettside på bokmål", EN: "Evidence gap map, web page in Norwegian",
		MediaType: "text/html", FileType: "HTML", Write: written(page(NB))},
	{Path: "gapmap/" + pageName(EN), NB: "Kart over kunnskap og kunnskapshull, nettside på engelsk", EN: "Evidence gap map, web page in English",
		MediaType: "text/html", FileType: "HTML", Write: written(page(EN))},
	{Path: "gapmap/" + csvName, NB: "Rutene i kartet som CSV-tabell", EN: "The cells of the map as a CSV table",
		MediaType: "text/csv", FileType: "CSV", Write: written(WriteCSV)},
	{Path: "gapmap/" + jsonName, NB: "Hele kartet som JSON", EN: "The whole map as JSON",
		MediaType: "application/json", FileType: "JSON", Write: written(WriteJSON)},
	{Path: "gapmap/" + pictureName(NB), NB: "Kart over kunnskap og kunnskapshull, bilde på bokmål", EN: "Evidence gap map, picture in Norwegian",
		MediaType: "image/svg+xml", FileType: "SVG", Write: written(picture(NB))},
	{Path: "gapmap/" + pictureName(EN), NB: "Kart over kunnskap og kunnskapshull, bilde på engelsk", EN: "Evidence gap map, picture in English",
		MediaType: "image/svg+xml", FileType: "SVG", Write: written(picture(EN))},
}

// The names of the files within their folder.
const (
	csvName  = "gapmap.csv"
	jsonName = "gapmap.json"
)

func pageName(l Lang) string    { return "gapmap." + string(l) + ".html" }
func pictureName(l Lang) string { return "gapmap." + string(l) + ".svg" }

func written(write func(io.Writer, *Map) error) func(io.Writer, *graph.Dataset, string) error {
	return func(w io.Writer, d *graph.Dataset, base string) error { return write(w, Read(d, base)) }
}
