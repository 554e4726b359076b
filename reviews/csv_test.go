package reviews

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// cellsOf reads a CSV text and shows each row with the place of each cell, and
// then the problems.
func cellsOf(text string) string {
	var b strings.Builder
	var letters []string
	s := readCSV("f", text, func(rule string, at Source, message Message) {
		letters = append(letters, fmt.Sprintf("%s %s %s\n", at, rule, message))
	})
	if s != nil {
		for _, c := range s.columns {
			fmt.Fprintf(&b, "[%s]", c.name)
		}
		for _, r := range s.rows {
			b.WriteString("\n")
			for _, c := range r.cells {
				for _, p := range c.pieces("f", true) {
					fmt.Fprintf(&b, "(%s %d:%d+%d)", p.text, p.source.Line, p.source.Column, p.source.Length)
				}
				b.WriteString(",")
			}
		}
	}
	return b.String() + "\n" + strings.Join(letters, "")
}

func TestCSVCellsAndTheirPlaces(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"commas", "a,b\n1,2\n", "[a][b]\n(1 2:1+1),(2 2:3+1),\n"},
		{"semicolons", "a;b\n1;2,5\n", "[a][b]\n(1 2:1+1),(2,5 2:3+3),\n"},
		{"CRLF", "a,b\r\n1,2\r\n", "[a][b]\n(1 2:1+1),(2 2:3+1),\n"},
		{"no line end at the end", "a,b\n1,2", "[a][b]\n(1 2:1+1),(2 2:3+1),\n"},
		{"blank lines", "\n\na,b\n\r\n1,2\n\n", "[a][b]\n(1 5:1+1),(2 5:3+1),\n"},
		{"a row of nothing", "a,b\n , \n1,2\n", "[a][b]\n(1 3:1+1),(2 3:3+1),\n"},
		{"characters, not bytes", "a,b\nåse,ø\n", "[a][b]\n(åse 2:1+3),(ø 2:5+1),\n"},
		{"spaces around", "a,b\n  1 , 2\n", "[a][b]\n(1 2:3+1),(2 2:7+1),\n"},
		{"quotes", "a,b\n\"1,1\",\"say \"\"x\"\" now\"\n", "[a][b]\n(1,1 2:2+3),(say \"x\" now 2:8+13),\n"},
		{"a line end in quotes", "a,b\n\"1\r\n2\",3\n", "[a][b]\n(1\n2 2:2+1),(3 3:4+1),\n"},
		{"a list", "a\n x | yy|z \n", "[a]\n(x 2:2+1)(yy 2:6+2)(z 2:9+1),\n"},
		{"a list in quotes", "a\n\"x|\"\"y\"\"|z\"\n", "[a]\n(x 2:2+1)(\"y\" 2:4+5)(z 2:10+1),\n"},
		{"an empty value in a list", "a\nx||z\n", "[a]\n(x 2:1+1)( 2:3+0)(z 2:4+1),\n"},
		{"a list over lines", "a\n\"x|\ny\"\n", "[a]\n(x 2:2+1)(y 3:1+1),\n"},
		{"Excel's first line", "sep=;\r\na;b,c\r\n1;2\r\n", "[a][b,c]\n(1 3:1+1),(2 3:3+1),\n"},
		{"Excel's first line, with tabs", "SEP=\t\na\tb\n1\t2\n", "[a][b]\n(1 3:1+1),(2 3:3+1),\n"},
		{"a column called sep", "sep=,b\n1,2\n", "[sep=][b]\n(1 2:1+1),(2 2:3+1),\n"},
		{"nothing", "", "\nf:1:1 R07 the file is empty: expected a first line with the names of the columns\n"},
		{"tabs", "a\tb\n1\t2\n", "\nf:1:1 R03 " + msgTabs.EN + "\n"},
		{"a stray quote", "a,b\n1\"2,3\n4,5\n", "[a][b]\n(1\"2 2:1+3),(3 2:5+1),\n(4 3:1+1),(5 3:3+1),\nf:2:2 R03 " + msgStrayQuote.EN + "\n"},
		{"text after the closing quote", "a,b\n\"1\"2,3\n4,5\n", "[a][b]\n(\"1\"2 2:1+4),(3 2:6+1),\n(4 3:1+1),(5 3:3+1),\nf:2:4 R03 " + msgAfterQuote.EN + "\n"},
		{"an open quote", "a,b\n\"1,3\n4,5\n", "[a][b]\n(\"1 2:1+2),(3 2:4+1),\n(4 3:1+1),(5 3:3+1),\nf:2:1 R03 " + msgOpenQuote.EN + "\n"},
		{"an open quote before a whole one", "a,b\n\"1,3\n4,\"5\"\n", "[a][b]\n(\"1 2:1+2),(3 2:4+1),\n(4 3:1+1),(5 3:4+1),\nf:2:1 R03 " + msgOpenQuote.EN + "\n"},
		{"one letter for a row", "a,b\n1\"\"2,3\"\n", "[a][b]\n(1\"\"2 2:1+4),(3\" 2:6+2),\nf:2:2 R03 " + msgStrayQuote.EN + "\n"},
	} {
		if got := cellsOf(row.text); got != row.want {
			t.Errorf("%s\ngot  %q\nwant %q", row.name, got, row.want)
		}
	}
}

