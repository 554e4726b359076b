package shacl

import (
	"fmt"
	"strings"
)

// Phrase is words with terms and paths among them, so that whoever prints it
// says how these are written.
type Phrase struct {
	Format string         // with a %s for each of Terms
	Terms  []fmt.Stringer // values of quad and paths
}

// IsZero reports whether there is nothing to say.
func (p Phrase) IsZero() bool { return p.Format == "" }

// Text is the phrase with its terms written by show.
func (p Phrase) Text(show func(fmt.Stringer) string) string {
	if len(p.Terms) == 0 {
		return p.Format
	}
	terms := make([]any, len(p.Terms))
	for i, t := range p.Terms {
		terms[i] = show(t)
	}
	return fmt.Sprintf(p.Format, terms...)
}

func (p Phrase) String() string { return p.Text(fmt.Stringer.String) }

// words is a phrase without terms.
func words(format string, args ...any) Phrase { return Phrase{Format: fmt.Sprintf(format, args...)} }

// about is a phrase with terms.
func about[T fmt.Stringer](format string, terms ...T) Phrase {
	p := Phrase{Format: format}
	for _, t := range terms {
		p.Terms = append(p.Terms, t)
	}
	return p
}

// listed is a phrase that ends in any number of terms.
func listed[T fmt.Stringer](start string, terms []T) Phrase {
	return about(start+" "+strings.TrimSuffix(strings.Repeat("%s, ", len(terms)), ", "), terms...)
}

// amount is a number of things.
type amount struct {
	n     int
	thing string
}

func counted(n int, thing string) amount { return amount{n, thing} }

func (a amount) String() string {
	if a.n == 1 {
		return "1 " + a.thing
	}
	return fmt.Sprintf("%d %ss", a.n, a.thing)
}
