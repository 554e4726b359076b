package site

import (
	"fmt"
	"io"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/offer"
)

// The files that tell servers what to say: static hosts read the one, Apache the
// other.
const (
	Headers  = "_headers"
	Htaccess = ".htaccess"
)

// everywhere are the headers of every answer: any page of any site may read the
// files and their links, and nobody guesses at media types. Files may be kept for
// an hour, and are then asked for by their ETag.
var everywhere = [][2]string{
	{"Access-Control-Allow-Origin", "*"},
	{"Access-Control-Expose-Headers", "Link, ETag, Content-Location, Content-Length"},
	{"Cache-Control", "public, max-age=3600, must-revalidate"},
	{"X-Content-Type-Options", "nosniff"},
}

// onPages are the headers that a page cannot say itself.
var onPages = [][2]string{{"Content-Security-Policy", "frame-ancestors 'none'"}, {"Referrer-Policy", "no-referrer"}}

// served are the files that servers must be told of.
func served(in *artifact.Input) []artifact.File {
	text := artifact.Entry{MediaType: "text/plain"}
	return append(slices.Clone(in.Written),
		artifact.File{Path: "SHA256SUMS", Entry: text},
		artifact.File{Path: "robots.txt", Entry: text},
		artifact.File{Path: Headers, Entry: text},
		artifact.File{Path: Redirects, Entry: text},
		artifact.File{Path: Sitemap, Entry: artifact.Entry{MediaType: "application/xml"}},
		artifact.File{Path: offer.Linkset, Entry: artifact.Entry{MediaType: offer.LinksetType}},
		artifact.File{Path: WellKnown + "void", Entry: artifact.Entry{MediaType: "text/turtle"}},
		artifact.File{Path: WellKnown + "api-catalog", Entry: artifact.Entry{MediaType: offer.LinksetType}},
	)
}

// contentType is a media type with its charset, where it has one.
func contentType(mediaType string) string {
	if strings.HasPrefix(mediaType, "text/") && !strings.Contains(mediaType, "charset") {
		return mediaType + "; charset=utf-8"
	}
	return mediaType
}

// byExtension are the media types of the extensions that have one only; single are
// the files with any other extension, or none. Hosts put together what two rules
// say of one file, and two media types are none.
func byExtension(files []artifact.File) (extensions [][2]string, single []artifact.File) {
	types := map[string]string{}
	for _, f := range files {
		ext := path.Ext(path.Base(f.Path))
		if was, ok := types[ext]; ext == "" || ok && was != f.MediaType {
			types[ext] = ""
		} else {
			types[ext] = f.MediaType
		}
	}
	for _, ext := range slices.Sorted(maps.Keys(types)) {
		if types[ext] != "" {
			extensions = append(extensions, [2]string{ext, contentType(types[ext])})
		}
	}
	for _, f := range files {
		if types[path.Ext(path.Base(f.Path))] == "" {
			single = append(single, f)
		}
	}
	return extensions, single
}

// mostInHeader is how many characters of links a header has; servers and clients
// give up on much longer ones. The rest is in the link set.
const mostInHeader = 4000

// header are the links of a page as the values of Link headers.
func header(links []offer.Link) []string {
	values := linkValues(links)
	if len(strings.Join(values, ", ")) <= mostInHeader {
		return values
	}
	return linkValues(slices.DeleteFunc(slices.Clone(links), func(l offer.Link) bool { return l.Rel == "item" }))
}

func linkValues(links []offer.Link) (values []string) {
	for _, l := range links {
		v := fmt.Sprintf("<%s>; rel=%q", l.Href, l.Rel)
		if l.Type != "" {
			v += fmt.Sprintf("; type=%q", l.Type)
		}
		if l.Profile != "" {
			v += fmt.Sprintf("; profile=%q", l.Profile)
		}
		values = append(values, v)
	}
	return values
}

// byFolder puts one in place of all the files of a folder that have the same links,
// since hosts take a hundred rules or so.
func byFolder(all []anchored, written []artifact.File) (fewer []anchored) {
	files, links := map[string]int{}, map[string]map[string]int{}
	key := func(a anchored) string { return strings.Join(linkValues(a.links), "\n") }
	for _, f := range written {
		files[path.Dir(f.Path)]++
	}
	for _, a := range all {
		dir := path.Dir(a.path)
		if links[dir] == nil {
			links[dir] = map[string]int{}
		}
		links[dir][key(a)]++
	}
	for _, a := range all {
		dir := path.Dir(a.path)
		switch same := links[dir][key(a)]; {
		case dir == "." || same < files[dir]:
			fewer = append(fewer, a)
		case same == files[dir]:
			fewer = append(fewer, anchored{path: dir + "/*", links: a.links})
			links[dir][key(a)] = same + 1 // said once
		}
	}
	return fewer
}

// WriteHeaders writes the headers of all files, as static hosts such as Netlify
// and Cloudflare Pages read them.
func WriteHeaders(w io.Writer, in *artifact.Input) error {
	all, err := signposts(in)
	if err != nil {
		return err
	}
	root := "/"
	if u, err := url.Parse(in.Publication.FilesAt(in.Base)); err == nil && u.Path != "" {
		root = u.Path
	}
	var out strings.Builder
	rule := func(path string, headers ...[2]string) {
		fmt.Fprintf(&out, "%s\n", root+path)
		for _, h := range headers {
			fmt.Fprintf(&out, "  %s: %s\n", h[0], h[1])
		}
	}
	rule("*", everywhere...)
	extensions, single := byExtension(served(in))
	for _, e := range extensions {
		headers := [][2]string{{"Content-Type", e[1]}}
		if e[0] == ".html" {
			headers = append(headers, onPages...)
		}
		rule("*"+e[0], headers...)
	}
	for _, f := range single {
		rule(f.Path, [2]string{"Content-Type", contentType(f.MediaType)})
	}
	for _, a := range byFolder(all, in.Written) {
		var headers [][2]string
		for _, v := range header(a.links) {
			headers = append(headers, [2]string{"Link", v})
		}
		rule(a.path, headers...)
	}
	_, err = io.WriteString(w, out.String())
	return err
}
