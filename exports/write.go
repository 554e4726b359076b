package exports

import (
	"bufio"
	"context"
	"io"

	"policygraph/graph"
	"policygraph/graph/formats"
)

// Stem is what the names of the files that hold all statements start with.
const Stem = "policygraph"

// Write writes the dataset to w in one format and returns how many statements
// and bytes it wrote. It stops with ctx's error when ctx ends.
func Write(ctx context.Context, w io.Writer, d *graph.Dataset, f Format, o Options) (statements int, bytes int64, err error) {
	counted := &counter{w: w}
	buffered := bufio.NewWriterSize(counted, 1<<18)
	o = o.complete()
	options, err := o.forWriting(d)
	if err != nil {
		return 0, 0, err
	}
	out := f.Open(buffered, options)
	t := ticker{ctx: ctx, tell: o.Progress}
	if statements, err = writeOrdered(&t, out, d, !f.Merged, o.Base); err != nil {
		return statements, counted.n, err
	}
	if err := out.Close(); err != nil {
		return statements, counted.n, err
	}
	return statements, counted.n, buffered.Flush()
}

// Statements is how many statements of the dataset the format writes.
func (f Format) Statements(d *graph.Dataset) int {
	if f.Merged {
		return d.Union().Len()
	}
	return d.Len()
}

// WriteOrdered writes all statements of d, with their graphs, in the order that the
// package describes. base is where our own
// terms live in d. It does not close w.
func WriteOrdered(ctx context.Context, w formats.Writer, d *graph.Dataset, base string) error {
	_, err := writeOrdered(&ticker{ctx: ctx}, w, d, true, base)
	return err
}

func writeOrdered(t *ticker, w formats.Writer, d *graph.Dataset, graphs bool, base string) (statements int, err error) {
	var q graph.RawQuad
	for g, triple := range ordered(d, graphs, base) {
		d.Raw(&q.Subject, triple.Subject())
		d.Raw(&q.Predicate, triple.Predicate())
		d.Raw(&q.Object, triple.Object())
		d.Raw(&q.Graph, g)
		if err := w.WriteRaw(&q); err != nil {
			return statements, err
		}
		statements++
		if err := t.tick(); err != nil {
			return statements, err
		}
	}
	return statements, nil
}

// ticker looks at the context and reports progress every so often.
type ticker struct {
	ctx  context.Context
	tell func(int) // nil: nobody
	done int
}

const tickEvery = 1 << 12

func (t *ticker) tick() error {
	t.done++
	if t.done%tickEvery != 0 {
		return nil
	}
	if t.tell != nil {
		t.tell(tickEvery)
	}
	return t.ctx.Err()
}

// counter counts the bytes that pass.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
