package reviews

import (
	"slices"
	"strings"
)

// nameCells puts the names of the header on the cells of each row, and checks
// the header against the table and the rows against the header.
func (l *loader) nameCells(s *sheet, t *Table) {
	if len(s.columns) == 0 {
		return
	}
	seen := map[string]bool{}
	for i, c := range s.columns {
		switch {
		case c.name == "":
			l.add("R06", c.at, msgNamelessColumn.with(i+1), "")
		case seen[c.name]:
			p := spot{Source: c.at, column: c.name}.problem("R06", Error, msgColumnTwice.with(found(c.name)))
			p.do = doRemoveColumn
			l.put(p)
			s.columns[i].name = ""
		}
		seen[c.name] = true
	}
	for _, c := range s.columns {
		if c.name != "" && t.Field(c.name) == nil {
			for _, meant := range l.unknownColumn(t, c.name, c.at, inHeader, seen) {
				seen[meant] = true
			}
		}
	}
	for _, f := range t.Fields {
		if f.Required() && !seen[f.Column] {
			l.put(spot{Source: Source{s.file, 1, 1, 0}, column: f.Column}.problem("R07", Error, msgColumnMissing.with(exactly(f.Column), docOf(f.Doc))))
		}
	}
	for i := range s.rows {
		l.nameRow(s, &s.rows[i])
	}
}

// otherSeparator returns the separator of a row that is one cell, since it has
// another than the header; empty where that is not what is wrong.
func otherSeparator(r *row, s *sheet) string {
	if len(r.cells) != 1 || len(r.cells[0].parts) != 1 {
		return ""
	}
	for _, by := range []string{";", ","} {
		if by != s.separator && strings.Count(r.cells[0].parts[0].text, by) >= len(s.columns)-1 {
			return by
		}
	}
	return ""
}

func (l *loader) nameRow(s *sheet, r *row) {
	if n := len(r.cells); n != len(s.columns) && !r.damaged {
		at, message := r.at, msgCells
		if n > len(s.columns) {
			at, message = r.cells[len(s.columns)].at, msgTooManyCells
		}
		r.damaged = true
		if by := otherSeparator(r, s); by != "" {
			l.add("R05", r.at, msgOtherSeparator.with(exactly(s.separator), exactly(by)), "")
			return
		}
		l.add("R05", at, message.with(len(s.columns), n), "")
	}
	for i := range r.cells[:min(len(r.cells), len(s.columns))] {
		r.cells[i].name = s.columns[i].name
	}
}

// naming is what a name is that a table does not have: a column or a key.
type naming struct{ unknown, banned Wording }

var (
	inHeader = naming{msgNoColumn, msgBannedColumn}
	asKey    = naming{msgNoKey, msgBannedKey}
)

// unknownColumn reports a name that the table does not have, and returns the
// columns it was meant for: those of each language, or one that is near and not
// taken.
func (l *loader) unknownColumn(t *Table, name string, at Source, in naming, taken map[string]bool) []string {
	for _, b := range t.Banned {
		if b.Column == name {
			l.add(b.Rule, at, in.banned.with(exactly(name), docOf(b.Reason)), "")
			return nil
		}
	}
	if each := t.inEachLanguage(name); len(each) > 0 {
		var shown spoken = words(each)
		if in == asKey {
			shown = same(name + eachInLanguage)
		}
		l.add("R06", at, msgNeedsLanguage.with(exactly(name), shown), "")
		return each
	}
	free := slices.DeleteFunc(t.Columns(), func(column string) bool { return taken[column] })
	meant := nearest(name, free)
	l.add("R06", at, in.unknown.with(found(name)), meant)
	return []string{meant}
}

// inEachLanguage returns the columns that hold the same in several languages,
// text_nb and text_en for text.
func (t *Table) inEachLanguage(stem string) []string {
	var columns []string
	for _, f := range t.Fields {
		if f.Type.Base == TypeLangText && f.Column == stem+"_"+f.Type.Lang {
			columns = append(columns, f.Column)
		}
	}
	return columns
}

