package doctor

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"policygraph/graph"
	"policygraph/graph/formats"
)

// The files that speak to hosts and to search engines.
const (
	headersFile = "_headers"
	robotsFile  = "robots.txt"
	sitemapFile = "sitemap.xml"
	linksetFile = "linkset.json"
)

// siteRules look at the files of a folder that lie beside the catalogue: at those
// that speak to hosts and search engines, and at all others of RDF.
var siteRules = []Rule{
	{
		ID: "promised-type", Severity: Refuse, Portals: []Portal{CKAN, Udata},
		Wrong:   Text{"_headers lover en annen medietype enn syntaksen har.", "_headers promises a media type that is not that of the syntax."},
		Why:     Text{"Verten sender den; ckanext-dcat velger leser etter den, og tar ikke imot katalogen.", "The host sends it; ckanext-dcat chooses its reader by it, and does not take the catalogue."},
		Mend:    Text{"Skriv text/turtle for .ttl, application/ld+json for .jsonld, application/rdf+xml for .rdf og application/n-triples for .nt.", "Write text/turtle for .ttl, application/ld+json for .jsonld, application/rdf+xml for .rdf and application/n-triples for .nt."},
		applies: holds(headersFile),
		export:  promisedTypes,
	},
	{
		ID: "robots", Severity: Lose, Portals: []Portal{Google},
		Wrong:   Text{"robots.txt stenger søkemotorer ute.", "robots.txt shuts search engines out."},
		Why:     Text{"Google leser da ingen av sidene, og viser ikke datasettene.", "Google then reads none of the pages, and does not show the datasets."},
		Mend:    Text{"Ta bort Disallow, eller skriv Allow for adressen.", "Remove the Disallow, or write an Allow for the address."},
		applies: holds(robotsFile),
		export:  ofFile(robotsFile, func(e *examination, body []byte) string { return shutOut(body, e.root()) }),
	},
	{
		ID: "sitemap", Severity: Lose, Portals: []Portal{Google},
		Wrong:   Text{"sitemap.xml kan ikke leses, eller har en relativ adresse.", "sitemap.xml cannot be read, or has a relative address."},
		Why:     Text{"Google forkaster kartet og finner ikke sidene gjennom det.", "Google throws the map away and does not find the pages through it."},
		Mend:    Text{"Skriv velformet XML med hele adressen i hver loc.", "Write well-formed XML with the whole address in each loc."},
		applies: holds(sitemapFile),
		export:  ofFile(sitemapFile, func(_ *examination, body []byte) string { return wrongSitemap(body) }),
	},
	{
		ID: "linkset", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"linkset.json er ikke JSON.", "linkset.json is not JSON."},
		Why:     Text{"Programmer som følger FAIR Signposting, finner ikke filene.", "Programs that follow FAIR Signposting do not find the files."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: holds(linksetFile),
		export:  ofFile(linksetFile, func(_ *examination, body []byte) string { return mistake(json.Unmarshal(body, new(any))) }),
	},
	{
		ID: "signpost", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"linkset.json viser til en fil som ikke er der.", "linkset.json points at a file that is not there."},
		Why:     Text{"Programmer som F-UJI følger lenken og får 404.", "Programs such as F-UJI follow the link and get a 404."},
		Mend:    Text{"Publiser filen, eller skriv eksporten på nytt.", "Publish the file, or write the export again."},
		applies: holds(linksetFile),
		export:  signposts,
	},
	{
		ID: "unreadable", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"En RDF-fil ved siden av katalogen kan ikke leses.", "An RDF file beside the catalogue cannot be read."},
		Why:     Text{"Den som henter den, får ingenting.", "Whoever fetches it gets nothing."},
		Mend:    Text{"Skriv eksporten på nytt; policygraph convert viser linjen.", "Write the export again; policygraph convert shows the line."},
		applies: func(e *examination) bool { return inFolder(e) && len(e.beside()) > 0 },
		export:  unreadable,
	},
}

// holds reports of an export whether it is a folder with a file.
func holds(file string) func(*examination) bool {
	return func(e *examination) bool { return inFolder(e) && e.has(file) }
}

// ofFile looks at one file; what is found is in it.
func ofFile(file string, wrong func(*examination, []byte) string) func(*examination) ([]Place, error) {
	return func(e *examination) ([]Place, error) {
		a, err := e.get(file)
		if err != nil {
			return nil, err
		}
		if found := wrong(e, a.Body); found != "" {
			return []Place{{File: file, Detail: same(found)}}, nil
		}
		return nil, nil
	}
}

