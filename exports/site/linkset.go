package site

import (
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"slices"

	"policygraph/exports/artifact"
	"policygraph/exports/feed"
	"policygraph/exports/internal/offer"
	"policygraph/exports/void"
)

// anchored are the links of one address.
type anchored struct {
	path  string // within the export, if it is one of its files
	href  string
	links []offer.Link
}

// signposts are the links of every file that has any, in the order of the files:
// pages to what they are about, files to the pages about them.
func signposts(in *artifact.Input) ([]anchored, error) {
	datasets, err := offer.Read(in)
	if err != nil {
		return nil, err
	}
	at := in.Publication.FilesAt(in.Base)
	if at == "" {
		return nil, nil
	}
	pages := map[string][]offer.Link{"index.html": offer.FrontPage(in)}
	for _, l := range offer.Languages {
		pages[offer.Front(l)] = offer.FrontPage(in)
		for _, d := range datasets {
			pages[offer.Page(d.Key, l)] = offer.Landing(in, d)
		}
	}
	var all []anchored
	for _, f := range in.Written {
		links := pages[f.Path]
		if f.Dataset != "" {
			links = append(links, offer.Item(in, f.Dataset)...)
		}
		if links = append(links, offer.Describing(in, f, datasets)...); len(links) > 0 {
			all = append(all, anchored{f.Path, at + f.Path, links})
		}
	}
	return all, nil
}

// WriteLinkset writes the links of everything as a link set (RFC 9264).
func WriteLinkset(w io.Writer, in *artifact.Input) error {
	all, err := signposts(in)
	if err != nil {
		return err
	}
	return writeLinkset(w, all)
}

func writeLinkset(w io.Writer, all []anchored) error {
	contexts := make([]context, 0, len(all))
	for _, a := range all {
		contexts = append(contexts, context(a))
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", " ")
	return out.Encode(map[string]any{"linkset": contexts})
}

// context is a link context object: an anchor, and its targets by relation.
type context anchored

// target is a link target object. An attribute that the RFC does not know, as
// profile, is a list.
type target struct {
	Href    string   `json:"href"`
	Type    string   `json:"type,omitempty"`
	Profile []string `json:"profile,omitempty"`
}

// MarshalJSON writes the relations in the order in which they come.
func (c context) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(`{"anchor":`)
	if err := writeJSON(&out, c.href); err != nil {
		return nil, err
	}
	for _, rel := range relations(c.links) {
		var targets []target
		for _, l := range c.links {
			if l.Rel == rel {
				t := target{Href: l.Href, Type: l.Type}
				if l.Profile != "" {
					t.Profile = []string{l.Profile}
				}
				targets = append(targets, t)
			}
		}
		out.WriteByte(',')
		if err := writeJSON(&out, rel); err != nil {
			return nil, err
		}
		out.WriteByte(':')
		if err := writeJSON(&out, targets); err != nil {
			return nil, err
		}
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}

func relations(links []offer.Link) (rels []string) {
	for _, l := range links {
		if !slices.Contains(rels, l.Rel) {
			rels = append(rels, l.Rel)
		}
	}
	return rels
}

func writeJSON(out *bytes.Buffer, v any) error {
	text, err := json.Marshal(v)
	out.Write(text)
	return err
}

// WellKnown is the folder of the well-known addresses (RFC 8615).
const WellKnown = ".well-known/"

// WellKnownFiles yields the description of the graph under the address where
// harvesters of linked data look for it and, where there are interfaces for
// programs, the catalogue of them (RFC 9727).
func WellKnownFiles(in *artifact.Input) iter.Seq2[string, func(io.Writer) error] {
	return func(yield func(string, func(io.Writer) error) bool) {
		if !yield("void", func(w io.Writer) error { return void.Write(w, in) }) {
			return
		}
		if services := apis(in); len(services) > 0 {
			yield("api-catalog", func(w io.Writer) error { return writeLinkset(w, services) })
		}
	}
}

// apis are the services with what describes each, and the feed.
func apis(in *artifact.Input) []anchored {
	p := in.Publication
	at := p.FilesAt(in.Base)
	if at == "" {
		return nil
	}
	documented := offer.Link{Rel: "service-doc", Href: p.HomepageAt(in.Base), Type: "text/html"}
	var each []anchored
	for _, s := range p.Services {
		a := anchored{href: s.Endpoint, links: []offer.Link{documented}}
		if s.About != "" {
			a.links = append(a.links, offer.Link{Rel: "service-desc", Href: s.About})
		}
		each = append(each, a)
	}
	if paths(in)[feed.Path] {
		each = append(each, anchored{href: at + feed.Path, links: []offer.Link{documented}})
	}
	all := anchored{href: at + WellKnown + "api-catalog"}
	for _, a := range each {
		all.links = append(all.links, offer.Link{Rel: "item", Href: a.href})
	}
	if len(each) == 0 {
		return nil
	}
	return append([]anchored{all}, each...)
}
