package publication

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"policygraph/graph"
	"policygraph/internal/nearest"
)

// File is the name of the file in a folder of reviews.
const File = "publication.yaml"

//go:embed publication.yaml
var builtIn string

// BuiltIn stands in messages for the file that is built in.
const BuiltIn = "built-in " + File

// Problem is a letter to whoever wrote a publication.yaml.
type Problem struct {
	Place
	Message string // lower case, no full stop
	Hint    string // a valid spelling near the one found, else empty
	Excerpt string // the line
}

// String is file:line:column, the message and the hint.
func (p Problem) String() string {
	s := fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
	if p.Hint != "" {
		s += fmt.Sprintf("; did you mean %q?", p.Hint)
	}
	return s
}

// Picture is the line and, under it, a caret that points at the place; empty
// where there is no line.
func (p Problem) Picture() string {
	return (&graph.SyntaxError{Text: p.Excerpt, Caret: p.Column - 1}).Picture()
}

// maxFile is how large a publication.yaml may be.
const maxFile = 1 << 20

// Default returns what is built in.
func Default() *Publication {
	p := &Publication{places: map[string]Place{}, given: map[string]bool{}}
	if problems := p.overlay(BuiltIn, builtIn); len(problems) > 0 {
		panic(fmt.Sprint(problems)) // a test reads it
	}
	clear(p.given)
	return p
}

// ReadFile reads a publication.yaml; see [Read]. The error is one of the disk.
func ReadFile(name string) (*Publication, []Problem, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, fmt.Errorf("reading what the publisher says: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, nil, fmt.Errorf("reading what the publisher says: %w", err)
	}
	if len(text) > maxFile {
		return nil, nil, fmt.Errorf("reading what the publisher says: %s is larger than %d KiB", name, maxFile>>10)
	}
	p, problems := Read(name, string(text))
	return p, problems, nil
}

