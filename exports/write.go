package exports

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"policygraph/graph"
	"policygraph/graph/formats"
	"policygraph/internal/atomicfile"
)

// Stem is what the names of all exported files start with.
const Stem = "policygraph"

// File is one exported file.
type File struct {
	Name       string // within the directory
	Format     Format
	Statements int
	Bytes      int64
	Time       time.Duration // what writing took; of all the fields, this alone differs from run to run
}

// Progress is told after every few thousand statements how many of all have
// been written. It may be nil.
type Progress func(done, all int)

// Dir writes the dataset into dir, one file a format, and makes dir if it is
// missing. It writes all files or none: where it fails, or ctx ends, the files
// that were in dir are as they were, and the error names the file.
func Dir(ctx context.Context, dir string, d *graph.Dataset, formats []Format, o Options, p Progress) ([]File, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("making the output directory: %w", err)
	}
	var b atomicfile.Batch
	defer b.Abort()
	var files []File
	t := ticker{ctx: ctx, tell: p, all: total(d, formats)}
	for _, f := range formats {
		file := File{Name: Stem + f.Extension(), Format: f}
		start := time.Now()
		err := b.Write(filepath.Join(dir, file.Name), func(w io.Writer) (err error) {
			file.Statements, file.Bytes, err = write(&t, w, d, f, o)
			return err
		})
		if err != nil {
			return nil, err
		}
		file.Time = time.Since(start)
		files = append(files, file)
	}
	return files, b.Commit()
}

// Write writes the dataset to w in one format and returns how many statements
// and bytes it wrote. It stops with ctx's error when ctx ends.
func Write(ctx context.Context, w io.Writer, d *graph.Dataset, f Format, o Options) (statements int, bytes int64, err error) {
	return write(&ticker{ctx: ctx}, w, d, f, o)
}

func write(t *ticker, w io.Writer, d *graph.Dataset, f Format, o Options) (statements int, bytes int64, err error) {
	counted := &counter{w: w}
	buffered := bufio.NewWriterSize(counted, 1<<18)
	o = o.complete()
	options, err := o.forWriting(d)
	if err != nil {
		return 0, 0, err
	}
	out := f.Open(buffered, options)
	if statements, err = writeOrdered(t, out, d, !f.Merged, o.Base); err != nil {
		return statements, counted.n, err
	}
	if err := out.Close(); err != nil {
		return statements, counted.n, err
	}
	return statements, counted.n, buffered.Flush()
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

// total is how many statements all formats together will write.
func total(d *graph.Dataset, formats []Format) (n int) {
	for _, f := range formats {
		if f.Merged {
			n += d.Union().Len()
		} else {
			n += d.Len()
		}
	}
	return n
}

// ticker looks at the context and reports progress every so often.
type ticker struct {
	ctx       context.Context
	tell      Progress
	done, all int
}

const tickEvery = 1 << 12

func (t *ticker) tick() error {
	t.done++
	if t.done%tickEvery != 0 {
		return nil
	}
	if t.tell != nil {
		t.tell(t.done, t.all)
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
