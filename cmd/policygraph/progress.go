package main

import (
	"io"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// progress shows on a terminal how far a long piece of work has come. It stays
// silent where standard error is not a terminal, with --quiet, and for work
// that is done before anyone would look.
type progress struct {
	out   io.Writer // nil: silent
	what  string
	start time.Time
	bar   *progressbar.ProgressBar
}

// showAfter is how long work may take without a word.
const showAfter = time.Second

func newProgress(c *cli.Context, what string) *progress {
	p := &progress{what: what, start: time.Now()}
	if f, ok := c.App.ErrWriter.(*os.File); ok && !c.Bool("quiet") && term.IsTerminal(int(f.Fd())) {
		p.out = f
	}
	return p
}

// tell says that done of all statements have been dealt with.
func (p *progress) tell(done, all int) {
	p.show(int64(done), int64(all), progressbar.OptionShowIts(), progressbar.OptionSetItsString("statements"))
}

func (p *progress) show(done, all int64, unit ...progressbar.Option) {
	if p.out == nil || p.bar == nil && time.Since(p.start) < showAfter {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions64(all, append(unit,
			progressbar.OptionSetWriter(p.out),
			progressbar.OptionSetDescription(p.what),
			progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)...)
	}
	p.bar.Set64(done)
}

// reader returns a function that makes a reader tell how far it has come in the
// file, or nil where nobody would see it.
func (p *progress) reader(file string) func(io.Reader) io.Reader {
	info, err := os.Stat(file)
	if p.out == nil || err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return func(r io.Reader) io.Reader {
		t := &told{Reader: r, p: p, size: info.Size()}
		if seeker, ok := r.(io.Seeker); ok {
			return &toldSeeker{t, seeker}
		}
		return t
	}
}

// told is a reader that reports its progress in bytes.
type told struct {
	io.Reader
	p    *progress
	done int64
	size int64
}

func (t *told) Read(b []byte) (int, error) {
	n, err := t.Reader.Read(b)
	t.done += int64(n)
	t.p.show(t.done, t.size, progressbar.OptionShowBytes(true))
	return n, err
}

// toldSeeker is told of a file, for readers that go back in it.
type toldSeeker struct {
	*told
	seeker io.Seeker
}

func (t *toldSeeker) Seek(offset int64, whence int) (int64, error) {
	at, err := t.seeker.Seek(offset, whence)
	if err == nil {
		t.done = at
	}
	return at, err
}

func (p *progress) close() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
