package sssom

import (
	"errors"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// block cuts the metadata off the beginning of a file: the lines that start with
// #, without that. The table has the rest, and begins on line lines+1.
func block(content string) (metadata, table string, lines int) {
	var b strings.Builder
	for strings.HasPrefix(content, "#") {
		line, rest, _ := strings.Cut(content, "\n")
		b.WriteString(strings.TrimRight(line[1:], "\t\r,"))
		b.WriteByte('\n')
		content = rest
		lines++
	}
	return b.String(), content, lines
}

// metadata reads the slots of a set. shift is how many columns stand before the
// text in its file.
func (r *reader) metadata(name, content string, shift int) {
	slots, err := decode(content)
	if err != nil {
		var syntax *yaml.SyntaxError
		line, column, message := 1, 1, err.Error()
		if errors.As(err, &syntax) {
			message = syntax.Message
			if syntax.Token != nil {
				line, column = syntax.Token.Position.Line, syntax.Token.Position.Column+shift
			}
		}
		r.report(name, line, column, Error, "the metadata are not YAML: %s", message)
		return
	}
	for _, item := range slots {
		slot := fmt.Sprint(item.Key)
		line, column := keyPlace(content, slot)
		r.slot(place{name, line, column + shift}, slot, item.Value)
	}
}

// decode gives the slots in their order. A panic of the YAML parser is an error.
func decode(content string) (slots yaml.MapSlice, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the parser gave up: %v", p)
		}
	}()
	err = yaml.UnmarshalWithOptions([]byte(content), &slots, yaml.UseOrderedMap())
	return slots, err
}

// keyPlace finds a slot of the metadata.
func keyPlace(content, slot string) (line, column int) {
	for text := range strings.Lines(content) {
		line++
		indent := len(text) - len(strings.TrimLeft(text, " "))
		if strings.HasPrefix(text[indent:], slot+":") {
			return line, indent + 1
		}
	}
	return 1, 1
}

// place is a place in a file.
type place struct {
	file         string
	line, column int
}

func (r *reader) slot(at place, name string, value any) {
	s, known := slotOf(name)
	switch {
	case name == "mappings":
		r.reportAt(at, Warning, "mappings are read from the table, not from the metadata")
	case name == "curie_map":
		r.prefixes(at, value)
	case known && !s.set:
		r.reportAt(at, Error, "%s is said of a mapping, not of a set", name)
	case known && s.form == structure:
	case known:
		r.known(at, s, value)
	default:
		r.reportAt(at, Warning, "%s is not a slot of the standard%s", name, meant(name, func(s slot) bool { return s.set }))
		r.set.Metadata[name] = scalars(value)
	}
}

// known takes the value of a slot of the standard.
func (r *reader) known(at place, s slot, value any) {
	values := scalars(value)
	if len(values) > 1 && !s.several {
		r.reportAt(at, Error, "%s takes one value, found %d", s.name, len(values))
		return
	}
	for _, v := range values {
		if problem := s.check(v); problem != "" {
			r.reportAt(at, Error, "%s: %s", s.name, problem)
			return
		}
	}
	r.set.Metadata[s.name] = values
}

// scalars are the values of a slot as they would be written.
func scalars(value any) (all []string) {
	switch v := value.(type) {
	case nil:
	case []any:
		for _, item := range v {
			all = append(all, scalars(item)...)
		}
	default:
		all = append(all, fmt.Sprint(v))
	}
	return all
}

// prefixes takes the curie_map.
func (r *reader) prefixes(at place, value any) {
	var declared yaml.MapSlice
	switch v := value.(type) {
	case yaml.MapSlice:
		declared = v
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			declared = append(declared, yaml.MapItem{Key: name, Value: v[name]})
		}
	case nil:
	default:
		r.reportAt(at, Error, "curie_map: expected prefixes and their IRIs, found %v", value)
	}
	for _, item := range declared {
		name, iri := fmt.Sprint(item.Key), fmt.Sprint(item.Value)
		switch expected, reserved := builtIn[name]; {
		case reserved && iri != expected:
			r.reportAt(at, Error, "curie_map: the prefix %s means <%s>, found <%s>", name, expected, iri)
		case !absolute(iri):
			r.reportAt(at, Error, "curie_map: expected an IRI for the prefix %s, found %q", name, iri)
		default:
			r.set.Prefixes[name] = iri
		}
	}
}

// absolute reports whether text is an IRI with a scheme and without spaces and
// the like.
func absolute(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Scheme != "" && (u.Host != "" || u.Opaque != "") && !strings.ContainsAny(text, " <>\"{}|\\^`\t\n")
}
