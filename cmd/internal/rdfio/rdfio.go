// Package rdfio opens RDF documents by name: files and standard input,
// compressed or not, in the format that their name or the user says.
package rdfio

import (
	"bufio"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/zstd"

	"policygraph/graph"
	"policygraph/graph/formats"
)

// Stdio is the name that stands for standard input and standard output.
const Stdio = "-"

// Source is a document to read.
type Source struct {
	Name    string // as it was given, for errors
	Format  formats.Format
	Size    int64 // in bytes, as stored; -1 if not known
	content io.Reader
	close   []func() error
}

// Open opens a document. Its format is format, or if that is empty the one that
// name ends in, below .gz or .zst. count, if not nil, sees the bytes as they are
// stored, before they are unpacked.
func Open(name, format string, stdin io.Reader, count func(io.Reader) io.Reader) (*Source, error) {
	s := &Source{Name: name, Size: -1}
	_, pack := packing(name)
	var err error
	if s.Format, err = FormatOf(name, format); err != nil {
		return nil, err
	}
	raw := stdin
	if name != Stdio {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		s.close = append(s.close, f.Close)
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			s.Size = info.Size()
		}
		raw = f
	}
	if count != nil {
		raw = count(raw)
	}
	if name == Stdio {
		raw, pack = recognised(raw)
	}
	if err := s.unpack(raw, pack); err != nil {
		s.Close()
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

// FormatOf is the format asked for, or if that is empty the one that a file name
// says, below .gz or .zst.
func FormatOf(name, format string) (formats.Format, error) {
	if format != "" {
		return formats.ByName(format)
	}
	name, _ = packing(name)
	if name == Stdio {
		return formats.Format{}, fmt.Errorf("standard input and output have no name that says the format; name one of %s", strings.Join(formats.Names(), ", "))
	}
	return formats.ByFile(name)
}

// packing parts a file name from the end that says how the file is compressed.
func packing(name string) (stem, pack string) {
	for _, end := range []string{".gz", ".zst"} {
		if stem, ok := strings.CutSuffix(name, end); ok {
			return stem, end
		}
	}
	return name, ""
}

// The bytes that compressed data begin with (RFC 1952, 2.3.1; RFC 8878, 3.1.1). No
// RDF document begins so.
var magic = []struct{ start, pack string }{
	{"\x1f\x8b", ".gz"},
	{"\x28\xb5\x2f\xfd", ".zst"},
}

// recognised tells how a stream without a name is compressed. Content that is not
// compressed and can be read again still can.
func recognised(raw io.Reader) (content io.Reader, pack string) {
	buffered := bufio.NewReader(raw)
	for _, m := range magic {
		if start, _ := buffered.Peek(len(m.start)); string(start) == m.start {
			return buffered, m.pack
		}
	}
	if s, ok := raw.(io.Seeker); ok {
		if _, err := s.Seek(-int64(buffered.Buffered()), io.SeekCurrent); err == nil {
			return raw, ""
		}
	}
	return buffered, ""
}

// maxWindow limits the memory that unpacking zstd may ask for.
const maxWindow = 128 << 20

func (s *Source) unpack(raw io.Reader, pack string) error {
	switch pack {
	case ".gz":
		z, err := gzip.NewReader(bufio.NewReaderSize(raw, 1<<16))
		if err != nil {
			return err
		}
		s.close = append(s.close, z.Close)
		s.content = z
	case ".zst":
		z, err := zstd.NewReader(raw, zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return err
		}
		s.close = append(s.close, func() error { z.Close(); return nil })
		s.content = z
	default:
		s.content = raw
	}
	return nil
}

// Read passes the statements of the document to yield, as [formats.Format] does.
func (s *Source) Read(o formats.ReadOptions, yield func(*graph.RawQuad) error) error {
	if o.Name == "" {
		o.Name = s.Name
	}
	return s.Format.Read(s.content, o, yield)
}

// Content is the document as text, for whoever reads it in another way.
func (s *Source) Content() io.Reader { return s.content }

// Close closes what Open opened.
func (s *Source) Close() error {
	var first error
	for i := len(s.close) - 1; i >= 0; i-- {
		if err := s.close[i](); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// Load reads a document into b. It stops with ctx's error when ctx ends.
func Load(ctx context.Context, b *graph.Builder, name, format string, stdin io.Reader, o formats.ReadOptions) error {
	s, err := Open(name, format, stdin, nil)
	if err != nil {
		return err
	}
	defer s.Close()
	return s.Read(o, UntilDone(ctx, b.AddRaw))
}

// UntilDone makes yield stop, with ctx's error, when ctx ends.
func UntilDone(ctx context.Context, yield func(*graph.RawQuad) error) func(*graph.RawQuad) error {
	n := 0
	return func(q *graph.RawQuad) error {
		if n++; n&0xFFF == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		return yield(q)
	}
}

// Target is a document to write.
type Target struct {
	Format  formats.Format
	content io.Writer
	finish  []func() error
}

// NewTarget starts a document on w. Its format is format, or if that is empty
// the one that name ends in, below .gz or .zst, which also says whether it is
// compressed.
func NewTarget(w io.Writer, name, format string) (*Target, error) {
	t := &Target{}
	_, pack := packing(name)
	var err error
	if t.Format, err = FormatOf(name, format); err != nil {
		return nil, err
	}
	buffered := bufio.NewWriterSize(w, 1<<18)
	t.finish = append(t.finish, buffered.Flush)
	t.content = buffered
	switch pack {
	case ".gz":
		z := gzip.NewWriter(buffered)
		t.content, t.finish = z, append(t.finish, z.Close)
	case ".zst":
		z, err := zstd.NewWriter(buffered)
		if err != nil {
			return nil, err
		}
		t.content, t.finish = z, append(t.finish, z.Close)
	}
	return t, nil
}

// Write writes text into the document.
func (t *Target) Write(p []byte) (int, error) { return t.content.Write(p) }

// Close ends the document. It does not close what it was started on.
func (t *Target) Close() error {
	for i := len(t.finish) - 1; i >= 0; i-- {
		if err := t.finish[i](); err != nil {
			return err
		}
	}
	return nil
}
