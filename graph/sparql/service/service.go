// Package service answers the SERVICE patterns of a query before it is planned
// (SPARQL 1.1 Federated Query, section 2): each becomes a table of what its
// endpoint says.
//
// Nothing is asked of a host that the caller has not named. The engine itself,
// graph/sparql, has no network and refuses every SERVICE that is left.
package service

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph/sparql/results"
	"policygraph/graph/sparql/syntax"
)

// Options say who may be asked, and for how much.
type Options struct {
	// Hosts are the hosts that may be asked, redirects included: names, with a
	// port where it is not the scheme's. All others are refused.
	Hosts []string

	// Client asks; nil is a client of the package's own. Its redirects are
	// checked in either case.
	Client *http.Client

	// MaxRows and MaxBytes limit each answer; 0 is a million rows, 64 MiB.
	MaxRows, MaxBytes int64
}

// ErrRefused is wrapped by the error about a host that may not be asked. SILENT
// does not silence it.
var ErrRefused = errors.New("the host is not among those that may be asked")

// Resolve is the query with a table for each SERVICE; q is not changed. Those
// inside EXISTS, and those whose endpoint is a variable, are left as they are.
//
// An endpoint that fails ends in an error that names it, or with SILENT in one
// solution that binds nothing.
func Resolve(ctx context.Context, q *syntax.Query, o Options) (*syntax.Query, error) {
	r := &resolver{ctx: ctx, o: o, client: new(http.Client)}
	if o.Client != nil {
		*r.client = *o.Client
	}
	r.client.CheckRedirect = r.redirect
	out := *q
	if err := r.each(&out.Algebra); err != nil {
		return nil, err
	}
	return &out, nil
}

type resolver struct {
	ctx    context.Context
	o      Options
	client *http.Client
	asked  int
}

// each replaces algebras in place.
func (r *resolver) each(list ...*syntax.Algebra) error {
	for _, a := range list {
		next, err := r.replace(*a)
		if err != nil {
			return err
		}
		*a = next
	}
	return nil
}

func (r *resolver) replace(a syntax.Algebra) (_ syntax.Algebra, err error) {
	switch a := a.(type) {
	case syntax.Service:
		return r.service(a)
	case syntax.Join:
		err = r.each(&a.Left, &a.Right)
		return a, err
	case syntax.LeftJoin:
		err = r.each(&a.Left, &a.Right)
		return a, err
	case syntax.Union:
		err = r.each(&a.Left, &a.Right)
		return a, err
	case syntax.Minus:
		err = r.each(&a.Left, &a.Right)
		return a, err
	case syntax.Filter:
		err = r.each(&a.Input)
		return a, err
	case syntax.Graph:
		err = r.each(&a.Input)
		return a, err
	case syntax.Extend:
		err = r.each(&a.Input)
		return a, err
	case syntax.Group:
		err = r.each(&a.Input)
		return a, err
	case syntax.ToMultiset:
		err = r.each(&a.Input)
		return a, err
	case syntax.OrderBy:
		err = r.each(&a.Input)
		return a, err
	case syntax.Project:
		err = r.each(&a.Input)
		return a, err
	case syntax.Distinct:
		err = r.each(&a.Input)
		return a, err
	case syntax.Reduced:
		err = r.each(&a.Input)
		return a, err
	case syntax.Slice:
		err = r.each(&a.Input)
		return a, err
	default: // BGP, Path and Table hold no others
		return a, nil
	}
}

func (r *resolver) service(a syntax.Service) (syntax.Algebra, error) {
	name, ok := a.Name.(syntax.Const)
	iri, isIRI := name.Value.(quad.IRI)
	if !ok || !isIRI {
		return a, nil
	}
	r.asked++
	table, err := r.ask(string(iri), "SELECT * WHERE "+a.Text)
	switch {
	case err == nil:
		return table, nil
	case a.Silent && !errors.Is(err, ErrRefused) && r.ctx.Err() == nil:
		return syntax.BGP(nil), nil
	}
	return nil, fmt.Errorf("SERVICE <%s>: %w", string(iri), err)
}

// ask sends a query by the SPARQL 1.1 Protocol (section 2.1.2).
func (r *resolver) ask(endpoint, query string) (syntax.Algebra, error) {
	form := url.Values{"query": {query}}.Encode()
	req, err := http.NewRequestWithContext(r.ctx, http.MethodPost, endpoint, strings.NewReader(form))
	if err != nil {
		return nil, err
	}
	if err := r.allowed(req.URL); err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", results.JSON.MediaType()+", "+results.XML.MediaType()+";q=0.9")
	resp, err := r.client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(io.LimitReader(resp.Body, 200))
		return nil, fmt.Errorf("%s: %q", resp.Status, text)
	}
	return r.table(resp, endpoint)
}

// table reads an answer.
func (r *resolver) table(resp *http.Response, endpoint string) (syntax.Algebra, error) {
	mediaType := resp.Header.Get("Content-Type")
	format, ok := results.ForMediaType(mediaType)
	if !ok || !format.Readable() {
		return nil, fmt.Errorf("the answer is %q, which is no format of SPARQL results", mediaType)
	}
	body := http.MaxBytesReader(nil, resp.Body, positive(r.o.MaxBytes, 64<<20))
	in, err := results.Read(body, results.ReadOptions{Format: format, Name: endpoint, MaxRows: positive(r.o.MaxRows, 1_000_000)})
	if err != nil {
		return nil, err
	}
	if in.IsBoolean {
		return nil, errors.New("the answer is a yes or no, where solutions were asked for")
	}
	var table syntax.Table
	for _, v := range in.Vars {
		table.Vars = append(table.Vars, syntax.Var(v))
	}
	for row, err := range in.Rows() {
		if err != nil {
			return nil, err
		}
		table.Rows = append(table.Rows, r.local(row))
	}
	return table, nil
}

// local is a copy of a row whose blank nodes are those of this answer alone.
func (r *resolver) local(row []quad.Value) []quad.Value {
	row = slices.Clone(row)
	for i, v := range row {
		if b, ok := v.(quad.BNode); ok {
			row[i] = quad.BNode(fmt.Sprintf("service%d_%s", r.asked, string(b)))
		}
	}
	return row
}

func (r *resolver) redirect(req *http.Request, via []*http.Request) error {
	if len(via) >= 5 {
		return errors.New("more than 5 redirects")
	}
	return r.allowed(req.URL)
}

func (r *resolver) allowed(u *url.URL) error {
	if (u.Scheme == "http" || u.Scheme == "https") && slices.ContainsFunc(r.o.Hosts, func(h string) bool { return strings.EqualFold(h, u.Host) }) {
		return nil
	}
	return fmt.Errorf("%w: %s", ErrRefused, u.Host)
}

func positive(n, otherwise int64) int64 {
	if n > 0 {
		return n
	}
	return otherwise
}
