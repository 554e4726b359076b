package service_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/service"
	"policygraph/graph/sparql/syntax"
)

// endpoint answers every query with two rows, and keeps what it was asked.
func endpoint(t *testing.T, asked *string) (url, host string) {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked = r.FormValue("query")
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, "http://elsewhere.example/", http.StatusTemporaryRedirect)
		case "/broken":
			http.Error(w, "out of order", http.StatusServiceUnavailable)
		case "/page":
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<html>")
		default:
			w.Header().Set("Content-Type", "application/sparql-results+json")
			fmt.Fprint(w, `{"head":{"vars":["s","n"]},"results":{"bindings":[
				{"s":{"type":"uri","value":"http://e/a"},"n":{"type":"bnode","value":"x"}},
				{"s":{"type":"uri","value":"http://e/b"}}]}}`)
		}
	}))
	t.Cleanup(s.Close)
	return s.URL, strings.TrimPrefix(s.URL, "http://")
}

func ask(t *testing.T, query string, o service.Options) ([]string, error) {
	t.Helper()
	q, err := syntax.Parse([]byte(query), syntax.Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err = service.Resolve(context.Background(), q, o)
	if err != nil {
		return nil, err
	}
	var b graph.Builder
	for _, s := range []string{"a", "b", "c"} {
		if err := b.Add(quad.Quad{Subject: quad.IRI("http://e/" + s), Predicate: quad.IRI("http://e/p"), Object: quad.String(s)}); err != nil {
			t.Fatal(err)
		}
	}
	plan, err := sparql.Prepare(q, b.Dataset(), sparql.Options{})
	if err != nil {
		return nil, err
	}
	var rows []string
	for s, err := range plan.Run(context.Background()).Solutions() {
		if err != nil {
			return nil, err
		}
		rows = append(rows, fmt.Sprint(s.Term(0)))
	}
	return rows, nil
}

func TestServiceIsATableOfWhatTheEndpointSays(t *testing.T) {
	var asked string
	url, host := endpoint(t, &asked)
	there := "SERVICE <" + url + "/> { ?s e:q ?n }"
	for _, tc := range []struct{ pattern, want string }{
		{"?s e:p ?o " + there, `"a" "b"`},
		{"?s e:p ?o OPTIONAL { " + there + " FILTER(BOUND(?n)) }", `"a" "b" "c"`},
		{"?s e:p ?o MINUS { " + there + " }", `"c"`},
		// Blank nodes of two answers are never the same.
		{"{ ?s e:p ?o " + there + " FILTER(BOUND(?n)) } { " + there + " FILTER(BOUND(?n)) }", ``},
	} {
		rows, err := ask(t, "PREFIX e: <http://e/> SELECT ?o { "+tc.pattern+" } ORDER BY ?o", service.Options{Hosts: []string{host}})
		if got := strings.Join(rows, " "); err != nil || got != tc.want {
			t.Errorf("%s: %s, %v; want %s", tc.pattern, got, err, tc.want)
		}
	}
	if want := "SELECT * WHERE {"; !strings.HasPrefix(asked, want) || !strings.Contains(asked, "<http://e/q>") {
		t.Errorf("the endpoint was asked %q", asked)
	}
}

func TestServiceFailures(t *testing.T) {
	var asked string
	url, host := endpoint(t, &asked)
	for _, tc := range []struct{ path, hosts, says string }{
		{"/", "other.example", "not among those that may be asked"},
		{"/away", host, "elsewhere.example"},
		{"/broken", host, "out of order"},
		{"/page", host, "text/html"},
	} {
		query := "SELECT ?o { SERVICE <" + url + tc.path + "> { ?s ?p ?o } }"
		_, err := ask(t, query, service.Options{Hosts: []string{tc.hosts}})
		if err == nil || !strings.Contains(err.Error(), tc.says) || !strings.Contains(err.Error(), url+tc.path) {
			t.Errorf("%s: %v, want %q", tc.path, err, tc.says)
		}
		rows, silent := ask(t, strings.Replace(query, "SERVICE", "SERVICE SILENT", 1), service.Options{Hosts: []string{tc.hosts}})
		if refused := errors.Is(err, service.ErrRefused); refused != (silent != nil) || !refused && len(rows) != 1 {
			t.Errorf("%s, silent: %d rows, %v", tc.path, len(rows), silent)
		}
	}
}

func TestAnswersHaveLimits(t *testing.T) {
	var asked string
	url, host := endpoint(t, &asked)
	for _, o := range []service.Options{{MaxRows: 1}, {MaxBytes: 40}} {
		o.Hosts = []string{host}
		if _, err := ask(t, "SELECT ?o { SERVICE <"+url+"/> { ?s ?p ?o } }", o); err == nil {
			t.Errorf("%+v: no error", o)
		}
	}
}

func TestWhatIsLeftIsRefusedByTheEngine(t *testing.T) {
	for _, query := range []string{
		"SELECT ?o { ?s ?p ?o SERVICE ?s { ?s ?p ?o } }",
		"SELECT ?o { ?s ?p ?o FILTER EXISTS { SERVICE <http://e/> { ?s ?p ?o } } }",
	} {
		if _, err := ask(t, query, service.Options{}); !errors.Is(err, sparql.ErrService) {
			t.Errorf("%s: %v", query, err)
		}
	}
}
