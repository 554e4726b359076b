package questions

import (
	"errors"
	"regexp"
	"slices"
	"strings"
)

var nameForm = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)

// field is a key of the front matter and what its text fills.
type field struct {
	key  string
	fill func(*reader) *string
}

var fields = []field{
	{"question-nb", func(r *reader) *string { return &r.q.Text.NB }},
	{"question-en", func(r *reader) *string { return &r.q.Text.EN }},
	{"note-nb", func(r *reader) *string { return &r.q.Note.NB }},
	{"note-en", func(r *reader) *string { return &r.q.Note.EN }},
	{"help-nb", func(r *reader) *string { return &r.last().Help.NB }},
	{"help-en", func(r *reader) *string { return &r.last().Help.EN }},
}

// last is the parameter that help belongs to.
func (r *reader) last() *Parameter { return &r.q.Parameters[len(r.q.Parameters)-1] }

const parameterKey = "parameter"

// comment reads a line of the front matter, "# key: text".
func (r *reader) comment() {
	key, text, found := strings.Cut(strings.TrimPrefix(r.text, "#"), ":")
	key, text = strings.TrimSpace(key), strings.TrimSpace(text)
	column := strings.Index(r.text, key)
	i := slices.IndexFunc(fields, func(f field) bool { return f.key == key })
	switch {
	case !found && key == "":
	case found && key == parameterKey:
		r.parameter()
	case !found || i < 0:
		r.fail(column, "a key of the front matter and a colon", quoted(key)+didYouMean(key, keys()))
	case strings.HasPrefix(key, "help-") && len(r.q.Parameters) == 0:
		r.fail(column, "help after a parameter", quoted(key))
	case text == "":
		r.fail(len(r.text), "a text", "the end of the line")
	case *fields[i].fill(r) != "":
		r.fail(column, "each key once", "a second "+key)
	default:
		*fields[i].fill(r) = text
	}
}

func keys() []string {
	list := []string{parameterKey}
	for _, f := range fields {
		list = append(list, f.key)
	}
	return list
}

func quoted(word string) string {
	if word == "" {
		return "nothing"
	}
	return `"` + word + `"`
}

var fieldForm = regexp.MustCompile(`\S+`)

// parameter reads "# parameter: name kind default allowed…".
func (r *reader) parameter() {
	colon := strings.Index(r.text, ":") + 1
	at := fieldForm.FindAllStringIndex(r.text[colon:], -1)
	words := make([]string, len(at))
	for i := range at {
		words[i] = r.text[colon+at[i][0] : colon+at[i][1]]
	}
	if len(words) < 2 {
		r.fail(len(r.text), "a name and a kind", "the end of the line")
		return
	}
	p := Parameter{Name: words[0], Kind: words[1]}
	if len(words) > 2 && words[2] != Any {
		p.Default = words[2]
	}
	if len(words) > 3 {
		p.Allowed = words[3:]
	}
	column := func(i int) int { return colon + at[i][0] }
	k, known := kindOf(p.Kind)
	_, twice := r.q.Parameter(p.Name)
	switch {
	case !parameterForm.MatchString(p.Name):
		r.fail(column(0), "a name in small letters and digits", quoted(p.Name))
	case twice:
		r.fail(column(0), "each parameter once", "a second "+p.Name)
	case !known:
		r.fail(column(1), "a kind: "+either(Kinds(), "or"), quoted(p.Kind)+didYouMean(p.Kind, Kinds()))
	default:
		r.allowed(p, k, column)
	}
	r.q.Parameters = append(r.q.Parameters, p)
}

var parameterForm = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// allowed checks the values in a parameter's line.
func (r *reader) allowed(p Parameter, k kind, column func(int) int) {
	for i, value := range p.Allowed {
		if _, ok := k.term(value); !ok {
			r.fail(column(3+i), k.expected, quoted(value)+didYouMean(value, k.values))
			return
		}
	}
	if k.name == "word" && len(p.Allowed) == 0 {
		r.fail(len(r.text), "the words that are allowed", "the end of the line")
		return
	}
	if _, err := p.term(p.Default); err != nil {
		var wrong *ValueError
		errors.As(err, &wrong)
		r.fail(column(2), "as default "+wrong.Expected, quoted(p.Default))
	}
}

// frontMatterEnds checks what the front matter has to have.
func (r *reader) frontMatterEnds() {
	if !nameForm.MatchString(r.q.Name) {
		r.fail(0, "a file name in small letters with hyphens", quoted(r.q.Name))
	}
	for _, t := range []struct {
		text     Text
		key      string
		required bool
	}{{r.q.Text, "question", true}, {r.q.Note, "note", false}} {
		r.bothLanguages(t.text, t.key, t.required)
	}
	for _, p := range r.q.Parameters {
		r.bothLanguages(p.Help, "help", false)
	}
}

func (r *reader) bothLanguages(t Text, key string, required bool) {
	for _, half := range []struct{ own, other, lang string }{{t.NB, t.EN, "nb"}, {t.EN, t.NB, "en"}} {
		if half.own == "" && (required || half.other != "") {
			r.fail(0, "# "+key+"-"+half.lang+": before the query", "none")
		}
	}
}
