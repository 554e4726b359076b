package jsonld

import (
	"bytes"
	"slices"

	"policygraph/graph"
)

// reader takes a document apart. Where the top is an array of node objects, or
// a context with an array of node objects, each is worth the same on its own:
// those in plain expanded form are read directly, the others go through the
// expansion algorithm in portions.
type reader struct {
	scanner
	o   ReadOptions
	out emitter

	head        []byte // what precedes the node objects of a portion
	tail        []byte // what follows them
	plain       bool   // no context is in force
	portion     []byte // head and node objects, with commas between, waiting for expansion
	portionSize int
	batch       []graph.RawQuad
}

func (d *reader) document() error {
	d.begin()
	if d.peek() == '{' {
		return d.object()
	}
	read := d.checkValue // a scalar says nothing
	if d.peek() == '[' {
		d.head, d.tail, d.plain = []byte("["), []byte("]"), true
		read = d.nodes
	}
	if err := read(1); err != nil {
		return err
	}
	return d.end()
}

// object reads a document that is an object. It walks through it to know its
// form, and goes back.
func (d *reader) object() error {
	start := d.here()
	switch {
	case d.o.Streaming:
		d.keep = start.offset
	case d.seeker == nil:
		d.takeAll()
	}
	f, err := d.survey()
	if err != nil || f.read {
		return err
	}
	isGraph, err := d.isGraph(&f)
	switch {
	case err != nil:
		return err
	case isGraph:
		return d.graphAt(&f)
	}
	return d.wholeAt(start)
}

// form is what the object at the top of a document consists of.
type form struct {
	context []byte // nil: none
	name    string // of the first array, which may be the graph
	array   place  // its bracket
	found   bool   // whether there is an array
	other   bool   // whether there is a member beside these two
	read    bool   // whether the array was the graph and has been read
}

// survey checks the object at the position, and what follows it.
func (d *reader) survey() (f form, err error) {
	more := d.first('{')
	for more && err == nil {
		if err = d.surveyMember(&f); err == nil {
			more, err = d.another('{')
		}
	}
	if err == nil {
		err = d.end()
	}
	return f, err
}

func (d *reader) surveyMember(f *form) error {
	if f.read {
		return d.fail("the end of the object after its graph, by the streaming profile")
	}
	name, err := d.memberName()
	if err != nil {
		return err
	}
	switch {
	case name == "@context" && f.context == nil:
		text, err := d.value(2)
		f.context = bytes.Clone(text)
		return err
	case !f.found && d.peek() == '[':
		f.found, f.name, f.array = true, name, d.here()
		if d.o.Streaming {
			return d.surveyGraph(f)
		}
	default:
		f.other = true
	}
	return d.checkValue(2)
}

// surveyGraph reads the array at the position if it is the graph.
func (d *reader) surveyGraph(f *form) error {
	isGraph, err := d.isGraph(f)
	if err != nil {
		return err
	}
	if !isGraph {
		return d.checkValue(2)
	}
	f.read, d.keep = true, nothingKept
	return d.graphAt(f)
}

// isGraph reports whether the object is nothing but a graph with its context.
func (d *reader) isGraph(f *form) (bool, error) {
	switch {
	case !f.found || f.other:
		return false, nil
	case f.name == "@graph" || f.context == nil:
		return f.name == "@graph", nil
	}
	return namesGraph(f.name, f.context, &d.o)
}

// graphAt reads the node objects of a graph.
func (d *reader) graphAt(f *form) error {
	if err := d.rewind(f.array); err != nil {
		return err
	}
	if d.peek() != '[' {
		return d.fail("the graph that was here before")
	}
	d.plain = f.context == nil
	d.head, d.tail = graphHead(f.name, f.context), []byte("]}")
	return d.nodes(2)
}

// graphHead is the beginning of a document with the context and graph.
func graphHead(name string, context []byte) []byte {
	head := []byte{'{'}
	if context != nil {
		head = append(append(append(head, `"@context":`...), context...), ',')
	}
	return append(appendString(head, name), ":["...)
}

// wholeAt reads a document of another form.
func (d *reader) wholeAt(start place) error {
	if err := d.rewind(start); err != nil {
		return err
	}
	d.takeAll()
	text, err := d.value(1)
	if err != nil {
		return err
	}
	return d.expand(text)
}

// nodes reads the array of node objects at the position. What stands before a
// mistake is read.
func (d *reader) nodes(depth int) error {
	err := d.elements(depth)
	if err := d.flush(); err != nil {
		return err
	}
	return err
}

func (d *reader) elements(depth int) error {
	var err error
	more := d.first('[')
	for more && err == nil {
		var text []byte
		if text, err = d.value(depth + 1); err == nil {
			err = d.element(text)
		}
		if err == nil {
			more, err = d.another('[')
		}
	}
	return err
}

// element reads the node object that was just passed.
func (d *reader) element(text []byte) error {
	if d.plain {
		if done, err := d.direct(text); done || err != nil {
			return err
		}
	}
	if len(d.portion) == 0 {
		d.portion = append(d.portion, d.head...)
	} else {
		d.portion = append(d.portion, ',')
	}
	d.portion = append(d.portion, text...)
	if len(d.portion) >= d.portionSize || d.plain {
		return d.flush()
	}
	return nil
}

// flush expands the portion.
func (d *reader) flush() error {
	if len(d.portion) == 0 {
		return nil
	}
	text := slices.Concat(d.portion, d.tail)
	d.portion = d.portion[:0]
	return d.expand(text)
}

// expand reads a text by way of the expansion algorithm.
func (d *reader) expand(text []byte) error {
	nodes, err := expandText(text, &d.o)
	if err != nil {
		return err
	}
	return d.out.nodes(nodes)
}
