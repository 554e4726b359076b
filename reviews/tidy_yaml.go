package reviews

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
)

// YAML is put in order by moving lines, so that nothing in it is lost: what is
// above a key goes with it, and so does all below it up to the next key.

// readTidyYAML reads a file of YAML by its meaning, and refuses one whose form
// is wrong.
func readTidyYAML(t *Table, name, text string) ([]string, error) {
	report, first := firstReported()
	parts := map[Kind]*sheet{}
	if t.Kind == KindReview {
		parts = readReviewYAML(name, text, report)
	} else {
		parts[t.Kind] = readYAML(name, text, report)
	}
	if err := first(); err != nil {
		return nil, err
	}
	var all []string
	for _, part := range tables {
		if s := parts[part.Kind]; s != nil {
			rows, err := part.meanings(s)
			if err != nil {
				return nil, err
			}
			all = append(all, fmt.Sprintf("%d %s", len(rows), part.File))
			all = append(all, rows...)
		}
	}
	return all, nil
}

// tidyYAML spells the codes and then moves the keys.
func tidyYAML(t *Table, name, text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	m := &mover{reader: &yamlReader{file: name, report: func(string, Source, Message) {}}}
	m.spell(t, name, text)
	return m.order(t, strings.Join(m.lines, ""))
}

// mover moves lines of a file.
type mover struct {
	reader *yamlReader
	lines  []string // each with its line feed
}

// spell gives codes the word that is listed, where they stand letter by letter.
func (m *mover) spell(t *Table, name, text string) {
	m.lines = slices.Collect(strings.Lines(text))
	parts := map[Kind]*sheet{}
	if t.Kind == KindReview {
		parts = readReviewYAML(name, text, m.reader.report)
	} else {
		parts[t.Kind] = readYAML(name, text, m.reader.report)
	}
	for k, s := range parts {
		if s == nil {
			continue
		}
		for _, r := range s.rows {
			for _, c := range r.cells {
				if f := TableOf(k).Field(c.name); f != nil {
					m.spellCell(f, c, name)
				}
			}
		}
	}
}

// spellCell goes backwards, so that places ahead stay where they are.
func (m *mover) spellCell(f *Field, c cell, name string) {
	ps := c.pieces(name, f.Several())
	for _, p := range slices.Backward(ps) {
		word := f.spelling(p.text)
		line := []rune(m.lines[p.source.Line-1])
		from := p.source.Column - 1
		to := from + p.source.Length
		if word != p.text && to <= len(line) && string(line[from:to]) == p.text {
			m.lines[p.source.Line-1] = string(line[:from]) + word + string(line[to:])
		}
	}
}

// order returns the text with the keys of all mappings in order.
func (m *mover) order(t *Table, text string) string {
	m.lines = slices.Collect(strings.Lines(text))
	root, ok := m.reader.parse(text)
	if !ok || root == nil {
		return text
	}
	if pairs, ok := m.reader.pairs(root); ok {
		return strings.Join(m.mapping(pairs, keyRanks(t, ""), 0, len(m.lines)), "")
	}
	return strings.Join(m.list(root, t, 0, len(m.lines)), "")
}

// ranks says how a key is ordered, and how those below it are; nil where they
// are not.
type ranks func(key string) (rank int, below func(*mover, ast.Node, int, int) []string)

// keyRanks ranks the keys of a row by the first column they are, or begin.
func keyRanks(t *Table, prefix string) ranks {
	return func(key string) (int, func(*mover, ast.Node, int, int) []string) {
		name := prefix + key
		i := slices.IndexFunc(t.Fields, func(f Field) bool { return f.Column == name || strings.HasPrefix(f.Column, name+"_") })
		if i >= 0 {
			return i, inMapping(keyRanks(t, name+"_"))
		}
		if t.Kind == KindReview && key == searchTable.File {
			return len(t.Fields), inMapping(keyRanks(searchTable, ""))
		}
		return len(t.Fields) + 1, func(m *mover, n ast.Node, from, to int) []string { return m.list(n, sectionsTable, from, to) }
	}
}

func inMapping(r ranks) func(*mover, ast.Node, int, int) []string {
	return func(m *mover, n ast.Node, from, to int) []string {
		if pairs, ok := m.reader.pairs(n); ok {
			return m.mapping(pairs, r, from, to)
		}
		return m.lines[from:to]
	}
}

