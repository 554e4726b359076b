package turtle

import (
	"bytes"
	"io"
	"sync"

	"policygraph/graph"
)

// blockSize is how many bytes of whole lines are parsed in one go. A longer
// line is a block of its own.
const blockSize = 256 << 10

// readLines reads N-Triples and N-Quads, on several goroutines where the
// options and the length of the document allow.
func readLines(r io.Reader, o ReadOptions, yield func(*graph.RawQuad) error) error {
	size := bufferSize
	if o.Workers > 1 {
		size = blockSize
	}
	b := blocks{source: newSource(r, size, 2*o.MaxTokenBytes+bufferSize)}
	b.at = b.origin
	d := delivery{o: &o, yield: yield}
	read := readSerial
	if o.Workers > 1 && b.long() {
		read = readParallel
	}
	if err := read(&b, &d); err != nil {
		return err
	}
	return b.end(o.Name)
}

// blocks cuts a document into blocks of whole lines.
type blocks struct {
	*source
	scanned int      // unread bytes known to hold no newline
	at      position // of the next byte
}

// long reports whether the document is longer than the first buffer.
func (b *blocks) long() bool {
	for len(b.buf)+b.raw < len(b.mem) {
		if !b.fill() {
			return false
		}
	}
	return true
}

// next gives the lines that are in the buffer, at least one, and the position
// of the first. They end with a newline even if the document does not. It
// gives nothing behind the last line, and in front of one that cannot be read
// to its end.
func (b *blocks) next() (text []byte, at position) {
	for {
		unread := b.buf[b.pos:]
		if n := b.scanned + wholeLines(unread[b.scanned:]); n > b.scanned {
			return b.advance(unread[:n], n)
		}
		b.scanned = len(unread)
		if b.fill() {
			continue
		}
		if b.err != io.EOF || len(unread) == 0 {
			return nil, b.at
		}
		return b.advance(append(bytes.Clone(unread), '\n'), len(unread))
	}
}

// wholeLines is the length of the lines s begins with: as many as make a
// block, or the first.
func wholeLines(s []byte) int {
	if len(s) > blockSize {
		if i := bytes.LastIndexByte(s[:blockSize], '\n'); i >= 0 {
			return i + 1
		}
		return bytes.IndexByte(s, '\n') + 1
	}
	return bytes.LastIndexByte(s, '\n') + 1
}

func (b *blocks) advance(text []byte, n int) ([]byte, position) {
	at := b.at
	b.pos += n
	b.at = at.after(text[:n])
	b.scanned = 0
	return text, at
}

// end is the error that ended the document, at the place where it ended.
func (b *blocks) end(name string) error {
	return endError(name, b.err, func(expected, found string) *SyntaxError {
		return syntaxError(name, b.at, b.buf[b.pos:], len(b.buf)-b.pos, expected, found)
	})
}

// batch is a block and what parsing found in it.
type batch struct {
	lines  lines
	quads  []graph.RawQuad // views of the block and the arena of lines
	faults []fault
	at     position      // of the block
	own    []byte        // memory for a block that outlives the buffer it came in
	parsed chan struct{} // has one element when a worker is done
}

// fault is an error and how many statements of the batch came before it.
type fault struct {
	before int
	err    *SyntaxError
}

// parse reads all statements of the block text, or those before its first
// fault if nobody wants to go on after one.
func (b *batch) parse(o *ReadOptions, text []byte) {
	l := &b.lines
	*l = lines{o: o, text: text, origin: b.at, arena: l.arena[:0]}
	b.quads, b.faults = b.quads[:0], b.faults[:0]
	for {
		if len(b.quads) == cap(b.quads) {
			b.quads = append(b.quads, graph.RawQuad{})[:len(b.quads)]
		}
		n := len(b.quads)
		ok, err := l.next(&b.quads[:n+1][n])
		switch {
		case err != nil:
			b.faults = append(b.faults, fault{n, err})
			if o.OnError == nil {
				return
			}
		case !ok:
			return
		default:
			b.quads = b.quads[:n+1]
		}
	}
}

// delivery hands statements and errors to the caller, in the order of the
// document.
type delivery struct {
	o     *ReadOptions
	yield func(*graph.RawQuad) error
	count int64
}

func (d *delivery) batch(b *batch) error {
	faults := b.faults
	for i := range b.quads {
		for ; len(faults) > 0 && faults[0].before == i; faults = faults[1:] {
			if err := d.report(faults[0].err); err != nil {
				return err
			}
		}
		if d.count++; d.o.MaxStatements > 0 && d.count > d.o.MaxStatements {
			return b.tooMany(i)
		}
		if err := d.yield(&b.quads[i]); err != nil {
			return err
		}
	}
	for _, f := range faults {
		if err := d.report(f.err); err != nil {
			return err
		}
	}
	return nil
}

func (d *delivery) report(err *SyntaxError) error {
	if d.o.OnError == nil {
		return err
	}
	return d.o.OnError(err)
}

// tooMany is the error that the statement with number i in the batch is one
// too many. Where that one begins has to be found out again.
func (b *batch) tooMany(i int) error {
	l := lines{o: b.lines.o, text: b.lines.text, origin: b.at}
	var q graph.RawQuad
	for n := 0; n <= i; {
		if ok, _ := l.next(&q); ok {
			n++
		}
	}
	l.pos = l.start
	return beyondLimit(l.mistake, l.o.MaxStatements, "statements")
}

func readSerial(blocks *blocks, d *delivery) error {
	var b batch
	for {
		text, at := blocks.next()
		if text == nil {
			return nil
		}
		b.at = at
		b.parse(d.o, text)
		if err := d.batch(&b); err != nil {
			return err
		}
	}
}

// readParallel lets workers parse while the goroutine of the caller reads
// ahead and delivers. Only that one touches the reader, so that nothing is
// left waiting for input when the caller has seen enough.
func readParallel(blocks *blocks, d *delivery) error {
	window := make([]*batch, 0, 2*d.o.Workers) // being parsed, oldest first
	work := make(chan *batch, cap(window))
	var workers sync.WaitGroup
	for range d.o.Workers {
		workers.Go(func() {
			for b := range work {
				b.parse(d.o, b.own)
				b.parsed <- struct{}{}
			}
		})
	}
	defer workers.Wait()
	defer close(work)
	idle := newBatches(cap(window))
	for ended := false; ; {
		for !ended && len(idle) > 0 {
			text, at := blocks.next()
			if ended = text == nil; ended {
				break
			}
			b := idle[len(idle)-1]
			idle = idle[:len(idle)-1]
			b.own, b.at = append(b.own[:0], text...), at
			window = append(window, b)
			work <- b
		}
		if len(window) == 0 {
			return nil
		}
		oldest := window[0]
		window = append(window[:0], window[1:]...)
		<-oldest.parsed
		if err := d.batch(oldest); err != nil {
			return err
		}
		idle = append(idle, oldest)
	}
}

func newBatches(n int) []*batch {
	batches := make([]*batch, n)
	for i := range batches {
		batches[i] = &batch{parsed: make(chan struct{}, 1)}
	}
	return batches
}