func TestLimitsAreTold(t *testing.T) {
	long := "a\n" + strings.Repeat("x", maxCell+1) + "\ny\n"
	if got, want := cellsOf(long), "[a]\n(y 3:1+1),\nf:2:1 R02 "+msgTooLongCell.EN+"\n"; got != want {
		t.Errorf("got %q", got)
	}
	var told []string
	s := readCSV("f", "a\n"+strings.Repeat("x\n", maxRows+1), func(_ string, at Source, message Message) {
		told = append(told, at.String()+" "+message.String())
	})
	if len(s.rows) != maxRows || len(told) != 1 || !strings.Contains(told[0], msgTooManyRows.EN) {
		t.Errorf("%d rows, %q", len(s.rows), told)
	}
}

// FuzzCSV holds the reader to encoding/csv wherever that finds no error, and to
// not panicking elsewhere.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "a;b\n\"x;\"\"y\"\"\";\n", "a\n\"x\ny\"\n", "a,\"b\nc\n", "\r\n\na\r", "a\"b,c\n", "æ,ø\n\"å\",|\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quiet := true
		s := readCSV("f", text, func(string, Source, Message) { quiet = false })
		theirs := csv.NewReader(strings.NewReader(text))
		theirs.Comma, theirs.FieldsPerRecord = rune(separatorOf(text)), -1
		want, err := theirs.ReadAll()
		_, said := separatorSaid(text)
		if err != nil || len(want) == 0 || s == nil || strings.HasPrefix(text, "\uFEFF") || said > 0 {
			return
		}
		if strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
			return // a lone CR: encoding/csv drops it before the end of the text, in quotes too
		}
		if !quiet {
			t.Fatalf("encoding/csv reads it, and there is a problem: %q", text)
		}
		var got [][]string
		for _, r := range s.rows {
			var cells []string
			for _, c := range r.cells {
				cells = append(cells, decoded(c.parts[0]))
			}
			got = append(got, cells)
		}
		want = slices.DeleteFunc(want[1:], func(row []string) bool { return strings.TrimSpace(strings.Join(row, "")) == "" })
		if !slices.EqualFunc(got, want, slices.Equal[[]string]) {
			t.Fatalf("%q\ngot  %q\nwant %q", text, got, want)
		}
	})
}

// decoded is the text of a cell before trimming.
func decoded(p part) string {
	if p.doubled {
		return strings.NewReplacer(`""`, `"`, "\r\n", "\n").Replace(p.text)
	}
	return p.text
}

func TestLinesOfOldMacsEarnOneLetter(t *testing.T) {
	for _, file := range []struct{ name, rule string }{{inFindings, "R03"}, {inReviewYAML, "R04"}, {inSources, "R03"}} {
		m := miniFS(t)
		m[file.name] = &fstest.MapFile{Data: bytes.ReplaceAll(m[file.name].Data, []byte("\n"), []byte("\r"))}
		_, ps := Load(m, Options{})
		want := file.name + ":1:1: expected lines that end in LF or CRLF, found a lone CR after each, as on old Macs: save the file anew, in a spreadsheet as CSV UTF-8\n"
		if got := letters(ps); got != want || ps[0].Rule != file.rule {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	}
}

// Whatever stands in a file, letters about it leave the terminal as it is.
func TestNoControlCharacterOfAFileIsPrinted(t *testing.T) {
	const bad = "x\x1b[2J\ry\u0085"
	for _, e := range []struct{ file, old, new string }{
		{inMechanisms, "label_nn", bad},
		{inFindings, "rinne-2018,offers", "rinne-2018,off" + bad},
		{inFindings, "rinne-2018,offers", "rin" + bad + ",offers"},
		{inReviewYAML, "publisher:", "pub\u0085lisher:"},
		{inSources, "mini-2021:15", "mini-2012:15" + bad},
		{inMappings, "http://eurovoc.europa.eu/2486", "www." + bad + ".no"},
		{inSources, ",10.1177/", ",https://doi.org/10.1177/\x1b"},
	} {
		m := miniFS(t)
		edit(t, m, e.file, e.old, e.new)
		_, ps := Load(m, Options{})
		if len(ps) == 0 {
			t.Errorf("%s: no letter", e.file)
		}
		for _, lang := range []Lang{English, Norwegian} {
			for _, p := range ps {
				text := p.In(lang) + p.Field + p.Row + p.Picture()
				if i := strings.IndexFunc(strings.ReplaceAll(text, "\n", ""), invisible); i >= 0 {
					t.Errorf("%s: %q", e.file, text)
				}
			}
		}
	}
}
