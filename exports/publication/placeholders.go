package publication

import (
	"net/url"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// Placeholder is a value that stands for one that only the publisher knows.
type Placeholder struct {
	Field string // its path, such as contact.email
	Place
	Value string // what stands there now; empty for a whole mapping
	Write string // what is asked for
}

// Placeholders returns what the publisher has yet to write: keys that nobody else
// can know and that are as they were built in, and values that lie in one of the
// domains that are kept for examples (RFC 2606). The order is that of the keys.
func (p *Publication) Placeholders() []Placeholder {
	var found []Placeholder
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		tag := v.Type().Field(i).Tag
		key := tag.Get("key")
		switch {
		case key == "":
		case tag.Get("own") != "" && !p.given[key]:
			found = append(found, Placeholder{key, p.places[key], textOf(v.Field(i)), tag.Get("write")})
		default:
			found = p.examples(found, v.Field(i), key, tag.Get("write"))
		}
	}
	return found
}

// examples adds the strings in v that name a domain for examples.
func (p *Publication) examples(found []Placeholder, v reflect.Value, path, write string) []Placeholder {
	switch v.Kind() {
	case reflect.String:
		if IsExample(v.String()) {
			found = append(found, Placeholder{path, p.places[path], v.String(), write})
		}
	case reflect.Pointer:
		if !v.IsNil() {
			return p.examples(found, v.Elem(), path, write)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			tag := v.Type().Field(i).Tag
			asked := tag.Get("write")
			if asked == "" {
				asked = write
			}
			found = p.examples(found, v.Field(i), join(path, tag.Get("key")), asked)
		}
	case reflect.Slice:
		for i := range v.Len() {
			found = p.examples(found, v.Index(i), join(path, strconv.Itoa(i)), write)
		}
	}
	return found
}

func textOf(v reflect.Value) string {
	if v.Kind() == reflect.String {
		return v.String()
	}
	return ""
}

var reserved = regexp.MustCompile(`(^|[.])(example\.(com|net|org)|example|invalid|test)$`)

// IsExample reports whether an address or e-mail address lies in a domain that
// RFC 2606 keeps for examples.
func IsExample(s string) bool {
	if u, err := url.Parse(s); err == nil && u.Host != "" {
		return reserved.MatchString(u.Hostname())
	}
	_, domain, _ := strings.Cut(s, "@")
	return reserved.MatchString(domain)
}
