package publication

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"
	"time"

	"policygraph/exports/authority"
)

// notServed is what stands for the address of files that nobody serves.
const notServed = "none"

// form is a way in which values are spelt.
type form struct {
	expected string
	ok       func(string) bool
	known    func() []string // where there is a list of values, for hints
	pattern  string          // for the JSON Schema, where a regular expression says it
}

var (
	slugs   = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	elis    = regexp.MustCompile(`^http://data\.europa\.eu/eli/(dir|dir_del|dir_impl|dec|dec_impl|reg|reg_del|reg_impl)/[0-9]{4}/[0-9]+(/[a-z0-9-]+)*$`)
	digests = regexp.MustCompile(`^[0-9a-f]{64}$`)
	dois    = regexp.MustCompile(`^10\.[0-9]{4,9}/\S+$`)
)

// forms are the spellings that the tags of Publication name, besides those of the
// authority tables.
var forms = map[string]form{
	"url":     {"an absolute address such as https://example.org/", isURL, nil, "^https?://"},
	"base":    {"an absolute address that ends in a slash", isBase, nil, "^https?://.*/$"},
	"files":   {"an absolute address that ends in a slash, or none", func(s string) bool { return s == notServed || isBase(s) }, nil, "^(none|https?://.*/)$"},
	"email":   {"an e-mail address", isEmail, nil, "^[^@ ]+@[^@ ]+$"},
	"date":    {"a day such as 2026-11-22", isDate, nil, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
	"eli":     {"the European legislation identifier of a law of the EU, such as http://data.europa.eu/eli/reg_impl/2023/138/oj", elis.MatchString, nil, elis.String()},
	"digest":  {"64 hexadecimal digits", digests.MatchString, nil, digests.String()},
	"slug":    {"small letters, digits and single hyphens", slugs.MatchString, nil, slugs.String()},
	"doi":     {"a DOI such as 10.1234/abc", dois.MatchString, nil, `^10\.[0-9]{4,9}/\S+$`},
	"orgnr":   {"nine digits of which the last is the check digit", isOrganisationNumber, nil, "^[0-9]{9}$"},
	"keyword": {"3 to 96 letters, digits, spaces, hyphens, underscores and dots", IsKeyword, nil, keywords.String()},
	"language": {"a language tag such as nb", func(s string) bool {
		_, ok := authority.OfTag(s)
		return ok
	}, nil, ""},
}

// formOf is the form with a name; every string is of the one without.
func formOf(name string) form {
	if f, ok := forms[name]; ok {
		return f
	}
	table, ok := authority.ByName(name)
	if !ok {
		return form{"a text", func(s string) bool { return strings.TrimSpace(s) != "" }, nil, ""}
	}
	return form{"a code of the table " + table.Name, func(s string) bool {
		_, ok := table.Term(s)
		return ok
	}, table.Codes, ""}
}

func isURL(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.ContainsAny(s, " <>\"{}|\\^`")
}

func isBase(s string) bool {
	return isURL(s) && strings.HasSuffix(s, "/") && !strings.ContainsAny(s, "?#")
}

func isEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	return err == nil && a.Address == s && !strings.ContainsAny(s, " <>\"")
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// isOrganisationNumber holds nine digits against their check digit (modulo 11).
func isOrganisationNumber(s string) bool {
	if len(s) != 9 || strings.ContainsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		return false
	}
	sum := 0
	for i, weight := range []int{3, 2, 7, 6, 5, 4, 3, 2, 1} {
		sum += weight * int(s[i]-'0')
	}
	return sum%11 == 0
}

var keywords = regexp.MustCompile(`^[\p{L}\p{N}._-][\p{L}\p{N} ._-]{1,94}[\p{L}\p{N}._-]$`)

// IsKeyword reports whether every portal takes the keyword: some cut at commas
// and slashes, and some refuse a dataset over one that is too short or long or has
// any other sign.
func IsKeyword(s string) bool { return keywords.MatchString(s) }
