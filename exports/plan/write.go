package plan

import (
	"bufio"
	"context"
	"crypto/sha1" // for DCAT-AP 2.1.1, which takes no other sum
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"policygraph/exports/artifact"
	"policygraph/exports/publication"
	"policygraph/internal/atomicfile"
)

// Written is a file that was written.
type Written struct {
	artifact.File
	Row  string        // the path of its row: its own, or that of the folder
	Time time.Duration // what writing took; of all the fields, this alone differs from run to run
}

// Result is what an export did to a folder.
type Result struct {
	Files   []Written // in the order of the rows, the manifest last
	Removed []string  // files of an earlier export that this one did not write
	Left    []string  // files that look like those of an earlier export but may be somebody's own
}

// Write writes the rows into dir, and makes dir if it is missing. It writes all
// files or none: where it fails, or ctx ends, the files that were in dir are as
// they were, and the error names the file. Afterwards dir holds this export and
// nothing of an earlier one: what that one listed in its manifest and this one
// does not write is removed, unless it has been changed since.
//
// progress, which may be nil, is told how many statements of all have been
// written, by one goroutine at a time.
func Write(ctx context.Context, dir string, in artifact.Input, rows []artifact.Artifact, progress func(done, all int)) (*Result, error) {
	e := &export{dir: dir, taken: make(map[string]string)}
	defer e.batch.Abort()
	in.Progress = counted(progress, total(rows, &in))
	if in.Publication == nil {
		in.Publication = publication.Default()
	}
	for _, pass := range []artifact.Pass{artifact.Content, artifact.Descriptor, artifact.Page, artifact.Directory} {
		files, err := e.pass(ctx, &in, rowsOf(rows, pass))
		if err != nil {
			return nil, err
		}
		e.result.Files = append(e.result.Files, files...)
		in.Written = slices.Clone(in.Written)
		for _, f := range files {
			in.Written = append(in.Written, f.File)
		}
	}
	if err := e.manifest(); err != nil {
		return nil, err
	}
	if err := e.sweep(); err != nil {
		return nil, err
	}
	return &e.result, e.batch.Commit()
}

// export is one export on its way to the disk.
type export struct {
	dir    string
	batch  atomicfile.Batch
	result Result

	mu    sync.Mutex
	taken map[string]string // paths of files, with the rows that write them
}

func rowsOf(rows []artifact.Artifact, p artifact.Pass) []artifact.Artifact {
	return slices.DeleteFunc(slices.Clone(rows), func(a artifact.Artifact) bool { return a.Pass != p })
}

func total(rows []artifact.Artifact, in *artifact.Input) (n int) {
	for _, a := range rows {
		if a.Statements != nil {
			n += a.Statements(in.Dataset)
		}
	}
	return n
}

// counted adds up what several goroutines report.
func counted(progress func(done, all int), all int) func(int) {
	if progress == nil {
		return nil
	}
	var mu sync.Mutex
	done := 0
	return func(n int) {
		mu.Lock()
		defer mu.Unlock()
		done += n
		progress(done, all)
	}
}

// pass writes rows that do not count on each other, as many at a time as there
// are cores, and returns their files in the order of the rows. Once one fails no
// other is begun.
func (e *export) pass(ctx context.Context, in *artifact.Input, rows []artifact.Artifact) ([]Written, error) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	files, errs := make([][]Written, len(rows)), make([]error, len(rows))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(rows)) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(rows); i = int(next.Add(1)) - 1 {
				if files[i], errs[i] = e.row(ctx, in, &rows[i]); errs[i] != nil {
					stop()
					return
				}
			}
		})
	}
	workers.Wait()
	return slices.Concat(files...), reason(errs)
}

// reason is the first error that is not merely the end of ctx, which an error of
// another row may have brought about; else the first of all.
func reason(errs []error) error {
	real := slices.IndexFunc(errs, func(err error) bool { return err != nil && !errors.Is(err, context.Canceled) })
	if real < 0 {
		real = slices.IndexFunc(errs, func(err error) bool { return err != nil })
	}
	if real < 0 {
		return nil
	}
	return errs[real]
}

// row writes the files of one row.
func (e *export) row(ctx context.Context, in *artifact.Input, a *artifact.Artifact) (files []Written, err error) {
	if !a.Folder() {
		f, err := e.file(in, a, a.Path, "", func(w io.Writer) error { return a.Write(ctx, w, in) })
		return []Written{f}, err
	}
	all, err := a.Files(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", filepath.Join(e.dir, a.Path), err)
	}
	for name, write := range all {
		f, err := e.file(in, a, a.Path+name, name, write)
		if err != nil {
			return nil, err
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

func (e *export) file(in *artifact.Input, a *artifact.Artifact, path, name string, write func(io.Writer) error) (Written, error) {
	f := Written{Row: a.Path, File: artifact.File{Path: path, Group: a.Group, Entry: a.EntryOf(in, name)}}
	if a.Statements != nil {
		f.Statements = a.Statements(in.Dataset)
	}
	if err := e.claim(path, a.Path); err != nil {
		return f, err
	}
	start := time.Now()
	sum := summed{sha256: sha256.New(), sha1: sha1.New()}
	err := e.batch.Write(filepath.Join(e.dir, filepath.FromSlash(path)), func(w io.Writer) error {
		sum.w = w
		buffered := bufio.NewWriterSize(&sum, 1<<16)
		if err := write(buffered); err != nil {
			return err
		}
		return buffered.Flush()
	})
	f.Bytes, f.Time = sum.n, time.Since(start)
	f.SHA256, f.SHA1 = hex.EncodeToString(sum.sha256.Sum(nil)), hex.EncodeToString(sum.sha1.Sum(nil))
	return f, err
}

// portable are the paths that every file system, web server and checksum program
// takes as they are.
var portable = regexp.MustCompile(`^[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$`)

// summed adds up what passes.
type summed struct {
	w            io.Writer
	sha256, sha1 hash.Hash
	n            int64
}

func (s *summed) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.sha256.Write(p[:n])
	s.sha1.Write(p[:n])
	s.n += int64(n)
	return n, err
}

// claim holds a path for a row, which no other may write.
func (e *export) claim(path, row string) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	other, taken := e.taken[path]
	switch {
	case !fs.ValidPath(path) || !portable.MatchString(path):
		return fmt.Errorf("writing %s: %q is not a path that every file system has", row, path)
	case taken:
		return fmt.Errorf("writing %s: both %s and %s write it", path, other, row)
	}
	e.taken[path] = row
	return nil
}
