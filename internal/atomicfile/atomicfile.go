// Package atomicfile writes files so that a failure leaves the ones that were
// there as they were.
package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Batch writes several files at once: each is written beside its target, and
// all are renamed into place by Commit, once all are written and on the disk.
// The zero value is an empty batch. Whoever writes one defers Abort. Several
// goroutines may write files of one batch.
type Batch struct {
	mu      sync.Mutex
	files   []*os.File
	names   []string // the targets
	folders []string // that were made for files, each after those it lies in
	gone    []string // files to remove
}

// Write makes a file whose content fn writes, and the folders it lies in where
// they are missing. It does not show under its name before Commit. A file that
// was there keeps its permissions; a link to a file stays one, and the file it
// leads to is written. It fails, naming the file, where fn fails, and where
// something other than a file stands under the name.
func (b *Batch) Write(name string, fn func(io.Writer) error) error {
	target, mode, err := targetOf(name)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	f, err := b.create(target)
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	err = fn(f)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// targetOf returns the file that a name leads to, and the permissions it is to
// have.
func targetOf(name string) (target string, mode os.FileMode, err error) {
	const fresh = 0o644
	info, err := os.Lstat(name)
	if err != nil {
		return name, fresh, nil // not there, or the folder will say what is wrong
	}
	if info.Mode()&os.ModeSymlink != 0 {
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return "", 0, fmt.Errorf("a link that leads nowhere stands there: %w", err)
		}
		if info, err = os.Stat(name); err != nil {
			return "", 0, err
		}
	}
	if !info.Mode().IsRegular() {
		return "", 0, errors.New("something that is not a file stands there")
	}
	return name, info.Mode().Perm(), nil
}

// create makes the file that is written in place of name until Commit.
func (b *Batch) create(name string) (*os.File, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := b.makeFolder(filepath.Dir(name)); err != nil {
		return nil, err
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.tmp")
	if err == nil {
		b.files, b.names = append(b.files, f), append(b.names, name)
	}
	return f, err
}

// makeFolder makes a folder and those it lies in, and remembers those it made.
func (b *Batch) makeFolder(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		return nil
	}
	if parent := filepath.Dir(dir); parent != dir {
		if err := b.makeFolder(parent); err != nil {
			return err
		}
	}
	err := os.Mkdir(dir, 0o755)
	if err == nil {
		b.folders = append(b.folders, dir)
	}
	return err
}

// Remove has Commit remove a file, and the folder it lies in if that is empty
// then. A file that is not there is as good as removed.
func (b *Batch) Remove(name string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.gone = append(b.gone, name)
}

// Commit moves every file to its name, then removes what is to go.
func (b *Batch) Commit() error {
	for i, f := range b.files {
		if err := os.Rename(f.Name(), b.names[i]); err != nil {
			return fmt.Errorf("writing %s: %w", b.names[i], err)
		}
	}
	b.files, b.folders = nil, nil
	for _, name := range b.gone {
		if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("removing %s: %w", name, err)
		}
		os.Remove(filepath.Dir(name)) // fails, rightly, where something else lies there
	}
	b.gone = nil
	return nil
}

// Abort removes what has not been moved to its name, and the folders made for
// it. After Commit it does nothing.
func (b *Batch) Abort() {
	for _, f := range b.files {
		f.Close()
		os.Remove(f.Name())
	}
	for _, dir := range slices.Backward(b.folders) {
		os.Remove(dir)
	}
	b.files, b.folders, b.gone = nil, nil, nil
}

// Write writes one file.
func Write(name string, content []byte) error {
	var b Batch
	defer b.Abort()
	err := b.Write(name, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
	if err != nil {
		return err
	}
	return b.Commit()
}
