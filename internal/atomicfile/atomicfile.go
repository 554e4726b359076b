// Package atomicfile writes files so that a failure leaves the ones that were
// there as they were.
package atomicfile

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Batch writes several files at once: each is written beside its target, and
// all are renamed into place by Commit, once all are written and on the disk.
// The zero value is an empty batch. Whoever writes one defers Abort.
type Batch struct {
	files []*os.File
	names []string // the targets
}

// Write makes a file whose content fn writes. It does not show under its name
// before Commit. It fails, naming the file, where fn fails, and where something
// other than a file stands under the name.
func (b *Batch) Write(name string, fn func(io.Writer) error) error {
	if info, err := os.Lstat(name); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("writing %s: something that is not a file stands there", name)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.tmp")
	if err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	b.files, b.names = append(b.files, f), append(b.names, name)
	err = fn(f)
	if err == nil {
		err = f.Chmod(0o644)
	}
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// Commit moves every file to its name.
func (b *Batch) Commit() error {
	for i, f := range b.files {
		if err := os.Rename(f.Name(), b.names[i]); err != nil {
			return fmt.Errorf("writing %s: %w", b.names[i], err)
		}
	}
	b.files = nil
	return nil
}

// Abort removes what has not been moved to its name. After Commit it does
// nothing.
func (b *Batch) Abort() {
	for _, f := range b.files {
		f.Close()
		os.Remove(f.Name())
	}
	b.files = nil
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