// Read reads the text of a publication.yaml over what is built in: a key that it
// has replaces what is there whole. It returns what could be read, and every
// problem, in the order of lines.
func Read(name, text string) (*Publication, []Problem) {
	p := Default()
	problems := p.overlay(name, text)
	slices.SortStableFunc(problems, func(a, b Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return p, problems
}

// reader reads one file into a publication.
type reader struct {
	file     string
	lines    []string
	places   map[string]Place
	problems []Problem
}

func (p *Publication) overlay(name, text string) []Problem {
	r := &reader{file: name, lines: strings.Split(text, "\n"), places: p.places}
	if !utf8.ValidString(text) {
		r.report(Place{name, 1, 1}, "expected UTF-8", "")
		return r.problems
	}
	root := r.parse(text)
	if root == nil {
		return r.problems
	}
	for _, pair := range pairsOf(root) {
		p.given[pair.Key.GetToken().Value] = true
	}
	r.mapping(root, reflect.ValueOf(p).Elem(), "")
	p.check(r)
	return r.problems
}

// parse returns the one document of the text, nil where there is none.
func (r *reader) parse(text string) (root ast.Node) {
	defer func() {
		if e := recover(); e != nil {
			root = nil
			r.report(Place{r.file, 1, 1}, fmt.Sprintf("not YAML: the parser gave up: %v", e), "")
		}
	}()
	if strings.Count(text, "[")+strings.Count(text, "{") > 1000 {
		r.report(Place{r.file, 1, 1}, "more brackets than a publication has a use for", "")
		return nil
	}
	f, err := parser.ParseBytes([]byte(text), 0)
	var syntax *yaml.SyntaxError
	switch {
	case errors.As(err, &syntax) && syntax.Token != nil && syntax.Token.Position != nil:
		r.report(Place{r.file, syntax.Token.Position.Line, syntax.Token.Position.Column}, "not YAML: "+syntax.Message, "")
		return nil
	case err != nil:
		r.report(Place{r.file, 1, 1}, "not YAML: "+err.Error(), "")
		return nil
	case len(f.Docs) == 0:
		return nil
	case len(f.Docs) > 1 && f.Docs[1].Body != nil:
		r.report(r.at(f.Docs[1].Body), "expected one document, found a second one", "")
	}
	return f.Docs[0].Body
}

func pairsOf(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

// mapping reads the keys of a mapping into the fields of a struct, which it
// empties first unless it is the whole publication.
func (r *reader) mapping(n ast.Node, v reflect.Value, path string) {
	pairs := pairsOf(n)
	if pairs == nil {
		r.report(r.at(n), expectedKeys(v.Type()), "")
		return
	}
	if path != "" {
		v.SetZero()
	}
	seen := map[string]bool{}
	for _, pair := range pairs {
		key := pair.Key.GetToken().Value
		i := fieldOf(v.Type(), key)
		switch {
		case i < 0:
			r.unknown(pair.Key, key, keys(v.Type()))
		case seen[key]:
			r.report(r.at(pair.Key), fmt.Sprintf("%q stands twice", key), "")
		default:
			r.value(pair.Value, v.Field(i), v.Type().Field(i).Tag, join(path, key))
		}
		seen[key] = true
	}
	for i := range v.NumField() {
		if tag := v.Type().Field(i).Tag; tag.Get("need") != "" && !seen[tag.Get("key")] {
			r.report(r.at(n), fmt.Sprintf("expected the key %q besides", tag.Get("key")), "")
		}
	}
}

// unknown reports a key that means nothing.
func (r *reader) unknown(at ast.Node, key string, known []string) {
	hint := nearest.To(key, known)
	message := fmt.Sprintf("nothing is called %q here", key)
	if hint == "" {
		message += "; there are " + strings.Join(known, ", ")
	}
	r.report(r.at(at), message, hint)
}

// value reads what stands under a key.
func (r *reader) value(n ast.Node, v reflect.Value, tag reflect.StructTag, path string) {
	r.places[path] = r.at(n)
	switch v.Kind() {
	case reflect.String:
		if s, ok := r.scalar(n, formOf(tag.Get("form"))); ok {
			v.SetString(s)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.mapping(n, v.Elem(), path)
	case reflect.Struct:
		r.mapping(n, v, path)
	default:
		r.list(n, v, tag, path)
	}
}

// list reads a list, or one value in place of a list of one.
func (r *reader) list(n ast.Node, v reflect.Value, tag reflect.StructTag, path string) {
	items := []ast.Node{n}
	if s, ok := n.(*ast.SequenceNode); ok {
		items = s.Values
	}
	v.SetZero()
	for i, item := range items {
		e := reflect.New(v.Type().Elem()).Elem()
		r.value(item, e, tag, fmt.Sprintf("%s.%d", path, i))
		v.Set(reflect.Append(v, e))
	}
}

// scalar reads a value of a form.
func (r *reader) scalar(n ast.Node, f form) (string, bool) {
	var s string
	switch n := n.(type) {
	case *ast.StringNode:
		s = n.Value
	case *ast.LiteralNode:
		s = strings.TrimSpace(n.Value.Value)
	case *ast.NullNode, *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode, *ast.TagNode, *ast.SequenceNode, *ast.MappingNode, *ast.MappingValueNode:
		r.report(r.at(n), "expected "+f.expected, "")
		return "", false
	default:
		s = n.GetToken().Value
	}
	if f.ok(s) {
		return s, true
	}
	hint := ""
	if f.known != nil {
		hint = nearest.To(s, f.known())
	}
	r.report(r.at(n), fmt.Sprintf("expected %s, found %q", f.expected, s), hint)
	return "", false
}

func (r *reader) at(n ast.Node) Place {
	if pairs := pairsOf(n); len(pairs) > 0 {
		n = pairs[0].Key
	}
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return Place{r.file, 1, 1}
	}
	p := n.GetToken().Position
	return Place{r.file, max(p.Line, 1), max(p.Column, 1)}
}

func (r *reader) report(at Place, message, hint string) {
	p := Problem{Place: at, Message: message, Hint: hint}
	if at.Line <= len(r.lines) {
		p.Excerpt = strings.TrimRight(r.lines[at.Line-1], "\r")
	}
	r.problems = append(r.problems, p)
}

// check holds values against each other.
func (p *Publication) check(r *reader) {
	if p.Contact.Email == "" && p.Contact.URL == "" {
		r.report(p.placeOf("contact", r.file), "expected an email or a url, so that people can write", "")
	}
	if p.Issued > p.Modified {
		r.report(p.placeOf("modified", r.file), fmt.Sprintf("expected %s or later, the day of issue, found %s", p.Issued, p.Modified), "")
	}
	ids := map[string]bool{}
	for i, s := range p.Services {
		if ids[s.ID] {
			r.report(p.placeOf(fmt.Sprintf("services.%d.id", i), r.file), fmt.Sprintf("%q is the id of another service", s.ID), "")
		}
		ids[s.ID] = true
	}
}

func (p *Publication) placeOf(path, file string) Place {
	if at, ok := p.places[path]; ok {
		return at
	}
	return Place{file, 1, 1}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// fieldOf is the index of the field with a key, or -1.
func fieldOf(t reflect.Type, key string) int {
	for i := range t.NumField() {
		if k := t.Field(i).Tag.Get("key"); k == key && k != "" {
			return i
		}
	}
	return -1
}

// keys are the keys of a mapping.
func keys(t reflect.Type) (names []string) {
	for i := range t.NumField() {
		if k := t.Field(i).Tag.Get("key"); k != "" {
			names = append(names, k)
		}
	}
	return names
}

func expectedKeys(t reflect.Type) string {
	return "expected a mapping with " + strings.Join(keys(t), ", ")
}

// Paths are the paths of all values that somebody wrote, in order.
func (p *Publication) Paths() []string { return slices.Sorted(maps.Keys(p.places)) }
