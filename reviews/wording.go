package reviews

import (
	"fmt"
	"strconv"
	"strings"
)

// Lang is a language that letters are written in.
type Lang string

// The languages of letters. Anything else counts as English.
const (
	English   Lang = "en"
	Norwegian Lang = "nb"
)

// Wording is one text in both languages. As a message it has the verbs of package
// fmt where something is filled in, the same ones in both languages.
type Wording struct{ EN, NB string }

// In returns the text in a language.
func (w Wording) In(l Lang) string {
	if l == Norwegian {
		return w.NB
	}
	return w.EN
}

// same is what reads alike in both languages: a name, a number, what a program said.
func same(text string) Wording { return Wording{text, text} }

// spoken is what reads differently in each language.
type spoken interface{ In(Lang) string }

// Message is what a letter says: a wording, and what is filled in. The zero
// Message says nothing.
type Message struct {
	wording Wording
	args    []any // those that are spoken are said in the language of the letter
}

// with fills in a wording.
func (w Wording) with(args ...any) Message { return Message{w, args} }

// In returns the message in a language: lower case, no full stop, on one line.
func (m Message) In(l Lang) string {
	if len(m.args) == 0 {
		return m.wording.In(l)
	}
	args := make([]any, len(m.args))
	for i, a := range m.args {
		if s, ok := a.(spoken); ok {
			a = s.In(l)
		}
		args[i] = a
	}
	return fmt.Sprintf(m.wording.In(l), args...)
}

func (m Message) empty() bool { return m.wording == Wording{} }

// String returns the message in English.
func (m Message) String() string { return m.In(English) }

// saidOf says something of lines: in one wording of one line, in another of
// several.
func saidOf(lines []Range, one, several Wording) Message {
	w := several
	if len(lines) == 1 && lines[0].From == lines[0].To {
		w = one
	}
	if !strings.Contains(w.EN, "%") {
		return w.with()
	}
	return w.with(joinRanges(lines))
}

// found is text as somebody wrote it, shortened, in the quotation marks of
// the language.
type found string

func (f found) In(l Lang) string {
	s := shortened(string(f))
	if l == Norwegian {
		return "«" + s + "»"
	}
	return `"` + s + `"`
}

// exactly is a word as it may be written, in the quotation marks of the language.
type exactly string

func (e exactly) In(l Lang) string {
	if l == Norwegian {
		return "«" + string(e) + "»"
	}
	return strconv.Quote(string(e))
}

// letter is a character, in quotation marks.
type letter rune

func (c letter) In(l Lang) string {
	if l == Norwegian {
		return "«" + string(c) + "»"
	}
	return "'" + string(c) + "'"
}

// choice is a list of which one is meant: "a", "a or b", "a, b or c".
type choice []spoken

func (c choice) In(l Lang) string {
	words := make([]string, len(c))
	for i, w := range c {
		words[i] = w.In(l)
	}
	return listed(words, wordOr.In(l))
}

// words is a choice of what reads alike in both languages.
func words(list []string) choice {
	c := make(choice, len(list))
	for i, w := range list {
		c[i] = same(w)
	}
	return c
}

// oneOf joins words as an English sentence does.
func oneOf(list []string) string { return words(list).In(English) }

// listed joins words by commas, and the last by a conjunction.
func listed(words []string, conjunction string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " " + conjunction + " " + words[last]
}

// series is parts of a sentence with commas between them.
type series []spoken

func (s series) In(l Lang) string {
	parts := make([]string, len(s))
	for i, part := range s {
		parts[i] = part.In(l)
	}
	return strings.Join(parts, ", ")
}

// amount is a number of things: 1 statement, 2 statements.
type amount struct {
	n         int
	one, many Wording
}

func (a amount) In(l Lang) string {
	if a.n == 1 {
		return "1 " + a.one.In(l)
	}
	return strconv.Itoa(a.n) + " " + a.many.In(l)
}