// list orders the keys of each item of a list that fills the given lines.
func (m *mover) list(n ast.Node, t *Table, from, to int) []string {
	items, ok := n.(*ast.SequenceNode)
	if !ok || items.IsFlowStyle {
		return m.lines[from:to]
	}
	var out []string
	for i, item := range items.Values {
		begin, end := m.lineOf(item), to
		if i+1 < len(items.Values) {
			end = m.above(m.lineOf(items.Values[i+1]), begin)
		}
		out = append(out, m.lines[from:begin]...)
		if pairs, ok := m.reader.pairs(item); ok {
			out = append(out, m.mapping(pairs, keyRanks(t, ""), begin, end)...)
		} else {
			out = append(out, m.lines[begin:end]...)
		}
		from = end
	}
	return append(out, m.lines[from:to]...)
}

// lineOf is the index of the line that a node begins on.
func (m *mover) lineOf(n ast.Node) int { return m.reader.at(n).Line - 1 }

// above returns the index of the first of the lines of comment, or of nothing,
// that stand directly above a line, not going up to the limit.
func (m *mover) above(line, limit int) int {
	for line-1 > limit && isRemark(m.lines[line-1]) {
		line--
	}
	return line
}

// pastBlanks skips lines of nothing: they belong to what is above them.
func (m *mover) pastBlanks(line int) int {
	for strings.TrimSpace(m.lines[line]) == "" {
		line++
	}
	return line
}

func isRemark(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || strings.HasPrefix(line, "#")
}

// block is a key with what is above and below it.
type block struct {
	rank  int
	key   int // which of the lines the key stands on
	lines []string
}

// mapping orders the keys of a mapping whose first key stands on the line from
// or below. Lines above the first key, and remarks below the last value, stay
// where they are.
func (m *mover) mapping(pairs []*ast.MappingValueNode, r ranks, from, to int) []string {
	if !m.inBlocks(pairs) {
		return m.lines[from:to]
	}
	first := m.reader.keyAt(pairs[0])
	margin := first.Column - 1
	out := slices.Clone(m.lines[from : first.Line-1])
	end := m.lastOf(pairs[len(pairs)-1], margin, to)
	lead := m.lines[first.Line-1][:margin]
	var blocks []block
	begin := first.Line - 1
	for i, p := range pairs {
		next, key := end, m.keyLine(p)
		if i+1 < len(pairs) {
			next = m.pastBlanks(m.above(m.keyLine(pairs[i+1]), key))
		}
		rank, below := r(keyOf(p))
		lines := slices.Clone(m.lines[begin : key+1])
		lines = append(lines, m.below(p, below, key+1, next)...)
		blocks = append(blocks, block{rank, key - begin, lines})
		begin = next
	}
	blank := strings.Repeat(" ", margin)
	blocks[0].lines[0] = blank + blocks[0].lines[0][margin:]
	slices.SortStableFunc(blocks, func(a, b block) int { return cmp.Compare(a.rank, b.rank) })
	for i, b := range blocks {
		if i == 0 {
			b.lines[b.key] = lead + b.lines[b.key][margin:]
		}
		out = append(out, b.lines...)
	}
	return append(out, m.lines[end:to]...)
}

func (m *mover) keyLine(p *ast.MappingValueNode) int { return m.reader.keyAt(p).Line - 1 }

// below orders what stands under a key on lines of its own.
func (m *mover) below(p *ast.MappingValueNode, order func(*mover, ast.Node, int, int) []string, from, to int) []string {
	if p.Value == nil || from >= to || m.lineOf(p.Value) < from {
		return m.lines[from:to]
	}
	return order(m, p.Value, from, to)
}

// inBlocks reports whether each key stands on a line of its own, all in one
// column, with nothing before it but, at the first, the mark of an item.
func (m *mover) inBlocks(pairs []*ast.MappingValueNode) bool {
	last, column := -1, 0
	for i, p := range pairs {
		at := m.reader.keyAt(p)
		if i == 0 {
			column = at.Column
		}
		if at.Line-1 <= last || at.Line > len(m.lines) || at.Column != column {
			return false
		}
		last = at.Line - 1
		before := m.lines[last][:min(column-1, len(m.lines[last]))]
		if i == 0 {
			before = strings.Replace(before, "-", " ", 1)
		}
		if strings.Trim(before, " ") != "" {
			return false
		}
	}
	return len(pairs) > 0
}

// lastOf is where the last value of a mapping ends: before the remarks below
// it, unless they are further in than its key and so may be part of it.
func (m *mover) lastOf(p *ast.MappingValueNode, margin, to int) int {
	key := m.keyLine(p)
	for to-1 > key && isRemark(m.lines[to-1]) && indentOf(m.lines[to-1]) <= margin {
		to--
	}
	return to
}

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }
