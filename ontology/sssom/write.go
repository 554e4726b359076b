package sssom

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// Write writes a set as SSSOM/TSV: the metadata in the order of the standard, the
// prefixes that something uses, the columns that something fills, and the
// mappings in the order they have. Reading it gives the set. What holds for the
// whole set and stands in the metadata is not repeated in the rows.
func Write(w io.Writer, set *Set) error {
	columns := used(set)
	var table bytes.Buffer
	table.WriteString(strings.Join(columns, "\t"))
	table.WriteByte('\n')
	named := map[string]bool{}
	for i := range set.Mappings {
		for j, name := range columns {
			if j > 0 {
				table.WriteByte('\t')
			}
			table.WriteString(quoted(set.cell(&set.Mappings[i], name, named)))
		}
		table.WriteByte('\n')
	}
	head, err := set.head(named)
	if err != nil {
		return err
	}
	if _, err := w.Write(head); err != nil {
		return err
	}
	_, err = w.Write(table.Bytes())
	return err
}

// used are the columns that some mapping fills, the needed ones always.
func used(set *Set) (columns []string) {
	for _, s := range slots {
		if !s.row {
			continue
		}
		always := s.name == "subject_id" || s.name == "predicate_id" || s.name == "object_id" || s.name == "mapping_justification"
		if always || slices.ContainsFunc(set.Mappings, func(m Mapping) bool { return set.own(&m, s) != "" }) {
			columns = append(columns, s.name)
		}
	}
	return columns
}

// own is what a mapping says in a slot that the metadata do not say for it.
func (set *Set) own(m *Mapping, s slot) string {
	value := m.get(s.name)
	if all := set.Metadata[s.name]; s.inherited && len(all) > 0 && (value == all[0] || value == joined(all)) {
		return ""
	}
	return value
}

// cell is what stands in a column; it notes the prefixes it uses.
func (set *Set) cell(m *Mapping, name string, named map[string]bool) string {
	s, _ := slotOf(name)
	value := set.own(m, s)
	if s.form != entity {
		return value
	}
	return set.short(value, named)
}

// short writes an IRI with the longest prefix that fits.
func (set *Set) short(iri string, named map[string]bool) string {
	best, namespace := "", ""
	for _, prefixes := range []map[string]string{builtIn, set.Prefixes} {
		for _, name := range slices.Sorted(maps.Keys(prefixes)) {
			if ns := prefixes[name]; strings.HasPrefix(iri, ns) && len(ns) > len(namespace) {
				best, namespace = name, ns
			}
		}
	}
	if best == "" {
		return iri
	}
	named[best] = true
	return best + ":" + iri[len(namespace):]
}

// quoted puts a cell into quotation marks where it would be misread without.
func quoted(text string) string {
	if !strings.HasPrefix(text, `"`) && !strings.ContainsAny(text, "\t\r\n") {
		return text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// head is the block of metadata.
func (set *Set) head(named map[string]bool) ([]byte, error) {
	var slotsOfSet yaml.MapSlice
	add := func(key string, value any) { slotsOfSet = append(slotsOfSet, yaml.MapItem{Key: key, Value: value}) }
	first := []string{"sssom_version", "mapping_set_id", "mapping_set_version", "mapping_set_title", "mapping_set_description", "license"}
	for _, name := range first {
		set.addSlot(name, add)
	}
	for _, s := range slots {
		if s.set && !slices.Contains(first, s.name) {
			set.addSlot(s.name, add)
		}
	}
	var prefixes yaml.MapSlice
	for _, name := range slices.Sorted(maps.Keys(named)) {
		iri := set.Prefixes[name]
		if b, ok := builtIn[name]; ok {
			iri = b
		}
		prefixes = append(prefixes, yaml.MapItem{Key: name, Value: iri})
	}
	add("curie_map", prefixes)
	text, err := yaml.MarshalWithOptions(slotsOfSet, yaml.IndentSequence(true))
	if err != nil {
		return nil, err
	}
	var block bytes.Buffer
	for line := range bytes.Lines(text) {
		block.WriteString("# ")
		block.Write(line)
	}
	return block.Bytes(), nil
}

func (set *Set) addSlot(name string, add func(string, any)) {
	s, _ := slotOf(name)
	switch values := set.Metadata[name]; {
	case len(values) == 0:
	case s.several:
		add(name, values)
	default:
		add(name, values[0])
	}
}
