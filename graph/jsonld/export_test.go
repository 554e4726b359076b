package jsonld

import (
	"io"

	"policygraph/graph"
)

// ReadRawBy is ReadRaw with a window of another size, and another amount of
// text that is expanded at a time.
func ReadRawBy(r io.Reader, o ReadOptions, window, portion int, yield func(*graph.RawQuad) error) error {
	return readRaw(r, o, sizes{window, portion}, yield)
}

// Trees are what the two ways make of a text.
func Trees(text []byte) (quick, plain any, err error) {
	plain, err = decode(text)
	if err == nil {
		quick = tree(text)
	}
	return quick, plain, err
}
