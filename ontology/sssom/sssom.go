package sssom

import (
	"fmt"
	"strings"
)

// Set is a table of mappings.
type Set struct {
	Metadata Metadata
	Prefixes map[string]string // of the file; those of the standard need not be there
	Mappings []Mapping
}

// Metadata is what is said of a whole set: slots of one value and slots of
// several.
type Metadata map[string][]string

// Get is the value of a slot of one value, empty if it is not said.
func (m Metadata) Get(slot string) string { return strings.Join(m[slot], "|") }

// Mapping is a row. Its entities are IRIs in full, where the row says what the
// standard calls an entity; what is said for the whole set holds for the row too.
type Mapping struct {
	Subject, SubjectLabel string
	Predicate             string
	Negated               bool // said not to hold
	Object, ObjectLabel   string
	Justification         string
	Confidence            string // as written, or empty
	Comment               string

	// Other holds all other slots, as written.
	Other map[string]string

	line    int
	columns map[string]int
}

// Place is where a slot of the mapping is written, and where the mapping starts
// if it does not have the slot.
func (m *Mapping) Place(slot string) (line, column int) {
	return m.line, max(m.columns[slot], 1)
}

// Severity tells errors from warnings.
type Severity uint8

// A mapping with an Error cannot be understood; with a Warning the standard wants
// more, but nothing is lost.
const (
	Error Severity = iota
	Warning
)

// Problem is something that is wrong with a file, and where.
type Problem struct {
	File         string
	Line, Column int
	Severity     Severity
	Message      string
}

// String is "file:line:col: message", with "warning: " before the message of a
// warning.
func (p Problem) String() string {
	kind := ""
	if p.Severity == Warning {
		kind = "warning: "
	}
	return fmt.Sprintf("%s:%d:%d: %s%s", p.File, p.Line, p.Column, kind, p.Message)
}

// fields are the slots that a Mapping has fields for.
func (m *Mapping) fields() map[string]*string {
	return map[string]*string{
		"subject_id": &m.Subject, "subject_label": &m.SubjectLabel, "predicate_id": &m.Predicate,
		"object_id": &m.Object, "object_label": &m.ObjectLabel, "mapping_justification": &m.Justification,
		"confidence": &m.Confidence, "comment": &m.Comment,
	}
}

// get is what the mapping says in a slot.
func (m *Mapping) get(slot string) string {
	if slot == "predicate_modifier" {
		if m.Negated {
			return Not
		}
		return ""
	}
	if f, ok := m.fields()[slot]; ok {
		return *f
	}
	return m.Other[slot]
}

func (m *Mapping) put(slot, value string) {
	switch f, ok := m.fields()[slot]; {
	case slot == "predicate_modifier":
		m.Negated = value == Not
	case ok:
		*f = value
	default:
		if m.Other == nil {
			m.Other = map[string]string{}
		}
		m.Other[slot] = value
	}
}
