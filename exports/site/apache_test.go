package site_test

import (
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"policygraph/exports/artifact"
	"policygraph/exports/internal/exported"
	"policygraph/exports/internal/sample"
)

// modules are those that w3id.org and most hosts have.
var modules = []string{"mpm_event", "authz_core", "mime", "dir", "rewrite", "headers", "setenvif"}

// apache serves folders, by the path that each has, until the test ends, and
// returns its address.
func apache(t *testing.T, folders map[string]string) string {
	t.Helper()
	program := sample.Peer(t, "/usr/sbin/apache2")
	root := t.TempDir()
	if err := os.Chmod(root, 0o755); err != nil { // Apache's children may be somebody else
		t.Fatal(err)
	}
	address := free(t)
	var conf strings.Builder
	fmt.Fprintf(&conf, "ServerRoot %q\nServerName %s\nListen %s\nPidFile %q\nErrorLog %q\nDocumentRoot %q\nTypesConfig /dev/null\n",
		root, address, address, filepath.Join(root, "pid"), filepath.Join(root, "log"), root)
	for _, m := range modules {
		fmt.Fprintf(&conf, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", m, m)
	}
	conf.WriteString("User www-data\nGroup www-data\n")
	for path, dir := range folders {
		fmt.Fprintf(&conf, "<Directory %q>\n  AllowOverride All\n  Require all granted\n</Directory>\n", root+path)
		if err := os.MkdirAll(filepath.Dir(root+path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(root+path, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
	}
	readable(t, filepath.Dir(root))
	file := sample.Put(t, root, "apache.conf", conf.String())
	cmd := exec.Command(program, "-X", "-f", file)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		_ = cmd.Wait()
		if t.Failed() {
			log, _ := os.ReadFile(filepath.Join(root, "log"))
			t.Logf("%s", log)
		}
	})
	wait(t, address)
	return "http://" + address
}

// readable lets others pass through a folder of tests.
func readable(t *testing.T, dir string) {
	t.Helper()
	for ; dir != os.TempDir() && dir != "/" && dir != "."; dir = filepath.Dir(dir) {
		if err := os.Chmod(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
}

// free is an address at which nobody listens.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return address
}

func wait(t *testing.T, address string) {
	t.Helper()
	for range 200 {
		if c, err := net.Dial("tcp", address); err == nil {
			if err := c.Close(); err != nil {
				t.Fatal(err)
			}
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatal("Apache does not answer")
}

// ask asks for an address and follows no redirect.
func ask(t *testing.T, method, url string, headers ...string) *http.Response {
	t.Helper()
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	return res
}

// What clients send (harvesters of data.norge.no, CKAN, udata and data.europa.eu,
// F-UJI, and people).
const (
	browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
	fuji    = "application/vnd.schemaorg.ld+json, application/ld+json"
	rdflib  = "text/turtle, application/rdf+xml;q=0.9, application/n-triples;q=0.8, */*;q=0.1"
)

// Each kind of permanent address, as clients ask for it.
var asked = []struct{ path, accept, language, want string }{
	{"", browser, "", "index.nb.html"},
	{"", browser, "en-GB,en;q=0.9", "index.en.html"},
	{"catalog", "", "", "catalog.ttl"},
	{"catalog", "*/*", "", "catalog.ttl"},
	{"catalog", browser, "en", "index.en.html"},
	{"catalog", "text/turtle", "", "catalog.ttl"},
	{"catalog", "application/rdf+xml", "", "catalog.rdf"},
	{"catalog", "application/n-triples", "", "catalog.nt"},
	{"catalog", "application/ld+json", "", "catalog.jsonld"},
	{"catalog", "application/json", "", "catalog.jsonld"},
	{"catalog", fuji, "", "schemaorg/catalog.jsonld"},
	{"catalog", "TEXT/Turtle ; Q=0.5 , application/rdf+xml;q=0.7", "", "catalog.rdf"},
	{"catalog", "text/turtle;q=0, application/ld+json;q=0.1", "", "catalog.jsonld"},
	{"catalog", "text/turtle;charset=utf-8;q=0.4, application/ld+json;q=0.35", "", "catalog.ttl"},
	{"catalog", "text/turtle;q=0.5, */*;q=0.1", "", "catalog.ttl"},
	{"catalog", "text/html;q=0.2, */*;q=0.8", "", "catalog.ttl"},
	{"catalog", ";;;q=,", "", "catalog.ttl"},
	{"catalog.ttl", browser, "", "catalog.ttl"},
	{"catalog.dcat-ap-3.jsonld", "*/*", "", "catalog.dcat-ap-3.jsonld"},
	{"ns", browser, "nb-NO", "ns.nb.html"},
	{"ns", browser, "de", "ns.en.html"},
	{"ns", "*/*", "", "ns.nb.html"},
	{"ns", rdflib, "", "ns.ttl"},
	{"ns", "application/ld+json", "", "ns.jsonld"},
	{"ns/0.1.0", "text/turtle", "", "ns.ttl"},
	{"ns/0.1.0", browser, "", "ns.nb.html"},
	{"ns.ttl", browser, "", "ns.ttl"},
	{"ns.jsonld", "", "", "ns.jsonld"},
	{"ns.html", browser, "en", "ns.en.html"},
	{"ns/0.1.0.ttl", "", "", "ns.ttl"},
	{"code/direction-null", browser, "en", "concepts.en.html#code-direction-null"},
	{"code/direction-null", "text/turtle", "", "ns.ttl"},
	{"context/v1.jsonld", "application/ld+json", "", "vocabulary/context.jsonld"},
	{"graph/concepts", "text/turtle", "", "vocabulary/concepts.ttl"},
	{"graph/sources", "application/n-quads", "", "policygraph.nq"},
	{"graph/fafo-2020-05", "application/ld+json", "", "reviews/fafo-2020-05.jsonld"},
	{"graph/fafo-2020-05", "*/*", "", "reviews/fafo-2020-05.ttl"},
	{"graph/ontology", "text/turtle", "", "ns.ttl"},
	{"id/dataset/graph", browser, "", "datasets/graph.nb.html"},
	{"id/dataset/graph", fuji, "", "schemaorg/dataset-graph.jsonld"},
	{"id/dataset/graph", "text/html, */*", "", "datasets/graph.nb.html"},
	{"id/dataset/graph", rdflib, "", "catalog.ttl"},
	{"id/dataset/reviews/fafo-2020-05", browser, "en", "datasets/reviews-fafo-2020-05.en.html"},
	{"dataset/vocabulary", "application/rdf+xml", "", "catalog.rdf"},
	{"id/distribution/policygraph.ttl", "text/turtle", "", "catalog.ttl"},
	{"id/record/reviews/fafo-2020-05", "application/ld+json", "", "catalog.jsonld"},
	{"id/measure/anonymous-applications", browser, "", "concepts.nb.html#id-measure-anonymous-applications"},
	{"id/measure/anonymous-applications", "application/ld+json", "", "documents/measure/anonymous-applications.jsonld"},
	{"id/measure/anonymous-applications", "text/turtle", "", "vocabulary/concepts.ttl"},
	{"id/mechanism/activation-pressure", browser, "en", "concepts.en.html#id-mechanism-activation-pressure"},
	{"id/outcome/advancement", "application/ld+json", "", "vocabulary/concepts.jsonld"},
	{"id/population/immigrants", fuji, "", "schemaorg/concepts.jsonld"},
	{"id/set/measures", browser, "en", "concepts.en.html#measures"},
	{"id/review/fafo-2020-05", "text/turtle", "", "reviews/fafo-2020-05.ttl"},
	{"id/claim/fafo-2020-05.academic-mentoring.addresses.lack-of-networks", "text/turtle", "", "policygraph.ttl"},
	{"id/claim/fafo-2020-05.academic-mentoring.addresses.lack-of-networks", browser, "", "datasets/graph.nb.html"},
	{"id/period/graph", "text/turtle", "", "catalog.ttl"},
	{"id/period/reviews/fafo-2020-05", "text/turtle", "", "catalog.ttl"},
	{"id/period/fafo-2020-05", "text/turtle", "", "policygraph.ttl"},
	{"id/finding/x", "application/trig", "", "policygraph.trig"},
	{"policygraph.nq", "*/*", "", "policygraph.nq"},
	{"tables/claims.csv", browser, "", "tables/claims.csv"},
	{".well-known/void", "text/turtle", "", ".well-known/void"},
}

func TestPermanentAddressesLeadToFiles(t *testing.T) {
	const files = "https://data.etat.no/kunnskap/"
	dir, written := exported.Folder(t, exported.Input(t, exported.Publisher))
	there := names(written)
	at := apache(t, map[string]string{"/policygraph": filepath.Join(dir, "w3id")})
	for _, c := range asked {
		res := get(t, at+"/policygraph/"+c.path, c.accept, c.language)
		file, _, _ := strings.Cut(c.want, "#")
		if !there[file] {
			t.Errorf("%s is wanted and not written", file)
		}
		if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != files+c.want {
			t.Errorf("%s (%s): %d, %s, want %s", c.path, c.accept, res.StatusCode, res.Header.Get("Location"), c.want)
		}
		if vary := strings.Join(res.Header.Values("Vary"), ","); !strings.Contains(vary, "Accept") || res.Header.Get("Access-Control-Allow-Origin") != "*" {
			t.Errorf("%s: Vary %q, CORS %q", c.path, vary, res.Header.Get("Access-Control-Allow-Origin"))
		}
	}
}

func get(t *testing.T, url, accept, language string) *http.Response {
	t.Helper()
	var headers []string
	if accept != "" {
		headers = append(headers, "Accept", accept)
	}
	if language != "" {
		headers = append(headers, "Accept-Language", language)
	}
	return ask(t, http.MethodGet, url, headers...)
}

func names(files []artifact.File) map[string]bool {
	all := map[string]bool{}
	for _, f := range files {
		all[f.Path] = true
	}
	return all
}

// Where the files lie at the base, one server does both: an address of a file is
// the file, and any other leads to one.
func TestOneServerCanDoBoth(t *testing.T) {
	dir, _ := exported.Folder(t, exported.Input(t, ""))
	at := apache(t, map[string]string{"/policygraph": dir})
	for _, c := range asked {
		res := get(t, at+"/policygraph/"+c.path, c.accept, c.language)
		switch {
		case c.path == c.want:
			if res.StatusCode != http.StatusOK {
				t.Errorf("%s: %d", c.path, res.StatusCode)
			}
		case res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != at+"/policygraph/"+c.want:
			t.Errorf("%s (%s): %d, %s, want %s", c.path, c.accept, res.StatusCode, res.Header.Get("Location"), c.want)
		}
	}
	if res := get(t, at+"/policygraph/nothing-here", browser, ""); res.StatusCode != http.StatusNotFound {
		t.Errorf("what is not there: %d", res.StatusCode)
	}
}

// Apache says of each file what the export says of it.
func TestApacheSaysWhatEachFileIs(t *testing.T) {
	dir, written := exported.Folder(t, exported.Input(t, exported.Publisher))
	at := apache(t, map[string]string{"/kunnskap": dir})
	for _, f := range written {
		if strings.HasPrefix(filepath.Base(f.Path), ".ht") {
			continue // Apache's own
		}
		if strings.HasPrefix(f.Path, "w3id/") {
			continue // for another server: here its redirects would hold
		}
		checkAnswer(t, ask(t, http.MethodHead, at+"/kunnskap/"+f.Path), f)
	}
}

// checkAnswer holds an answer against what a file is.
func checkAnswer(t *testing.T, res *http.Response, f artifact.File) {
	t.Helper()
	got, _, _ := strings.Cut(res.Header.Get("Content-Type"), ";")
	want, _, _ := strings.Cut(f.MediaType, ";")
	if res.StatusCode != http.StatusOK || got != want {
		t.Errorf("%s: %d, %q, want %q", f.Path, res.StatusCode, got, want)
	}
	if strings.HasPrefix(got, "text/") && !strings.Contains(strings.ToLower(res.Header.Get("Content-Type")), "charset=utf-8") {
		t.Errorf("%s: %s has no charset", f.Path, res.Header.Get("Content-Type"))
	}
	if res.ContentLength != f.Bytes {
		t.Errorf("%s: %d bytes, want %d", f.Path, res.ContentLength, f.Bytes)
	}
	for name, value := range map[string]string{"Access-Control-Allow-Origin": "*", "X-Content-Type-Options": "nosniff"} {
		if res.Header.Get(name) != value {
			t.Errorf("%s: %s is %q", f.Path, name, res.Header.Get(name))
		}
	}
}
