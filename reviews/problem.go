package reviews

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Source is a place in a file that a curator wrote.
type Source struct {
	File   string // as it was opened, with slashes
	Line   int    // from 1
	Column int    // in characters, from 1
	Length int    // in characters; 0 where a single point is meant
}

// String gives file:line:column.
func (s Source) String() string {
	return s.File + ":" + strconv.Itoa(s.Line) + ":" + strconv.Itoa(s.Column)
}

// Severity tells how much a problem matters. The zero value is Error.
type Severity uint8

// An Error breaks a rule that must hold. A Warning breaks one that should. A
// Note is information the rules ask for.
const (
	Error Severity = iota
	Warning
	Note
)

// String gives "error", "warning" or "note".
func (s Severity) String() string { return s.In(English) }

// In gives the word for a severity.
func (s Severity) In(l Lang) string { return severityWords[s].In(l) }

var severityWords = [...]Wording{{"error", "feil"}, {"warning", "advarsel"}, {"note", "merknad"}}

// Problem is a letter to the curator who wrote a cell: where, what was
// expected, what was found, and if something valid is spelt nearly so, what.
type Problem struct {
	Source
	Rule     string // the rule that is broken, a key of [Rules]
	Field    string // the column, or the key in YAML, that it is about; empty: the file, or a whole row
	Row      string // what the row is, as kind/name; empty where it has no name
	Message  string // in English: lower case, no full stop; Says gives it in other languages
	Hint     string // a valid spelling near the one found, else empty
	Severity Severity
	Excerpt  string // the line of the file the problem points at

	says Message // the same as Message, in all languages; empty where only that is known
	do   Wording // what to do, where neither that rule nor Rule says it; empty: they do
	kin  string  // the rule whose advice fits what is wrong; empty: Rule
}

// Do says what to do.
func (p Problem) Do() Wording {
	switch {
	case p.do != Wording{}:
		return p.do
	case p.kin != "":
		return advice[p.kin].Do
	}
	return advice[p.Rule].Do
}

// String is In English.
func (p Problem) String() string { return p.In(English) }

// In gives file:line:column: message, with the severity before the message
// unless it is Error, and with the hint behind it.
func (p Problem) In(l Lang) string {
	s := p.Source.String() + ": "
	if p.Severity != Error {
		s += p.Severity.In(l) + ": "
	}
	return s + p.Says(l)
}

// Says gives the message, and the hint behind it.
func (p Problem) Says(l Lang) string {
	if p.Hint == "" {
		return p.Text(l)
	}
	return p.Text(l) + msgDidYouMean.with(exactly(p.Hint)).In(l)
}

// Text gives the message alone.
func (p Problem) Text(l Lang) string {
	if p.says.empty() {
		return p.Message
	}
	return p.says.In(l)
}

// Count returns how many of the problems are errors, warnings and notes.
func Count(problems []Problem) (errors, warnings, notes int) {
	var n [3]int
	for _, p := range problems {
		n[p.Severity]++
	}
	return n[Error], n[Warning], n[Note]
}

// Sort orders problems by file, line and column, then by rule and message.
func Sort(ps []Problem) {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
}

// shortened shows text that was found in a cell, on one line, not too long, and with
// what nobody can see written out.
func shortened(s string) string {
	const most = 60
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = string(r[:most]) + "…"
	}
	return visible(s)
}

// visible writes out what nobody can see, and what would disturb a terminal.
func visible(s string) string {
	if !strings.ContainsFunc(s, invisible) && !strings.ContainsAny(s, "\t\n") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if invisible(r) || r == '\t' || r == '\n' {
			fmt.Fprintf(&b, "<U+%04X>", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// invisible reports whether a character leaves no mark of its own: a control
// character, a soft hyphen, a zero-width space, a byte-order mark.
func invisible(r rune) bool {
	if ' ' <= r && r <= '~' {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf) && r != '\t' && r != '\n'
}
