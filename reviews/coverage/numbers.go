package coverage

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"policygraph/reviews"
)

// numberWords are numbers that texts spell out, in the Norwegian languages and
// English.
var numberWords = map[string]string{
	"to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "sju": "7", "syv": "7", "åtte": "8", "ni": "9", "ti": "10", "tolv": "12",
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twelve": "12",
	"halvparten": "50",
}

// units are what makes a number a quantity. A number without one is a year, a
// section, a page.
const units = `prosentpoeng|prosent|%|per cent|percentage points|ganger|times|måneder|months|år|years|uker|weeks|kroner|euro|` +
	`personer|deltakere|ansatte|arbeidsskadedødsfall|bydeler|artikler|studier|treff|funn|av de omkomne`

var quantity = regexp.MustCompile(`(?i)(?:^|[^\p{L}\d.,:])((\d[\d .]*(?:,\d+)?|` + wordAlternatives() + `)(?:(?: ?[-–] ?| til | eller | to )(\d+(?:,\d+)?))? (?:totalt )?(?:` + units + `))(?:$|[^\p{L}])`)

func wordAlternatives() string {
	words := make([]string, 0, len(numberWords))
	for w := range numberWords {
		words = append(words, w)
	}
	slices.Sort(words)
	return strings.Join(words, "|")
}

// numbers finds every number with a unit and says which are in the graph.
func (k *checker) numbers() []Number {
	found := []Number{}
	for _, m := range quantity.FindAllStringSubmatchIndex(k.flow.Text, -1) {
		text := k.flow.Text[m[2]:m[3]]
		n := Number{Text: text, Lines: k.flow.Lines(m[2], m[3])}
		n.Row, n.Status = k.holder(n.Lines, values(k.flow.Text[m[4]:m[5]], text))
		if n.Status != Covered {
			if reason, ok := k.leftOut("number", text, n.Lines); ok {
				n.Status, n.Reason = LeftOut, reason
			}
		}
		found = append(found, n)
	}
	return found
}

// values are the forms in which the graph may hold a number: as it is, and in
// months where it counts years.
func values(printed, text string) []string {
	v := strings.NewReplacer(" ", "", ".", "", ",", ".").Replace(strings.ToLower(printed))
	if w, ok := numberWords[v]; ok {
		v = w
	}
	out := []string{v}
	if n, err := strconv.Atoi(v); err == nil && (strings.HasSuffix(text, " år") || strings.HasSuffix(text, " years")) {
		out = append(out, strconv.Itoa(12*n))
	}
	return out
}

// numberColumns are the columns that hold numbers.
var numberColumns = []string{"value", "comparator_value", "effect_low", "effect_high", "sample_size", "months"}

// holder returns the statement on these lines that holds one of the values, in
// a column of its own or in its text; failing that, one that points at the
// lines.
func (k *checker) holder(lines reviews.Range, values []string) (string, Status) {
	row, status := "", Missing
	for _, r := range k.statements {
		if !touches(r.Lines(), lines) {
			continue
		}
		if holds(r, values) {
			return rowName(r), Covered
		}
		if status == Missing {
			row, status = rowName(r), Anchored
		}
	}
	return row, status
}

func rowName(r *reviews.Record) string { return string(r.Kind) + "/" + r.Name }

func holds(r *reviews.Record, values []string) bool {
	for _, column := range numberColumns {
		if r.Table().Field(column) != nil && r.Has(column) && sameNumber(r.Text(column), values) {
			return true
		}
	}
	return r.Table().Field("text_en") != nil && slices.ContainsFunc(values, func(v string) bool { return inText(r.Text("text_en"), v) })
}

func sameNumber(cell string, values []string) bool {
	return slices.ContainsFunc(values, func(v string) bool {
		a, errA := strconv.ParseFloat(cell, 64)
		b, errB := strconv.ParseFloat(v, 64)
		return errA == nil && errB == nil && a == b
	})
}

// inText reports whether an English text says a number, in digits or as a word.
func inText(text, value string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" ;()–-", r) }) {
		word = strings.Trim(strings.ReplaceAll(word, ",", ""), ".")
		if word == value || numberWords[word] == value {
			return true
		}
	}
	return false
}