// mistake is what an error says, empty for none.
func mistake(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// root is the path at which the export is served, as far as its addresses tell.
func (e *examination) root() string {
	if u, err := url.Parse(e.prefix); err == nil && u.Path != "" {
		return u.Path
	}
	return "/"
}

// promisedTypes are the lines of _headers that give a file of RDF another type.
func promisedTypes(e *examination) (places []Place, err error) {
	a, err := e.get(headersFile)
	if err != nil {
		return nil, err
	}
	for _, p := range promises(a.Body) {
		wrong := func(file string) bool {
			f, known := rdfFile(file)
			return known && f.MediaType != p.mediaType && p.pattern.MatchString(e.root()+file)
		}
		if slices.ContainsFunc(e.files, wrong) {
			places = append(places, Place{File: fmt.Sprintf("%s:%d", headersFile, p.line), Detail: same(p.mediaType)})
		}
	}
	return places, nil
}

// rdfFile is the syntax of a file of RDF. What ends in .json or .xml may be
// anything.
func rdfFile(file string) (formats.Format, bool) {
	if slices.Contains([]string{".json", ".xml"}, path.Ext(file)) {
		return formats.Format{}, false
	}
	return formatOf(file)
}

// promise is the media type that a host is to send for some paths.
type promise struct {
	pattern   *regexp.Regexp
	mediaType string // without parameters
	line      int
}

// promises are those of a _headers file: paths at the margin, with * for anything,
// and below each its headers, indented.
func promises(body []byte) (list []promise) {
	var pattern *regexp.Regexp
	for i, text := range strings.Split(string(body), "\n") {
		trimmed := strings.TrimSpace(text)
		name, value, isHeader := strings.Cut(trimmed, ":")
		switch {
		case trimmed == "" || trimmed[0] == '#':
		case text[0] != ' ' && text[0] != '\t':
			pattern = regexp.MustCompile("^" + strings.ReplaceAll(regexp.QuoteMeta(trimmed), `\*`, ".*") + "$")
		case isHeader && pattern != nil && strings.EqualFold(name, "Content-Type"):
			mediaType, _, _ := strings.Cut(value, ";")
			list = append(list, promise{pattern, strings.ToLower(strings.TrimSpace(mediaType)), i + 1})
		}
	}
	return list
}

// shutOut is the line of a robots.txt that keeps Google from a path, if one does:
// the longest that fits decides, and of two as long the one that allows (RFC 9309,
// section 2.2.2).
func shutOut(body []byte, root string) string {
	var ours, inRules bool
	denied, allowed := "", 0
	for text := range strings.Lines(string(body)) {
		text, _, _ = strings.Cut(text, "#")
		name, value, _ := strings.Cut(text, ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "user-agent":
			ours = !inRules && ours || value == "*" || strings.EqualFold(value, "googlebot")
			inRules = false
		case "disallow":
			inRules = true
			if rule := strings.TrimSuffix(value, "*"); ours && rule != "" && strings.HasPrefix(root, rule) && len(rule) > len(denied) {
				denied = rule
			}
		case "allow":
			inRules = true
			if rule := strings.TrimSuffix(value, "*"); ours && strings.HasPrefix(root, rule) {
				allowed = max(allowed, len(rule))
			}
		}
	}
	if len(denied) <= allowed {
		return ""
	}
	return "Disallow: " + denied
}

// wrongSitemap is what is wrong with a sitemap, empty if nothing is.
func wrongSitemap(body []byte) string {
	d := xml.NewDecoder(bytes.NewReader(body))
	inLoc := false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return ""
		}
		if err != nil {
			return err.Error()
		}
		switch token := token.(type) {
		case xml.StartElement:
			inLoc = token.Name.Local == "loc"
		case xml.EndElement:
			inLoc = false
		case xml.CharData:
			if loc := strings.TrimSpace(string(token)); inLoc && !isWeb(loc) {
				return loc
			}
		}
	}
}

// signposts are the targets of linkset.json that would be files of the export and
// are not there. Whether the address of a thing or of a folder answers is for the
// host to say.
func signposts(e *examination) (places []Place, err error) {
	a, err := e.get(linksetFile)
	if err != nil {
		return nil, err
	}
	d, missing := &document{answer: a}, make(map[string]bool)
	d.members(func(key string, value any) {
		target, ok := value.(string)
		file, ours := e.pathOf(target)
		if ok && ours && (key == "href" || key == "anchor") && path.Ext(file) != "" && !strings.HasPrefix(file, "id/") && !e.has(file) && !missing[file] {
			missing[file] = true
			places = append(places, Place{File: linksetFile, Detail: same(file)})
		}
	})
	return places, nil
}

// beside are the files of RDF that are neither the catalogue nor the whole graph.
func (e *examination) beside() []string {
	whole := e.dumps()
	return slices.DeleteFunc(slices.Clone(e.files), func(p string) bool {
		_, ofCatalogue := isCatalogue(p)
		_, known := rdfFile(p)
		return ofCatalogue || !known || slices.Contains(whole, p) || slices.Contains(e.schemaFiles(), p)
	})
}

// unreadable are the files beside the catalogue that cannot be read. Of JSON-LD
// with a context on the web, which nobody fetches, the JSON alone is read.
func unreadable(e *examination) (places []Place, err error) {
	for _, p := range e.beside() {
		a, err := e.get(p)
		if err != nil {
			return nil, err
		}
		f, _ := rdfFile(p)
		d := &document{path: p, format: f, answer: a}
		if len(remoteContext(d)) > 0 {
			continue
		}
		d.err = f.Read(bytes.NewReader(a.Body), formats.ReadOptions{Name: p, Base: nowhere}, func(*graph.RawQuad) error { return e.ctx.Err() })
		if e.ctx.Err() != nil {
			return nil, e.ctx.Err()
		}
		if d.err != nil {
			where, found := d.place()
			places = append(places, Place{File: where, Detail: found})
		}
	}
	return places, nil
}
