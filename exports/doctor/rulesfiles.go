package doctor

import (
	"bytes"
	"context"
	"crypto/sha1" // DCAT-AP 2.1.1 takes no other sum
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"policygraph/exports"
	"policygraph/graph"
	"policygraph/graph/canon"
	"policygraph/graph/formats"
)

// fileRules hold the files of an export against each other.
var fileRules = []Rule{
	{
		ID: "serialisations", Severity: Lose, Portals: everyone,
		Wrong:  Text{"To former av katalogen sier ikke det samme.", "Two forms of the catalogue do not say the same."},
		Why:    Text{"Portaler får ulike data etter hvilken form de ber om.", "Portals get other data by the form that they ask for."},
		Mend:   Text{"Skriv alle former av én eksport.", "Write all forms in one export."},
		export: serialisations,
	},
	{
		ID: "dialects", Severity: Lose, Portals: everyone,
		Wrong:  Text{"En dialekt av katalogen har andre datasett eller distribusjoner.", "A dialect of the catalogue has other datasets or distributions."},
		Why:    Text{"Den som bytter profil, mister data.", "Whoever changes profiles loses data."},
		Mend:   Text{"Skriv alle dialekter av én eksport.", "Write all dialects in one export."},
		export: dialects,
	},
	{
		ID: "missing-file", Severity: Lose, Portals: []Portal{DataEuropa, DataNorge, CKAN, Udata, Readers},
		Wrong:  Text{"En distribusjon peker på en fil som ikke er der.", "A distribution points at a file that is not there."},
		Why:    Text{"Portaler prøver adressen og viser at den er død.", "Portals try the address and show that it is dead."},
		Mend:   Text{"Publiser filen, eller ta distribusjonen ut av katalogen.", "Publish the file, or take the distribution out of the catalogue."},
		export: missingFiles,
	},
	{
		ID: "manifest", Severity: Advice, Portals: []Portal{Readers},
		Wrong:   Text{"Eksporten har ingen SHA256SUMS.", "The export has no SHA256SUMS."},
		Why:     Text{"Ingen kan vite om filene er hele.", "Nobody can tell whether the files are whole."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: func(e *examination) bool { return whole(e) && e.source.Kind() != Described },
		export: func(e *examination) ([]Place, error) {
			if e.manifest != nil {
				return nil, nil
			}
			return []Place{{File: manifestName}}, nil
		},
	},
	{
		ID: "listed", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"En fil i SHA256SUMS er ikke der.", "A file of SHA256SUMS is not there."},
		Why:     Text{"Eksporten er ikke hel.", "The export is not whole."},
		Mend:    Text{"Skriv eksporten på nytt, og last opp alt.", "Write the export again, and upload all of it."},
		applies: inFolder,
		export: func(e *examination) (places []Place, err error) {
			for _, path := range e.listed() {
				if !e.has(path) {
					places = append(places, Place{File: path})
				}
			}
			return places, nil
		},
	},
	{
		ID: "unlisted", Severity: Advice, Portals: []Portal{Readers},
		Wrong:   Text{"En fil er ikke i SHA256SUMS.", "A file is not in SHA256SUMS."},
		Why:     Text{"Den kan være fra en annen eksport og si noe annet.", "It may be of another export and say something else."},
		Mend:    Text{"Ta den bort, eller skriv eksporten på nytt.", "Remove it, or write the export again."},
		applies: func(e *examination) bool { return inFolder(e) && e.manifest != nil },
		export: func(e *examination) (places []Place, err error) {
			for _, path := range e.files {
				if _, listed := e.manifest[path]; !listed && path != manifestName {
					places = append(places, Place{File: path})
				}
			}
			return places, nil
		},
	},
	{
		ID: "sums", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"En fil har en annen SHA-256 enn SHA256SUMS sier.", "A file has another SHA-256 than SHA256SUMS says."},
		Why:     Text{"Den er endret eller skadet etter eksporten.", "It was changed or damaged after the export."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: inFolder,
		export:  wrongSums,
	},
	{
		ID: "stated-size", Severity: Score, Portals: []Portal{DataEuropa, Readers},
		Wrong:   Text{"dcat:byteSize er ikke filens størrelse.", "dcat:byteSize is not the size of the file."},
		Why:     Text{"Vurderere sammenligner dem.", "Scorers compare them."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: whole,
		export:  statedSizes,
	},
	{
		ID: "stated-sum", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"spdx:checksumValue er ikke filens sjekksum.", "spdx:checksumValue is not the sum of the file."},
		Why:     Text{"Lesere som kontrollerer, forkaster filen.", "Readers that check throw the file away."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: inFolder,
		export:  statedSums,
	},
	{
		ID: "dumps", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"To filer med hele grafen sier ikke det samme.", "Two files of the whole graph do not say the same."},
		Why:     Text{"Lesere får ulike data etter hvilken form de velger.", "Readers get other data by the form that they choose."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: func(e *examination) bool { return inFolder(e) && len(e.dumps()) > 0 },
		export:  dumps,
	},
	{
		ID: "twins", Severity: Lose, Portals: []Portal{Readers},
		Wrong:   Text{"To former av en oversikt, av begrepene eller av hele grafen sier ikke det samme.", "Two forms of a review, of the concepts or of the whole graph do not say the same."},
		Why:     Text{"Lesere får ulike data etter hvilken form de velger.", "Readers get other data by the form that they choose."},
		Mend:    Text{"Skriv eksporten på nytt.", "Write the export again."},
		applies: func(e *examination) bool { return inFolder(e) && len(e.twins()) > 0 },
		export:  twinsApart,
	},
	{
		ID: "content-hash", Severity: Lose, Portals: []Portal{Readers},
		Wrong: Text{"Grafen er ikke den som den skulle være.", "The graph is not the one that it should be."},
		Why:   Text{"Hashen i eksporten, eller den av oversikten som ble oppgitt, er en annen.", "The hash in the export, or that of the review that was named, is another."},
		Mend:  Text{"Skriv eksporten på nytt av oversikten.", "Write the export again, of that review."},
		applies: func(e *examination) bool {
			return inFolder(e) && (e.has(hashFile) || e.o.Expected != "") && len(e.dumps()) > 0
		},
		export: contentHash,
	},
	{
		ID: "placeholder-publication", Severity: Advice, Portals: everyone,
		Wrong:   Text{"publication.yaml har verdier som bare står der som eksempel.", "publication.yaml has values that only stand there as examples."},
		Why:     Text{"Portalene vil vise dem.", "Portals will show them."},
		Mend:    Text{"Skriv utgiverens egne.", "Write the publisher's own."},
		applies: func(e *examination) bool { return e.o.Placeholders != nil },
		export: func(e *examination) (places []Place, err error) {
			for _, p := range e.o.Placeholders {
				places = append(places, Place{Detail: same(p)})
			}
			return places, nil
		},
	},
	{
		ID: "removed", Severity: Lose, Portals: everyone,
		Wrong:   Text{"Et datasett fra forrige eksport er borte.", "A dataset of the previous export is gone."},
		Why:     Text{"Portalene sletter det ved neste høsting.", "Portals delete it at the next harvest."},
		Mend:    Text{"La det stå, om det ikke er ment å bli borte.", "Leave it, unless it is meant to go."},
		applies: func(e *examination) bool { return e.o.Previous != nil },
		export:  removed,
	},
}

// hashFile holds the content hash of the whole graph.
const hashFile = exports.Stem + ".hash"

func inFolder(e *examination) bool { return e.source.Kind() == InFolder }

// whole is true of all but a single served document.
func whole(e *examination) bool { return len(e.files) > 1 || inFolder(e) }

// listed are the paths of the manifest, in order.
func (e *examination) listed() (paths []string) {
	for path := range e.manifest {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

// serialisations holds the forms of each dialect against the first.
func serialisations(e *examination) (places []Place, err error) {
	first, hash := make(map[string]*document), make(map[string]string)
	for _, d := range e.documents {
		if d.data == nil {
			continue
		}
		h, err := canon.Hash(e.ctx, d.data)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.path, err)
		}
		if _, again := first[d.dialect]; !again {
			first[d.dialect], hash[d.dialect] = d, h
		} else if h != hash[d.dialect] {
			places = append(places, Place{File: d.path, Detail: difference(first[d.dialect], d)})
		}
	}
	return places, nil
}

// difference says how many statements two documents have that the other has not.
func difference(a, b *document) Text {
	count := func(x, y *document) (n int) {
		for q := range x.data.Quads() {
			found := false
			for range y.data.Match(graph.Pattern{Subject: q.Subject, Predicate: q.Predicate, Object: q.Object}) {
				found = true
				break
			}
			if !found {
				n++
			}
		}
		return n
	}
	more, less := count(b, a), count(a, b)
	return Text{
		fmt.Sprintf("%d utsagn mer og %d mindre enn %s", more, less, a.path),
		fmt.Sprintf("%d statements more and %d fewer than %s", more, less, a.path),
	}
}

// dialects holds datasets and distributions of each dialect against the bridge.
func dialects(e *examination) (places []Place, err error) {
	main := e.main()
	if main.data == nil {
		return nil, nil
	}
	done := map[string]bool{main.dialect: true}
	for _, d := range e.documents {
		if d.data == nil || done[d.dialect] {
			continue
		}
		done[d.dialect] = true
		for _, class := range []string{"dcat:Dataset", "dcat:Distribution", "dcat:DataService"} {
			for _, name := range apart(main.names(class), d.names(class)) {
				places = append(places, Place{File: d.path, Node: name})
			}
		}
	}
	return places, nil
}

// names are the things of a class, in order.
func (d *document) names(class string) (list []string) {
	for _, id := range d.instances(class) {
		list = append(list, d.name(id))
	}
	return list
}

// apart are the names that only one of two lists has.
func apart(a, b []string) []string {
	in := func(list []string) func(string) bool { return func(s string) bool { return slices.Contains(list, s) } }
	return append(slices.DeleteFunc(slices.Clone(a), in(b)), slices.DeleteFunc(slices.Clone(b), in(a))...)
}

func missingFiles(e *examination) (places []Place, err error) {
	for _, d := range e.documents {
		if d.data == nil {
			continue
		}
		for _, a := range d.downloads() {
			path, ours := e.pathOf(a.url)
			if !ours {
				continue
			}
			there := e.has(path)
			if e.source.Kind() == AtServer {
				answer, err := e.head(path)
				if err != nil {
					return nil, err
				}
				there = answer.OK()
			}
			if !there {
				places = append(places, Place{File: d.path, Node: a.distribution, Detail: same(path)})
			}
		}
	}
	return places, nil
}

// head asks with HEAD, and with GET where that is not allowed, as data.norge.no
// does.
func (e *examination) head(path string) (*Answer, error) {
	key := "HEAD " + path
	if a, asked := e.answers[key]; asked {
		return a, nil
	}
	a, err := e.source.Head(e.ctx, path)
	if err == nil && (a.Status == 405 || a.Status == 400) {
		a, err = e.source.Get(e.ctx, path)
	}
	if err == nil {
		e.answers[key] = a
	}
	return a, err
}

func wrongSums(e *examination) (places []Place, err error) {
	for _, path := range e.listed() {
		if !e.has(path) {
			continue
		}
		a, err := e.get(path)
		if err != nil {
			return nil, err
		}
		if sum := sha256.Sum256(a.Body); hex.EncodeToString(sum[:]) != e.manifest[path] {
			places = append(places, Place{File: path})
		}
	}
	return places, nil
}

// distributionFiles calls f with each distribution whose file is in the export.
func (e *examination) distributionFiles(f func(d *document, distribution graph.ID, path string) error) error {
	for _, d := range e.documents {
		if d.data == nil {
			continue
		}
		for _, id := range d.instances("dcat:Distribution") {
			for _, address := range d.values(id, "dcat:downloadURL") {
				if path, ours := e.pathOf(d.data.Text(address)); ours && e.has(path) {
					if err := f(d, id, path); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

func statedSizes(e *examination) (places []Place, err error) {
	err = e.distributionFiles(func(d *document, id graph.ID, path string) error {
		for _, size := range d.values(id, "dcat:byteSize") {
			a, err := e.head(path)
			if err != nil {
				return err
			}
			if a.OK() && a.Size >= 0 && fmt.Sprint(a.Size) != d.data.Text(size) {
				places = append(places, Place{File: d.path, Node: d.name(id), Detail: Text{
					fmt.Sprintf("sier %s, er %d", d.data.Text(size), a.Size), fmt.Sprintf("says %s, is %d", d.data.Text(size), a.Size),
				}})
			}
		}
		return nil
	})
	return places, err
}

func statedSums(e *examination) (places []Place, err error) {
	err = e.distributionFiles(func(d *document, id graph.ID, path string) error {
		for _, checksum := range d.values(id, "spdx:checksum") {
			for _, value := range d.values(checksum, "spdx:checksumValue") {
				a, err := e.get(path)
				if err != nil {
					return err
				}
				if got := sumLike(d.data.Text(value), a.Body); got != strings.ToLower(d.data.Text(value)) {
					places = append(places, Place{File: d.path, Node: d.name(id), Detail: same(path)})
				}
			}
		}
		return nil
	})
	return places, err
}

// sumLike is the SHA-1 or the SHA-256 of a text, as long as the one that is stated.
func sumLike(stated string, text []byte) string {
	if len(stated) == 2*sha1.Size {
		sum := sha1.Sum(text)
		return hex.EncodeToString(sum[:])
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:])
}

// dumps are the files of the whole graph.
func (e *examination) dumps() (paths []string) {
	for _, f := range exports.Formats {
		if path := exports.Stem + f.Extension(); e.has(path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// dump reads a file of the whole graph; flat: without the names of graphs.
func (e *examination) dump(path string, flat bool) (string, error) {
	a, err := e.get(path)
	if err != nil {
		return "", err
	}
	f, _ := formatOf(path)
	var b graph.Builder
	err = f.Read(bytes.NewReader(a.Body), formats.ReadOptions{Name: path, Base: nowhere}, func(q *graph.RawQuad) error {
		if flat {
			q.Graph.Kind = graph.KindNone
		}
		return b.AddRaw(q)
	})
	if err != nil {
		return "", err
	}
	return canon.Hash(e.ctx, b.Dataset())
}

// twins are the pairs of files that say the same in two syntaxes: what has one name
// as Turtle and as JSON-LD, and the nested form of the whole graph beside the flat
// one.
func (e *examination) twins() (pairs [][2]string) {
	for _, path := range e.files {
		other, ok := strings.CutSuffix(path, ".ttl")
		inFolders := strings.HasPrefix(path, "reviews/") || strings.HasPrefix(path, "vocabulary/")
		if ok && inFolders && e.has(other+".jsonld") {
			pairs = append(pairs, [2]string{path, other + ".jsonld"})
		}
	}
	const nested = exports.Stem + ".framed.jsonld"
	if flat := e.dumps(); len(flat) > 0 && e.has(nested) {
		pairs = append(pairs, [2]string{flat[0], nested})
	}
	return pairs
}

// twinsApart are the second files of pairs that are not like the first. What cannot
// be read is a mistake of another rule.
func twinsApart(e *examination) (places []Place, err error) {
	for _, pair := range e.twins() {
		a, errA := e.dump(pair[0], true)
		b, errB := e.dump(pair[1], true)
		if e.ctx.Err() != nil {
			return nil, e.ctx.Err()
		}
		if errA == nil && errB == nil && a != b {
			places = append(places, Place{File: pair[1], Detail: Text{"er ikke som " + pair[0], "is not like " + pair[0]}})
		}
	}
	return places, nil
}

// dumps holds each file of the whole graph against the first, and those with
// graphs against the first with graphs.
func dumps(e *examination) (places []Place, err error) {
	for _, flat := range []bool{true, false} {
		first, want := "", ""
		for _, path := range e.dumps() {
			if !flat && merged(path) {
				continue
			}
			hash, err := e.dump(path, flat)
			switch {
			case e.ctx.Err() != nil:
				return nil, e.ctx.Err()
			case err != nil:
				places = append(places, Place{File: path, Detail: same(err.Error())})
			case first == "":
				first, want = path, hash
			case hash != want:
				places = append(places, Place{File: path, Detail: Text{"er ikke som " + first, "is not like " + first}})
			}
		}
	}
	slices.SortFunc(places, func(a, b Place) int { return strings.Compare(a.File, b.File) })
	return slices.CompactFunc(places, func(a, b Place) bool { return a.File == b.File }), nil
}

func contentHash(e *examination) (places []Place, err error) {
	want := map[string]string{}
	if e.o.Expected != "" {
		want["--review"] = e.o.Expected
	}
	if e.has(hashFile) {
		a, err := e.get(hashFile)
		if err != nil {
			return nil, err
		}
		stated, _, _ := strings.Cut(strings.TrimSpace(string(a.Body)), " ")
		want[hashFile] = stated
	}
	path := e.quads()
	if path == "" {
		return nil, nil
	}
	got, err := e.dump(path, false)
	if err != nil {
		return nil, e.ctx.Err() // the mistake is one of the rule about dumps
	}
	for _, by := range []string{hashFile, "--review"} {
		if stated, ok := want[by]; ok && stated != got {
			places = append(places, Place{File: path, Detail: same(by)})
		}
	}
	return places, nil
}

// merged reports whether a file of the whole graph has the graphs in one.
func merged(path string) bool {
	f, err := exports.ByName(strings.TrimPrefix(path, exports.Stem))
	return err != nil || f.Merged
}

// quads is the first file of the whole graph that has its graphs.
func (e *examination) quads() string {
	for _, path := range e.dumps() {
		if !merged(path) {
			return path
		}
	}
	return ""
}

// removed are the datasets of the previous export that are gone.
func removed(e *examination) (places []Place, err error) {
	before, err := identities(e.ctx, e.o.Previous)
	if err != nil {
		return nil, err
	}
	d := e.main()
	for _, name := range before {
		if d.data != nil && !slices.Contains(d.names("dcat:Dataset"), name) {
			places = append(places, Place{File: d.path, Node: name})
		}
	}
	return places, nil
}

// identities are the addresses of the datasets of an export.
func identities(ctx context.Context, s Source) ([]string, error) {
	e := &examination{ctx: ctx, source: s, answers: make(map[string]*Answer)}
	if err := e.load(); err != nil {
		return nil, fmt.Errorf("the previous export: %w", err)
	}
	d := e.main()
	if d.data == nil {
		return nil, fmt.Errorf("the previous export: %w", d.err)
	}
	return d.names("dcat:Dataset"), nil
}
