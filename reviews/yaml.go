package reviews

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// yamlReader turns YAML into sheets: a list of mappings is a list of rows, a
// mapping in a mapping is columns with both names ({title: {nb: …}} is
// title_nb), a list of scalars is several values in one cell. Scalars count as
// they are written, so 2020 is a year, null a direction and 4.50 stays 4.50;
// ~ and nothing at all are empty. Anchors, aliases, merge keys and tags are
// refused: a row says what it says.
type yamlReader struct {
	file    string
	report  reportFunc
	refused int  // how often something was left out that had been written
	lost    bool // a row of the list read last was left out
}

// maxDepth bounds the nesting of YAML; the format itself needs four levels.
const maxDepth = 16

// parse returns the one document in text, nil where it is empty; false where it
// was not understood, which is reported.
func (y *yamlReader) parse(text string) (ast.Node, bool) {
	if line := tooDeep(text); line > 0 {
		y.report("R02", Source{y.file, line, 1, 0}, msgTooDeep.with(maxDepth))
		return nil, false
	}
	f, err := parseYAML(text)
	if err != nil {
		message, at := explained(text, reasonOf(err), y.placeOf(err))
		y.report("R04", at, message)
		return nil, false
	}
	if len(f.Docs) > 1 && f.Docs[1].Body != nil {
		y.report("R04", y.at(f.Docs[1].Body), msgSecondDoc.with())
	}
	if len(f.Docs) == 0 {
		return nil, true
	}
	return f.Docs[0].Body, true
}

// parseYAML turns a panic of the parser into an error.
func parseYAML(text string) (f *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("the parser gave up: %v", r)
		}
	}()
	return parser.ParseBytes([]byte(text), 0)
}

func (y *yamlReader) placeOf(err error) Source {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) && syntax.Token != nil && syntax.Token.Position != nil {
		return Source{y.file, syntax.Token.Position.Line, max(syntax.Token.Position.Column, 1), 0}
	}
	return Source{y.file, 1, 1, 0}
}

func reasonOf(err error) string {
	var syntax *yaml.SyntaxError
	if errors.As(err, &syntax) {
		return syntax.Message
	}
	return firstLineOf(err.Error())
}

// tooDeep returns the first line on which brackets or list marks nest beyond
// maxDepth, else 0. It runs before the parser, whose stack they would fill; it
// does not know quotes and so counts a few brackets too many, never too few.
func tooDeep(text string) int {
	depth, number := 0, 0
	for line := range strings.Lines(text) {
		number++
		if line[0] == '-' {
			depth = 0
		}
		trimmed := strings.TrimLeft(line, " ")
		marks := len(strings.Fields(trimmed[:len(trimmed)-len(strings.TrimLeft(trimmed, "-? \t"))]))
		for _, c := range []byte(line) {
			switch c {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(0, depth-1)
			}
			if depth+marks > maxDepth {
				return number
			}
		}
		if indent := len(line) - len(trimmed); indent > 4*maxDepth && isNested(trimmed) {
			return number
		}
	}
	return 0
}

// isNested reports whether a line opens a mapping or a list, rather than
// continuing a text that was indented far.
func isNested(line string) bool {
	line = strings.TrimRight(line, " \r\n")
	return strings.HasSuffix(line, ":") || strings.HasPrefix(line, "- ")
}

// rows reads a list of mappings; nothing at all is an empty list.
func (y *yamlReader) rows(n ast.Node) (out []row, ok bool) {
	y.lost = false
	list, ok := y.plain(n).(*ast.SequenceNode)
	if !ok {
		if n != nil {
			y.report("R04", y.at(n), msgNotList.with())
		}
		return nil, n == nil
	}
	for _, item := range list.Values {
		if r, ok := y.row(item); ok {
			out = append(out, r)
		} else {
			y.lost = true
		}
	}
	if len(out) > maxRows {
		y.report("R02", out[maxRows].at, msgTooManyRows.with())
		out = out[:maxRows]
	}
	return out, true
}

// row reads one mapping.
func (y *yamlReader) row(n ast.Node) (row, bool) {
	pairs, ok := y.pairs(n)
	if !ok {
		y.report("R04", y.at(n), msgNotMapping.with())
		return row{}, false
	}
	r := row{at: y.at(n)}
	for i, p := range pairs {
		key := y.keyAt(p)
		if i == 0 {
			r.at = key
		}
		r.cells = append(r.cells, y.cells(keyOf(p), key, p.Value)...)
	}
	return r, true
}