// define makes a record of each row and registers its name, so that references
// can be followed whatever the order of files. What is shared gives way to what
// the folder itself defines.
func (l *loader) define() {
	for _, shared := range []bool{false, true} {
		for _, s := range l.sheets {
			if s.shared == shared {
				l.defineRows(s)
			}
		}
	}
	for _, rs := range l.records {
		slices.SortStableFunc(rs, sharedFirst)
	}
}

func sharedFirst(a, b *Record) int {
	switch {
	case a.Shared == b.Shared:
		return 0
	case a.Shared:
		return -1
	}
	return 1
}

func (l *loader) defineRows(s *recordSheet) {
	unnamed := map[string]*Record{} // mappings and anchors, which have no address
	for i := range s.rows {
		r := &Record{Kind: s.table.Kind, Review: s.review, Source: s.rows[i].at, Shared: s.shared, table: s.table, sheet: s.sheet, row: &s.rows[i]}
		r.values = make([][]Value, len(s.table.Fields))
		r.Name = r.nameFromCells()
		if r.Name == "" && len(s.table.ID) > 0 {
			l.names.unread[unread{r.Kind, r.Review}] = true
		}
		r.row.title = r.title()
		if r.Name != "" && !l.register(r, unnamed) {
			r.again = true
			if r.Shared {
				continue
			}
		}
		l.records[r.Kind] = append(l.records[r.Kind], r)
	}
}

// register gives a named record its address, unless another has it.
func (l *loader) register(r *Record, unnamed map[string]*Record) bool {
	var first *Record
	switch r.Kind {
	case KindMapping, KindAnchor:
		if first = unnamed[r.Name]; first == nil {
			unnamed[r.Name] = r
			return true
		}
	default:
		address := iriOf(r.Kind, r.Review, r.Name)
		if first = l.names.records[address]; first == nil {
			r.IRI = address
			l.names.add(r)
			return true
		}
	}
	if r.Shared && !first.Shared {
		l.add("R18", first.nameSource(), msgShadows.with(r.Kind.the(), found(r.Name), where(r.Source, first.Source)), "")
	}
	if !r.Shared {
		l.add("R17", r.nameSource(), msgSecondTime.with(r.Kind.the(), found(r.Name), where(first.Source, r.Source)), "")
	}
	return false
}

// where names a place as seen from another.
func where(s, from Source) Message {
	if s.File == from.File {
		return onLine.with(s.Line)
	}
	return inFile.with(s.File, s.Line)
}

// nameFromCells joins the cells that name the row: the slug, or
// subject.predicate.object and study.part. A slug that is none counts as the one
// it should be, and is reported when the cell is read, as is a cell that cannot
// be part of an address, which leaves the row without a name.
func (r *Record) nameFromCells() string {
	if r.Kind == KindReview || r.Kind == KindSearch {
		return r.Review
	}
	var parts []string
	for _, column := range r.table.ID {
		text := r.raw(column)
		switch base := r.table.Field(column).Type.Base; {
		case base == TypeAnyRef && r.Kind == KindClaim:
			text = text[strings.LastIndexByte(text, '/')+1:]
		case base == TypeSlug && !isSlug(text):
			text = Slug(text)
		}
		if text == "" || r.Kind != KindMapping && r.Kind != KindAnchor && !isIRI(text) {
			return ""
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, r.nameSeparator())
}

func (r *Record) nameSeparator() string {
	if r.Kind == KindMapping {
		return " "
	}
	return "."
}

// raw returns the text in a column before it is read.
func (r *Record) raw(column string) string {
	if ps := r.cell(column).pieces(r.Source.File, false); len(ps) > 0 {
		return ps[0].text
	}
	return ""
}

// nameSource returns where the name of the record is written.
func (r *Record) nameSource() Source {
	if len(r.table.ID) == 0 {
		return r.Source
	}
	if ps := r.cell(r.table.ID[0]).pieces(r.Source.File, false); len(ps) > 0 {
		return ps[0].source
	}
	return r.Source
}
