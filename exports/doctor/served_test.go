package doctor

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// serve serves an export as a good static host does.
func serve(files fstest.MapFS) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		file, ok := files[name]
		if !ok {
			http.NotFound(w, r)
			return
		}
		if t := hosted[path.Ext(name)]; t != "" {
			w.Header().Set("Content-Type", t+"; charset=utf-8")
		}
		if r.Method == http.MethodHead {
			return
		}
		fmt.Fprintf(w, "%s", file.Data)
	}
}

// on answers one path in another way.
func on(name string, answer http.HandlerFunc) func(http.HandlerFunc) http.HandlerFunc {
	return func(good http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Path == "/"+name {
				answer(w, r)
				return
			}
			good(w, r)
		}
	}
}

func TestServersAreReadAsHarvestersReadThem(t *testing.T) {
	files := seed(nil).folder()
	turtle := files["catalog.ttl"].Data
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(turtle); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	defer close(stop)
	for _, c := range []struct {
		rule, where string
		wrap        func(http.HandlerFunc) http.HandlerFunc
	}{
		{"", "", func(good http.HandlerFunc) http.HandlerFunc { return good }},
		{"status", "catalog.ttl", on("catalog.ttl", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/turtle")
			w.WriteHeader(http.StatusNonAuthoritativeInfo)
			fmt.Fprintf(w, "%s", turtle)
		})},
		{"redirect", "catalog.ttl", on("catalog.ttl", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "https://"+r.Host+"/catalog.ttl", http.StatusMovedPermanently)
		})},
		{"gzip", "catalog.ttl", on("catalog.ttl", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/turtle")
			w.Header().Set("Content-Encoding", "gzip")
			if r.Method == http.MethodHead {
				return
			}
			fmt.Fprintf(w, "%s", packed.Bytes())
		})},
		{"media-type", "catalog.jsonld", on("catalog.jsonld", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprintf(w, "%s", files["catalog.jsonld"].Data)
		})},
		{"byte-order-mark", "catalog.ttl", on("catalog.ttl", func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/turtle; charset=utf-8")
			if r.Method == http.MethodGet {
				fmt.Fprintf(w, "%s", append(slices.Clone(bom), turtle...))
			}
		})},
		{"head", "catalog.ttl", on("catalog.ttl", func(w http.ResponseWriter, r *http.Request) {
			if r.Method == http.MethodHead {
				w.WriteHeader(http.StatusMethodNotAllowed)
				return
			}
			w.Header().Set("Content-Type", "text/turtle")
			fmt.Fprintf(w, "%s", turtle)
		})},
		{"missing-file", shapes1, on("vocabulary/shapes.ttl", http.NotFound)},
		{"slow", "catalog.rdf", on("catalog.rdf", func(_ http.ResponseWriter, r *http.Request) {
			select {
			case <-stop:
			case <-r.Context().Done():
			}
		})},
	} {
		t.Run(c.rule, func(t *testing.T) {
			s := httptest.NewServer(c.wrap(serve(files)))
			defer s.Close()
			patience := 10 * time.Second
			if c.rule == "slow" {
				patience = 500 * time.Millisecond
			}
			source, err := Server(s.URL+"/", patience)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Examine(context.Background(), source, Options{})
			if err != nil {
				t.Fatal(err)
			}
			var want []string
			if c.rule != "" {
				want = []string{c.rule + " " + c.where}
			}
			if found := plain(r); !slices.Equal(found, want) {
				t.Errorf("found %q, want %q", found, want)
			}
			stopped := slices.ContainsFunc(r.Intakes, func(in Intake) bool { return in.Stops != Text{} })
			if ends := slices.Contains([]string{"status", "redirect", "gzip", "byte-order-mark"}, c.rule); stopped != ends {
				t.Errorf("a harvester stops: %v, want %v", stopped, ends)
			}
		})
	}
}

// A single document can be named, and nothing else is asked for.
func TestADocumentCanBeNamed(t *testing.T) {
	files := seed(nil).folder()
	var asked []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.URL.Path)
		serve(files)(w, r)
	}))
	defer s.Close()
	source, err := Server(s.URL+"/catalog.ttl", Patience)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Examine(context.Background(), source, Options{})
	if err != nil || len(plain(r)) > 0 {
		t.Fatalf("%v, %q", err, plain(r))
	}
	if asked = slices.Compact(asked); !slices.Equal(asked, []string{"/catalog.ttl"}) {
		t.Errorf("asked for %q", asked)
	}
}

// No file is asked for more often than there is reason to.
func TestServersAreAskedOnce(t *testing.T) {
	files := seed(nil).folder()
	asked := map[string]int{}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked[r.Method+" "+r.URL.Path]++
		serve(files)(w, r)
	}))
	defer s.Close()
	source, err := Server(s.URL+"/", Patience)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Examine(context.Background(), source, Options{}); err != nil {
		t.Fatal(err)
	}
	for what, n := range asked {
		if n > 1 && what != "GET /"+manifestName {
			t.Errorf("%s: %d times", what, n)
		}
	}
}

// What a manifest names elsewhere is not asked for.
func TestNothingIsAskedOutsideTheExport(t *testing.T) {
	asked := 0
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer s.Close()
	source, err := Server(s.URL+"/data/", Patience)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{"//example.org/x", "http://example.org/x", "../x", "a/../../x", "/x"} {
		if a, err := source.Get(context.Background(), p); err != nil || a.Status != http.StatusNotFound {
			t.Errorf("%s: %+v, %v", p, a, err)
		}
	}
	if asked > 0 {
		t.Errorf("asked %d times", asked)
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, address := range []string{"ftp://example.org/", "example.org", "http://", "http://user:secret@example.org/", "http://%zz/"} {
		if _, err := Server(address, Patience); err == nil {
			t.Errorf("%s is an address", address)
		}
	}
}

// No more is read than the most patient harvester reads.
func TestLargeAnswersAreCut(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/n-triples")
		line := bytes.Repeat([]byte("#\n"), 1<<19)
		for range 80 {
			if _, err := w.Write(line); err != nil {
				return
			}
		}
	}))
	defer s.Close()
	source, err := Server(s.URL+"/catalog.nt", Patience)
	if err != nil {
		t.Fatal(err)
	}
	a, err := source.Get(context.Background(), "catalog.nt")
	if err != nil || len(a.Body) != MaxDataNorge+1 {
		t.Errorf("%d bytes, %v", len(a.Body), err)
	}
}