// cells reads the value under a key: one cell, or one for each key below it.
func (y *yamlReader) cells(name string, at Source, n ast.Node) []cell {
	if pairs, ok := y.pairs(n); ok {
		var out []cell
		for _, p := range pairs {
			out = append(out, y.cells(name+"_"+keyOf(p), y.keyAt(p), p.Value)...)
		}
		for i := range out {
			out[i].under = name
		}
		return out
	}
	c, before := cell{name: name, at: at}, y.refused
	switch n := y.plain(n).(type) {
	case *ast.SequenceNode:
		for _, item := range n.Values {
			c.parts = append(c.parts, y.scalar(item)...)
		}
	case nil:
	default:
		c.parts = y.scalar(n)
	}
	c.refused = y.refused > before
	return []cell{c}
}

// pairs returns the entries of a mapping.
func (y *yamlReader) pairs(n ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

// plain reports and drops what a row must not hold.
func (y *yamlReader) plain(n ast.Node) ast.Node {
	switch n.(type) {
	case *ast.AnchorNode, *ast.AliasNode, *ast.MergeKeyNode, *ast.TagNode:
		y.refused++
		y.report("R04", y.at(n), msgNotPlain.with())
		return nil
	}
	return n
}

// scalar reads one value; it has no part where there is none.
func (y *yamlReader) scalar(n ast.Node) []part {
	n = y.plain(n)
	if n == nil {
		return nil
	}
	tk := n.GetToken()
	at := y.at(n)
	switch n := n.(type) {
	case *ast.NullNode:
		if tk.Value == "" || tk.Value == "~" || tk.Type == token.ImplicitNullType {
			return nil
		}
		return y.written(tk.Value, at, tk)
	case *ast.StringNode:
		return y.written(n.Value, at, tk)
	case *ast.LiteralNode:
		return []part{{text: n.Value.Value, line: at.Line, col: at.Column, rigid: true}}
	case *ast.SequenceNode, *ast.MappingNode, *ast.MappingValueNode:
		y.refused++
		y.report("R04", at, msgNested.with())
		return nil
	}
	return y.written(tk.Value, at, tk)
}

// written places a scalar. Where the file holds it letter for letter, each value
// in it can be pointed at.
func (y *yamlReader) written(text string, at Source, tk *token.Token) []part {
	if len(text) > maxCell {
		y.refused++
		y.report("R02", at, msgTooLongCell.with())
		return nil
	}
	p := part{text: text, line: at.Line, col: at.Column}
	if tk.Type == token.SingleQuoteType || tk.Type == token.DoubleQuoteType {
		p.col++
	}
	p.rigid = strings.Contains(text, "\n") || !strings.Contains(tk.Origin, text)
	return []part{p}
}

// at is where a node begins; a mapping begins at its first key.
func (y *yamlReader) at(n ast.Node) Source {
	if pairs, ok := y.pairs(n); ok && len(pairs) > 0 {
		n = pairs[0].Key
	}
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return Source{y.file, 1, 1, 0}
	}
	p := n.GetToken().Position
	return Source{y.file, max(p.Line, 1), max(p.Column, 1), 0}
}

func (y *yamlReader) keyAt(p *ast.MappingValueNode) Source {
	at := y.at(p.Key)
	at.Length = utf8.RuneCountInString(keyOf(p))
	return at
}

func keyOf(p *ast.MappingValueNode) string { return p.Key.GetToken().Value }

// readYAML reads a file that stands in place of a CSV file. It returns nil where
// the file could not be understood.
func readYAML(file, text string, report reportFunc) *sheet {
	y := &yamlReader{file: file, report: report}
	root, ok := y.parse(text)
	if !ok {
		return nil
	}
	rows, ok := y.rows(root)
	if !ok {
		return nil
	}
	return &sheet{file: file, rows: rows, lost: y.lost}
}

// readReviewYAML reads review.yaml: the keys of the review, of its search, and
// the list of its sections. What could not be understood is left out.
func readReviewYAML(file, text string, report reportFunc) map[Kind]*sheet {
	y := &yamlReader{file: file, report: report}
	root, ok := y.parse(text)
	if !ok {
		return nil
	}
	pairs, ok := y.pairs(root)
	if !ok || len(pairs) == 0 {
		report("R04", y.at(root), msgNotReview.with())
		return nil
	}
	top := row{at: y.keyAt(pairs[0])}
	parts := map[Kind]*sheet{KindSearch: {file: file}, KindSection: {file: file}}
	for _, p := range pairs {
		switch keyOf(p) {
		case searchTable.File:
			if r, ok := y.row(p.Value); ok {
				parts[KindSearch].rows = []row{r}
			} else {
				delete(parts, KindSearch)
			}
		case sectionsTable.File:
			parts[KindSection].rows, ok = y.rows(p.Value)
			if parts[KindSection].lost = y.lost; !ok {
				delete(parts, KindSection)
			}
		default:
			top.cells = append(top.cells, y.cells(keyOf(p), y.keyAt(p), p.Value)...)
		}
	}
	parts[KindReview] = &sheet{file: file, rows: []row{top}}
	return parts
}
