package doctor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"policygraph/graph"
)

// everyone are the harvesters.
var everyone = []Portal{DataNorge, DataEuropa, CKAN, Udata}

// documentRules look at a document of the catalogue before anybody understands it:
// at the answer that it came in, and at its text.
var documentRules = []Rule{
	{
		ID: "status", Severity: Refuse, Portals: everyone,
		Wrong:   Text{"Adressen svarer ikke med 200.", "The address does not answer with 200."},
		Why:     Text{"data.norge.no godtar nøyaktig 200 og ingenting annet.", "data.norge.no takes exactly 200 and nothing else."},
		Mend:    Text{"La adressen svare med dokumentet selv.", "Let the address answer with the document itself."},
		applies: served,
		document: func(d *document) []Place {
			return onlyIf(!d.answer.OK() && !d.redirected() && !d.answer.Slow, status(d))
		},
	},
	{
		ID: "redirect", Severity: Refuse, Portals: []Portal{DataNorge},
		Wrong:    Text{"Adressen sender leseren videre.", "The address sends its reader elsewhere."},
		Why:      Text{"data.norge.no følger ingen omdirigering mellom http og https; svaret er da ikke 200 og høstingen stopper.", "data.norge.no follows no redirect between http and https; the answer is not 200 then, and harvesting stops."},
		Mend:     Text{"Oppgi adressen som det ender på, og svar på den.", "Register the address where it ends, and answer there."},
		applies:  served,
		document: func(d *document) []Place { return onlyIf(d.redirected(), same(d.answer.Location)) },
	},
	{
		ID: "slow", Severity: Refuse, Portals: everyone,
		Wrong:    Text{"Adressen svarer ikke i tide.", "The address does not answer in time."},
		Why:      Text{"Høstere gir opp; det de hadde, blir stående gammelt.", "Harvesters give up; what they held grows old."},
		Mend:     Text{"Server katalogen som en ferdig fil.", "Serve the catalogue as a file that is ready."},
		applies:  served,
		document: func(d *document) []Place { return onlyIf(d.answer.Slow, Text{}) },
	},
	{
		ID: "gzip", Severity: Refuse, Portals: []Portal{DataNorge},
		Wrong:    Text{"Svaret er komprimert uten at noen ba om det.", "The answer is compressed though nobody asked."},
		Why:      Text{"data.norge.no leser Content-Encoding som navnet på et tegnsett, og høstingen stopper.", "data.norge.no reads Content-Encoding as the name of a character set, and harvesting stops."},
		Mend:     Text{"Komprimer bare når Accept-Encoding ber om det.", "Compress only where Accept-Encoding asks."},
		applies:  served,
		document: func(d *document) []Place { return onlyIf(d.encoded(), same(d.answer.Encoding)) },
	},
	{
		ID: "media-type", Severity: Refuse, Portals: []Portal{CKAN, Udata},
		Wrong: Text{"Medietypen er ikke den som syntaksen har.", "The media type is not that of the syntax."},
		Why:   Text{"ckanext-dcat velger leser etter Content-Type og kjenner ikke application/json, text/plain eller XML som RDF.", "ckanext-dcat chooses its reader by Content-Type and does not know application/json, text/plain or XML as RDF."},
		Mend:  Text{"Bruk endelsene .ttl, .jsonld, .rdf og .nt, og server dem som text/turtle, application/ld+json, application/rdf+xml og application/n-triples.", "Use the extensions .ttl, .jsonld, .rdf and .nt, and serve them as text/turtle, application/ld+json, application/rdf+xml and application/n-triples."},
		document: func(d *document) []Place {
			return onlyIf(d.answer.OK() && d.served() != d.format.MediaType, same(d.served()))
		},
	},
	{
		ID: "head", Severity: Score, Portals: []Portal{DataNorge, DataEuropa},
		Wrong:   Text{"HEAD gir et annet svar enn GET.", "HEAD answers otherwise than GET."},
		Why:     Text{"Portalene prøver adresser med HEAD og trekker poeng når de ikke svarer.", "Portals try addresses with HEAD and take points where they do not answer."},
		Mend:    Text{"Svar på HEAD som på GET, uten innhold.", "Answer HEAD as GET, without the content."},
		applies: served,
		export:  headAsGet,
	},
	{
		ID: "size-50", Severity: Refuse, Portals: []Portal{CKAN},
		Wrong:    Text{"Dokumentet er større enn 50 MB.", "The document is larger than 50 MB."},
		Why:      Text{"ckanext-dcat stopper der.", "ckanext-dcat stops there."},
		Mend:     Text{"Hold grafen utenfor katalogen; den skal bare peke på den.", "Keep the graph out of the catalogue, which is only to point at it."},
		document: largerThan(MaxCKAN),
	},
	{
		ID: "size-75", Severity: Refuse, Portals: []Portal{DataNorge},
		Wrong:    Text{"Dokumentet er større enn 75 MB.", "The document is larger than 75 MB."},
		Why:      Text{"data.norge.no stopper der.", "data.norge.no stops there."},
		Mend:     Text{"Hold grafen utenfor katalogen; den skal bare peke på den.", "Keep the graph out of the catalogue, which is only to point at it."},
		document: largerThan(MaxDataNorge),
	},
	{
		ID: "byte-order-mark", Severity: Refuse, Portals: []Portal{CKAN, Udata},
		Wrong:    Text{"Dokumentet begynner med et byte order mark.", "The document begins with a byte order mark."},
		Why:      Text{"rdflib, som CKAN og udata leser med, stopper ved det første tegnet.", "rdflib, which CKAN and udata read with, stops at the first character."},
		Mend:     Text{"Lagre som UTF-8 uten BOM.", "Save as UTF-8 without a BOM."},
		document: func(d *document) []Place { return onlyIf(bytes.HasPrefix(d.answer.Body, bom), Text{}) },
	},
	{
		ID: "utf-8", Severity: Refuse, Portals: everyone,
		Wrong:    Text{"Dokumentet er ikke UTF-8.", "The document is not UTF-8."},
		Why:      Text{"RDF er UTF-8; bokstaver blir borte, eller lesingen stopper.", "RDF is UTF-8; letters are lost, or reading stops."},
		Mend:     Text{"Lagre som UTF-8.", "Save as UTF-8."},
		document: func(d *document) []Place { return onlyIf(!d.encoded() && !utf8.Valid(d.answer.Body), Text{}) },
	},
	{
		ID: "syntax", Severity: Refuse, Portals: everyone,
		Wrong:    Text{"Dokumentet kan ikke leses.", "The document cannot be read."},
		Why:      Text{"Ingen høster tar et halvt dokument.", "No harvester takes half a document."},
		Mend:     Text{"Rett feilen på stedet som er nevnt; policygraph convert viser linjen.", "Mend the mistake at the place that is named; policygraph convert shows the line."},
		document: syntax,
	},
	{
		ID: "invalid-iri", Severity: Refuse, Portals: everyone,
		Wrong:    Text{"En adresse har tegn som adresser ikke kan ha.", "An address has characters that addresses cannot have."},
		Why:      Text{"Mellomrom, loddrett strek og vinkelhaker stopper lesere, og hos noen portaler hele eksporten siden.", "Spaces, pipes and angle brackets stop readers, and at some portals the whole export afterwards."},
		Mend:     Text{"Skriv tegnet som prosentkode, som %20.", "Write the character as a percent code, such as %20."},
		document: invalidIRI,
	},
	{
		ID: "remote-context", Severity: Refuse, Portals: []Portal{CKAN, Udata},
		Wrong:    Text{"JSON-LD-dokumentet viser til en kontekst på nettet.", "The JSON-LD document refers to a context on the web."},
		Why:      Text{"Høstere får ikke hente den, eller svarer med en feil som ingen fanger.", "Harvesters may not fetch it, or fail in a way that nobody catches."},
		Mend:     Text{"Skriv konteksten i dokumentet.", "Write the context into the document."},
		document: remoteContext,
	},
	{
		ID: "final-newline", Severity: Advice, Portals: []Portal{Readers},
		Wrong: Text{"Dokumentet slutter uten linjeskift.", "The document ends without a newline."},
		Why:   Text{"Filer som settes sammen, flyter sammen i siste linje.", "Files that are joined run together in the last line."},
		Mend:  Text{"Avslutt siste linje.", "End the last line."},
		document: func(d *document) []Place {
			return onlyIf(d.data != nil && !bytes.HasSuffix(d.answer.Body, []byte("\n")), Text{})
		},
	},
}

