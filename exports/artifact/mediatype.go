package artifact

// mediaTypes are those of the files that folders hold.
var mediaTypes = map[string]string{
	".bib":    "application/x-bibtex",
	".css":    "text/css",
	".csv":    "text/csv",
	".html":   "text/html",
	".js":     "text/javascript",
	".json":   "application/json",
	".jsonld": "application/ld+json",
	".md":     "text/markdown",
	".nt":     "application/n-triples",
	".nq":     "application/n-quads",
	".rdf":    "application/rdf+xml",
	".ris":    "application/x-research-info-systems",
	".svg":    "image/svg+xml",
	".trig":   "application/trig",
	".ttl":    "text/turtle",
	".txt":    "text/plain",
	".xml":    "application/xml",
}
