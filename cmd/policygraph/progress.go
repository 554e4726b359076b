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
	if p.out == nil || p.bar == nil && time.Since(p.start) < showAfter {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(all,
			progressbar.OptionSetWriter(p.out),
			progressbar.OptionSetDescription(p.what),
			progressbar.OptionShowCount(),
			progressbar.OptionShowIts(),
			progressbar.OptionSetItsString("statements"),
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		)
	}
	p.bar.Set(done)
}

func (p *progress) close() {
	if p.bar != nil {
		p.bar.Finish()
	}
}