func served(e *examination) bool { return e.source.Kind() == AtServer }

// onlyIf is one place, the document itself, or none.
func onlyIf(wrong bool, detail Text) []Place {
	if !wrong {
		return nil
	}
	return []Place{{Detail: detail}}
}

func largerThan(most int) func(*document) []Place {
	return func(d *document) []Place {
		n := len(d.answer.Body)
		return onlyIf(n > most, same(fmt.Sprintf("%d MB", n>>20)))
	}
}

func status(d *document) Text { return same(fmt.Sprint(d.answer.Status)) }

func (d *document) redirected() bool {
	return d.answer.Status >= 300 && d.answer.Status < 400 && d.answer.Location != ""
}

func (d *document) encoded() bool {
	e := strings.ToLower(strings.TrimSpace(d.answer.Encoding))
	return e != "" && e != "identity"
}

// headAsGet asks with HEAD for what was got.
func headAsGet(e *examination) (places []Place, err error) {
	for _, d := range e.documents {
		if !d.answer.OK() {
			continue
		}
		a, err := e.source.Head(e.ctx, d.path)
		if err != nil {
			return nil, err
		}
		if !a.OK() || a.Type != d.answer.Type {
			places = append(places, Place{File: d.path, Detail: same(fmt.Sprintf("%d %s", a.Status, http.StatusText(a.Status)))})
		}
	}
	return places, nil
}

