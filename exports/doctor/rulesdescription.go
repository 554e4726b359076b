package doctor

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"policygraph/exports/authority"
	"policygraph/graph"
)

// descriptionRules hold what a document says of a thing against what else it says
// of it.
var descriptionRules = []Rule{
	{
		ID: "described-type", Severity: Lose, Portals: everyone,
		Wrong: Text{"En distribusjon har en annen medietype eller et annet format enn filen.", "A distribution has another media type or format than its file."},
		Why:   Text{"Portaler åpner og viser filen etter det som står der, og det går galt.", "Portals open and show the file by what stands there, and fail."},
		Mend:  Text{"La dcat:mediaType og dct:format være de som filens endelse har.", "Let dcat:mediaType and dct:format be those of the file's extension."},
		data:  describedTypes,
	},
	{
		ID: "insecure-download", Severity: Refuse, Portals: []Portal{DataNorge},
		Wrong: Text{"En nedlastingsadresse er http der katalogen er https.", "A download address is http where the catalogue is https."},
		Why:   Text{"Verten sender leseren videre til https; data.norge.no følger ingen omdirigering mellom http og https, og når ikke filen.", "The host sends its reader on to https; data.norge.no follows no redirect between http and https, and does not reach the file."},
		Mend:  Text{"Skriv https i dcat:downloadURL.", "Write https in dcat:downloadURL."},
		data:  insecure,
	},
	{
		ID: "no-distribution", Severity: Lose, Portals: everyone,
		Wrong: Text{"Et datasett har ingen distribusjon.", "A dataset has no distribution."},
		Why:   Text{"Portalene viser det uten noe å laste ned.", "Portals show it with nothing to download."},
		Mend:  Text{"Pek på filene med dcat:distribution.", "Point at the files with dcat:distribution."},
		data: func(d *document) []Place {
			return d.nodes(d.own(), func(id graph.ID) bool { return len(d.values(id, "dcat:distribution")) == 0 })
		},
	},
	{
		ID: "norwegian-title", Severity: Score, Portals: []Portal{DataNorge},
		Wrong: Text{"Et datasett har ingen norsk tittel.", "A dataset has no Norwegian title."},
		Why:   Text{"data.norge.no viser da en tittel på et annet språk, og norske søk finner den ikke.", "data.norge.no then shows a title in another language, and Norwegian searches do not find it."},
		Mend:  Text{"Gi det en dct:title merket nb eller nn.", "Give it a dct:title tagged nb or nn."},
		data: func(d *document) []Place {
			return d.nodes(d.own(), func(id graph.ID) bool {
				titles := d.values(id, "dct:title")
				return len(titles) > 0 && !slices.ContainsFunc(titles, d.norwegian)
			})
		},
	},
	{
		ID: "modified-before-issued", Severity: Advice, Portals: everyone,
		Wrong: Text{"Noe er endret før det ble utgitt.", "Something was changed before it was issued."},
		Why:   Text{"Én av datoene er feil, og lesere vet ikke hvilken.", "One of the dates is wrong, and readers do not know which."},
		Mend:  Text{"Rett dct:issued eller dct:modified.", "Mend dct:issued or dct:modified."},
		data:  changedBefore,
	},
}

// own are the datasets that hold data themselves: neither catalogues nor series.
func (d *document) own() []graph.ID {
	return slices.DeleteFunc(slices.Clone(d.instances("dcat:Dataset")), func(id graph.ID) bool {
		return d.is(id, "dcat:Catalog") || d.is(id, "dcat:DatasetSeries") || d.is(id, "dcat:CatalogRecord")
	})
}

// norwegian reports whether a text is one in Norwegian. That “no” is a bad tag for
// it is said by a rule of its own.
func (d *document) norwegian(text graph.ID) bool {
	language, _, _ := strings.Cut(strings.ToLower(d.data.Aux(text)), "-")
	return d.data.Kind(text) == graph.KindLangString && slices.Contains([]string{"nb", "nn", "no"}, language)
}

// fileTypes are the codes of the EU table of file types, and the media types, that
// fit an extension. What may hold several kinds of things is not here.
var fileTypes = map[string]struct{ formats, media []string }{
	".csv":     {[]string{"CSV"}, []string{"text/csv"}},
	".html":    {[]string{"HTML", "XHTML", "HTML5"}, []string{"text/html", "application/xhtml+xml"}},
	".jsonld":  {[]string{"JSON_LD"}, []string{"application/ld+json"}},
	".nq":      {[]string{"RDF_N_QUADS"}, []string{"application/n-quads"}},
	".nt":      {[]string{"RDF_N_TRIPLES"}, []string{"application/n-triples"}},
	".parquet": {[]string{"PARQUET"}, []string{"application/vnd.apache.parquet"}},
	".rdf":     {[]string{"RDF", "RDF_XML"}, []string{"application/rdf+xml"}},
	".svg":     {[]string{"SVG"}, []string{"image/svg+xml"}},
	".trig":    {[]string{"RDF_TRIG"}, []string{"application/trig"}},
	".tsv":     {[]string{"TSV"}, []string{"text/tab-separated-values"}},
	".ttl":     {[]string{"RDF_TURTLE"}, []string{"text/turtle"}},
}

// describedTypes are the distributions whose format or media type is not one of
// their file. A format that is in no table is a mistake of another rule.
func describedTypes(d *document) (places []Place) {
	d.pairs("dcat:downloadURL", func(s, o graph.ID) {
		fit, judged := fileTypes[strings.ToLower(path.Ext(d.data.Text(o)))]
		if !judged {
			return
		}
		for _, format := range d.values(s, "dct:format") {
			code, ours := strings.CutPrefix(d.data.Text(format), authority.FileType.Prefix)
			if _, known := authority.FileType.Term(code); ours && known && !slices.Contains(fit.formats, code) {
				places = append(places, Place{Node: d.name(s), Detail: same(code)})
			}
		}
		for _, media := range d.values(s, "dcat:mediaType") {
			_, name, registered := strings.Cut(d.data.Text(media), "/media-types/")
			if registered && !slices.Contains(fit.media, name) {
				places = append(places, Place{Node: d.name(s), Detail: same(name)})
			}
		}
	})
	return places
}

// insecure are the distributions that are fetched by http from the host of a
// catalogue that is https.
func insecure(d *document) (places []Place) {
	base, err := url.Parse(d.catalogue())
	if err != nil || base.Scheme != "https" {
		return nil
	}
	for _, a := range d.downloads() {
		if u, err := url.Parse(a.url); err == nil && u.Scheme == "http" && u.Host == base.Host {
			places = append(places, Place{Node: a.distribution, Detail: same(a.url)})
		}
	}
	return places
}

// changedBefore are the things that were changed before they were issued, by the
// day.
func changedBefore(d *document) (places []Place) {
	const day = len("2006-01-02")
	d.pairs("dct:modified", func(s, o graph.ID) {
		modified := d.data.Text(o)
		for _, i := range d.values(s, "dct:issued") {
			issued := d.data.Text(i)
			if len(modified) >= day && len(issued) >= day && modified[:day] < issued[:day] {
				places = append(places, Place{Node: d.name(s), Detail: same(modified + " < " + issued)})
			}
		}
	})
	return places
}
