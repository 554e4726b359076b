package reviews

import (
	neturl "net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// reader reads one type of cell.
type reader struct {
	rule  string                 // broken by what cannot be read, where the field names none; whose advice is given; empty where the field always does and has better
	wants func(*Field) spoken    // completes "expected …"
	read  func(*reading) *misfit // fills in what the text means, or says what is wrong
}

// expects is what the reader wants, in English.
func (r reader) expects(f *Field) string { return r.wants(f).In(English) }

// reading is one value on its way from text to meaning.
type reading struct {
	Value
	field  *Field
	review string
	names  *names
}

// misfit says why a value does not fit. An empty message is completed as
// "expected …, found …", an empty rule is that of the field.
type misfit struct {
	message    Message
	hint, rule string
	do         Wording // where the advice of a rule does not fit
}

var (
	wrong      = &misfit{} // nothing more to say than what was expected
	unknowable = &misfit{} // nothing to say: what is meant stands where it could not be read
)

// kin is the rule whose advice fits.
func (m *misfit) kin(r reader) string {
	if m.rule != "" {
		return ""
	}
	return r.rule
}

func meant(hint string) *misfit { return &misfit{hint: hint} }

func says(w Wording) func(*Field) spoken { return func(*Field) spoken { return w } }

// readers has a row for each type.
var readers = map[BaseType]reader{
	TypeText:          {"R16", says(wantsText), readText},
	TypeLangText:      {"R16", says(wantsText), readText},
	TypeSlug:          {"", says(wantsSlug), readSlug},
	TypeSectionNumber: {"", says(wantsSection), readSectionNumber},
	TypeCode:          {"R12", expectsCode, readCode},
	TypeWord:          {"R12", expectsWord, readWord},
	TypeRef:           {"R11", expectsRef, readRef},
	TypeAnyRef:        {"R11", expectsAnyRef, readAnyRef},
	TypeClaimRef:      {"R11", says(wantsClaim), readLocalRef},
	TypeFindingRef:    {"R11", says(wantsFinding), readLocalRef},
	TypeStatementRef:  {"R11", says(wantsStatement), readStatementRef},
	TypeSectionRef:    {"R11", says(wantsOwnSection), readLocalRef},
	TypeSearchRef:     {"", says(wantsSearch), readSearchRef},
	TypeAddress:       {"", says(wantsAddress), readAddress},
	TypeDecimal:       {"R13", expectsNumber(wantsNumber), readDecimal},
	TypeInteger:       {"R13", expectsNumber(wantsWhole), readInteger},
	TypeYear:          {"", says(wantsYear), readYear},
	TypeLines:         {"", says(wantsLines), readLines},
	TypeMention:       {"", says(wantsMention), readMention},
	TypePage:          {"", says(wantsPage), readPage},
	TypeCountry:       {"", says(wantsCountry), readCountry},
	TypeLanguage:      {"", expectsLanguage, readLanguage},
	TypeDOI:           {"", says(wantsDOI), readDOI},
	TypeURL:           {"R15", says(wantsURL), readURL},
	TypeIRI:           {"R15", says(wantsIRI), readIRI},
	TypeDigest:        {"", says(wantsDigest), readDigest},
}

// Text

// readText lets through what can be seen. A letter with a loose accent looks like
// the letter that has one and is not found when people search for that.
func readText(r *reading) *misfit {
	const firstAccent, lastAccent = 0x0300, 0x036F
	var before rune
	for _, c := range r.Text {
		switch {
		case invisible(c):
			return &misfit{message: msgInvisible.with(c)}
		case c >= firstAccent && c <= lastAccent:
			return &misfit{message: msgLooseAccent.with(letter(before), c)}
		}
		before = c
	}
	return nil
}

func readSlug(r *reading) *misfit {
	if isSlug(r.Text) {
		return nil
	}
	return meant(Slug(r.Text)) // under which name the row was defined
}

func readSectionNumber(r *reading) *misfit {
	for part := range strings.SplitSeq(r.Text, ".") {
		if !isSlug(part) {
			return wrong
		}
	}
	return nil
}

// Words of closed lists

func expectsCode(f *Field) spoken {
	const most = 8 // a longer list is no help in a message
	scheme, _ := vocab.SchemeOf(f.Property)
	if len(scheme.Codes) > most {
		return wantsCode.with(Wording{scheme.EN, scheme.NB})
	}
	return words(scheme.Notations())
}

func readCode(r *reading) *misfit {
	scheme, _ := vocab.SchemeOf(r.field.Property)
	if c, ok := scheme.Code(r.Text); ok {
		r.Text, r.IRI = c.Notation, c.IRI
		return nil
	}
	return meant(meantBy(r.Text, spellingsOfCodes(scheme)))
}

// spellingsOfCodes gives the words of a list and their labels in both languages,
// all of which mean the word that is listed.
func spellingsOfCodes(s vocab.Scheme) []spelling {
	var out []spelling
	for _, c := range s.Codes {
		for _, text := range []string{c.Notation, c.NB, c.EN} {
			out = append(out, spellingOf(text, c.Notation))
		}
	}
	return out
}

func expectsWord(f *Field) spoken { return words(f.Type.Words) }

func readWord(r *reading) *misfit {
	if !slices.Contains(r.field.Type.Words, r.Text) {
		return meant(nearest(r.Text, r.field.Type.Words))
	}
	r.IRI = wordProperties[r.Text]
	return nil
}

// Numbers

func expectsNumber(what Wording) func(*Field) spoken {
	return func(f *Field) spoken {
		if f.Type.Max == 0 {
			return what
		}
		return wantsBetween.with(what, grouped(f.Type.Min), grouped(f.Type.Max))
	}
}

// grouped writes a number that people read: from five digits on in groups of
// three, with the narrow no-break space that both our languages use for it.
func grouped(n int) string {
	s := strconv.Itoa(n)
	if len(s) < 5 {
		return s
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

func readDecimal(r *reading) *misfit {
	if !isDecimal(r.Text) {
		fixed := *r
		if fixed.Text = decimalMeant(r.Text); isDecimal(fixed.Text) && inBounds(&fixed) == nil {
			return meant(fixed.Text)
		}
		return wrong
	}
	return inBounds(r)
}

// isDecimal holds to the lexical forms of xsd:decimal that begin and end with a
// digit.
func isDecimal(s string) bool {
	whole, fraction, point := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return isDigits(whole) && (!point || isDigits(fraction))
}

// decimalMeant undoes what spreadsheets and typesetters do to numbers.
func decimalMeant(s string) string {
	return strings.NewReplacer(",", ".", "−", "-", "–", "-", "%", "", " ", "", "\u00a0", "", "+", "").Replace(s)
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func readInteger(r *reading) *misfit {
	if _, ok := parseCount(r.Text); !ok {
		if fixed := strings.NewReplacer(" ", "", "\u00a0", "", ".", "").Replace(r.Text); fixed != r.Text && isDigits(fixed) {
			return meant(fixed)
		}
		return wrong
	}
	return inBounds(r)
}

func inBounds(r *reading) *misfit {
	n, err := strconv.ParseFloat(r.Text, 64)
	if t := r.field.Type; t.Max != 0 && (err != nil || n < float64(t.Min) || n > float64(t.Max)) {
		return wrong
	}
	return nil
}

func readYear(r *reading) *misfit {
	if len(r.Text) == 4 && isDigits(r.Text) && r.Text >= "1500" && r.Text <= "2100" {
		return nil
	}
	return wrong
}

// Places

// readLines takes the dashes of typesetters as a slip.
func readLines(r *reading) *misfit {
	var ok bool
	if r.Lines, ok = parseRange(r.Text); ok {
		return nil
	}
	return meant(rangeMeant(r.Text))
}

func rangeMeant(s string) string {
	s = strings.NewReplacer("–", "-", "—", "-", "−", "-", " ", "", "..", "-").Replace(s)
	if rng, ok := parseRange(s); ok {
		return rng.String()
	}
	if from, to, both := strings.Cut(s, "-"); both {
		if rng, ok := parseRange(to + "-" + from); ok {
			return rng.String()
		}
	}
	return ""
}

func readMention(r *reading) *misfit {
	name, at, _ := strings.Cut(r.Text, ":")
	var ok bool
	if r.Lines, ok = parseRange(at); !ok || !isSlug(name) {
		if fixed := rangeMeant(at); isSlug(name) && fixed != "" {
			return meant(name + ":" + fixed)
		}
		return wrong
	}
	r.IRI = iriOf(KindReview, name, name)
	return nil
}

func readPage(r *reading) *misfit {
	from, to, both := strings.Cut(strings.ReplaceAll(r.Text, "–", "-"), "-")
	if isDigits(from) && (!both || isDigits(to)) {
		return nil
	}
	return wrong
}

func readCountry(r *reading) *misfit {
	if r.IRI = countryIRIs[r.Text]; r.IRI == "" {
		return meant(countryMeant(r.Text))
	}
	return nil
}

func expectsLanguage(*Field) spoken {
	return wantsLanguageTag.with(words(languageTags()))
}

func languageTags() []string {
	var tags []string
	for _, l := range languages {
		tags = append(tags, l.tag)
	}
	return tags
}

func readLanguage(r *reading) *misfit {
	for _, l := range languages {
		if l.tag == r.Text {
			r.IRI = quad.IRI(vocab.EULanguageNamespace + l.eu)
			return nil
		}
	}
	for _, l := range languages {
		if strings.EqualFold(r.Text, l.name) || strings.EqualFold(r.Text, l.eu) || strings.EqualFold(r.Text, l.tag) {
			return meant(l.tag)
		}
	}
	return wrong
}

// Addresses on the web

func readDOI(r *reading) *misfit {
	if isDOI(r.Text) {
		return nil
	}
	if i := strings.Index(r.Text, "10."); i > 0 && isDOI(r.Text[i:]) {
		return meant(r.Text[i:])
	}
	return wrong
}

// isDOI holds to 10.<4 to 9 digits>/<anything without white space>.
func isDOI(s string) bool {
	prefix, suffix, ok := strings.Cut(s, "/")
	registrant, ten := strings.CutPrefix(prefix, "10.")
	return ok && ten && isDigits(registrant) && len(registrant) >= 4 && len(registrant) <= 9 &&
		suffix != "" && !strings.ContainsFunc(suffix, unicode.IsSpace)
}

func readURL(r *reading) *misfit {
	r.IRI = quad.IRI(r.Text)
	u, err := neturl.Parse(r.Text)
	if err == nil && isIRI(r.Text) && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return nil
	}
	if strings.HasPrefix(r.Text, "www.") && isIRI(r.Text) {
		return meant("https://" + r.Text)
	}
	return wrong
}

func readIRI(r *reading) *misfit {
	r.IRI = quad.IRI(r.Text)
	if u, err := neturl.Parse(r.Text); err == nil && u.Scheme != "" && (u.Host != "" || u.Opaque != "") && isIRI(r.Text) {
		return nil
	}
	return wrong
}

// isIRI reports whether no character stands in s that RDF forbids in an IRI.
func isIRI(s string) bool {
	return !strings.ContainsFunc(s, func(c rune) bool { return c <= ' ' || strings.ContainsRune("<>\"{}|^`\\", c) })
}

func readDigest(r *reading) *misfit {
	const length = 64
	if len(r.Text) == length && strings.Trim(r.Text, "0123456789abcdef") == "" {
		return nil
	}
	return wrong
}
