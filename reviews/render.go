package reviews

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Render writes each problem as one line of [Problem.String] followed, where
// the row is known, by the row with the cell underlined:
//
//	findings.csv:17:14: expected a direction, found "postive"; did you mean "positive"?
//	  17 | aslund-skans-2012,offers,postive,short
//	     |                          ^^^^^^^
//
// Rows longer than a screen are cut on both sides of the cell, the cuts shown
// as "…". Tabs stay tabs and wide characters count double in the line below, so
// that the caret stands under the cell.
func Render(w io.Writer, problems []Problem) error {
	for _, p := range problems {
		if _, err := io.WriteString(w, p.String()+"\n"+p.Picture()); err != nil {
			return err
		}
	}
	return nil
}

// The screen around a cell, in characters.
const (
	before = 40
	within = 60
	screen = 100
)

// Picture is the row with the cell underlined, on two lines; empty where the row
// is not known.
func (p Problem) Picture() string {
	if p.Excerpt == "" || p.Column < 1 {
		return ""
	}
	row := []rune(strings.TrimRight(p.Excerpt, "\r\n"))
	start := min(p.Column-1, len(row))
	end := min(start+max(p.Length, 1), len(row), start+within)
	left := max(0, start-before)
	right := min(len(row), max(left+screen, end))
	number := strconv.Itoa(p.Line)
	margin := strings.Repeat(" ", len(number))
	return fmt.Sprintf("  %s | %s%s%s\n  %s | %s%s%s\n",
		number, cut(left > 0), shown(row[left:right]), cut(right < len(row)),
		margin, strings.Repeat(" ", len([]rune(cut(left > 0)))), blank(row[left:start]), carets(row[start:end]))
}

func cut(yes bool) string {
	if yes {
		return "…"
	}
	return ""
}

// shown replaces control characters, which would disturb the terminal.
func shown(row []rune) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && unicode.IsControl(r) {
			return '\uFFFD'
		}
		return r
	}, string(row))
}

// blank is as wide as row and shows nothing.
func blank(row []rune) string {
	var b strings.Builder
	for _, r := range row {
		if r == '\t' {
			b.WriteByte('\t')
			continue
		}
		b.WriteString(strings.Repeat(" ", width(r)))
	}
	return b.String()
}

func carets(row []rune) string {
	n := 0
	for _, r := range row {
		n += width(r)
	}
	return strings.Repeat("^", max(n, 1))
}

// wide lists the blocks whose characters fill two columns of a terminal:
// Hangul, CJK, fullwidth forms, emoji.
var wide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x1100, Hi: 0x115F, Stride: 1}, {Lo: 0x2E80, Hi: 0xA4CF, Stride: 1}, {Lo: 0xAC00, Hi: 0xD7A3, Stride: 1},
		{Lo: 0xF900, Hi: 0xFAFF, Stride: 1}, {Lo: 0xFE30, Hi: 0xFE6F, Stride: 1}, {Lo: 0xFF00, Hi: 0xFF60, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0x1F300, Hi: 0x1FAFF, Stride: 1}, {Lo: 0x20000, Hi: 0x3FFFD, Stride: 1}},
}

func width(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.Is(wide, r):
		return 2
	}
	return 1
}