// aboutAddress reports whether a mistake of syntax is one in an address.
func aboutAddress(err error) bool {
	var wrong *graph.SyntaxError
	return errors.As(err, &wrong) && strings.Contains(wrong.Expected, "IRI") && wrong.Found != "" && strings.ContainsAny(wrong.Found, " |<>{}^`\\\"")
}

func syntax(d *document) []Place {
	if d.err == nil || aboutAddress(d.err) || len(remoteContext(d)) > 0 || d.encoded() || !utf8.Valid(d.answer.Body) || !d.answer.OK() {
		return nil
	}
	where, found := d.place()
	return []Place{{File: where, Detail: found}}
}

func invalidIRI(d *document) (places []Place) {
	if d.err != nil && aboutAddress(d.err) {
		where, found := d.place()
		return []Place{{File: where, Detail: found}}
	}
	if d.format.Name != "jsonld" {
		return nil
	}
	d.members(func(key string, value any) {
		if s, ok := value.(string); ok && key == "@id" && strings.ContainsAny(s, " |<>{}^`\\\"") {
			places = append(places, Place{Node: s})
		}
	})
	return places
}

func remoteContext(d *document) (places []Place) {
	if d.format.Name != "jsonld" {
		return nil
	}
	d.members(func(key string, value any) {
		if key != "@context" {
			return
		}
		all, many := value.([]any)
		if !many {
			all = []any{value}
		}
		for _, c := range all {
			if address, ok := c.(string); ok {
				places = append(places, Place{Detail: same(address)})
			}
		}
	})
	return places
}

// members calls f with each member of each object of a JSON document, those of an
// object by key.
func (d *document) members(f func(key string, value any)) {
	var v any
	if json.Unmarshal(bytes.TrimPrefix(d.answer.Body, bom), &v) == nil {
		walk(v, f)
	}
}

func walk(v any, f func(key string, value any)) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			walk(item, f)
		}
	case map[string]any:
		keys := make([]string, 0, len(v))
		for key := range v {
			keys = append(keys, key)
		}
		slices.Sort(keys)
		for _, key := range keys {
			f(key, v[key])
			walk(v[key], f)
		}
	}
}

// isWeb reports whether an address is one of the web, or for mail.
func isWeb(iri string) bool {
	u, err := url.Parse(iri)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" || err == nil && u.Scheme == "mailto"
}
