package atomicfile_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"policygraph/internal/atomicfile"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// names are all files and folders below dir, temporary ones too.
func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if rel, _ := filepath.Rel(dir, path); rel != "." {
			list = append(list, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestNothingShowsBeforeCommitAndNothingIsLeftAfterAbort(t *testing.T) {
	dir := t.TempDir()
	var b atomicfile.Batch
	if err := b.Write(filepath.Join(dir, "a", "b", "c.txt"), text("c")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "a", "b", "c.txt")); err == nil {
		t.Error("the file shows before Commit")
	}
	b.Abort()
	if left := names(t, dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestSeveralGoroutinesWriteOneBatch(t *testing.T) {
	dir := t.TempDir()
	var b atomicfile.Batch
	defer b.Abort()
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			if err := b.Write(filepath.Join(dir, fmt.Sprintf("f%d", i%3), fmt.Sprintf("%d.txt", i)), text("x")); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); len(got) != 23 {
		t.Errorf("%v, want three folders with twenty files", got)
	}
}

func TestRemovedFilesGoWithCommitAndTakeTheirEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"old/a.txt", "old/b.txt", "kept/a.txt", "kept/mine.txt"} {
		file := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, nil, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	remove := []string{"old/a.txt", "old/b.txt", "kept/a.txt", "kept/gone-already.txt"}
	var given atomicfile.Batch
	for _, name := range remove {
		given.Remove(filepath.Join(dir, name))
	}
	given.Abort()
	if got := names(t, dir); len(got) != 6 {
		t.Errorf("after Abort there are %v", got)
	}
	var b atomicfile.Batch
	for _, name := range remove {
		b.Remove(filepath.Join(dir, name))
	}
	if err := b.Commit(); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); !slices.Equal(got, []string{"kept", "kept/mine.txt"}) {
		t.Errorf("after Commit there are %v", got)
	}
}

func TestAFileKeepsItsPermissions(t *testing.T) {
	for _, mode := range []os.FileMode{0o600, 0o640, 0o664} {
		name := filepath.Join(t.TempDir(), "x.txt")
		if err := errors.Join(os.WriteFile(name, []byte("old"), mode), os.Chmod(name, mode), atomicfile.Write(name, []byte("new"))); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != mode {
			t.Errorf("%v became %v, %v", mode, info.Mode().Perm(), err)
		}
	}
	fresh := filepath.Join(t.TempDir(), "x.txt")
	if err := atomicfile.Write(fresh, nil); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(fresh); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("a new file has %v, %v", info.Mode().Perm(), err)
	}
}

func TestALinkStaysOneAndItsFileIsWritten(t *testing.T) {
	dir := t.TempDir()
	file, link := filepath.Join(dir, "far", "x.txt"), filepath.Join(dir, "near", "x.txt")
	err := errors.Join(os.Mkdir(filepath.Dir(file), 0o755), os.Mkdir(filepath.Dir(link), 0o755),
		os.WriteFile(file, []byte("old"), 0o600), os.Symlink(filepath.Join("..", "far", "x.txt"), link),
		atomicfile.Write(link, []byte("new")))
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link)
	content, readErr := os.ReadFile(file)
	if err != nil || readErr != nil || info.Mode()&os.ModeSymlink == 0 || string(content) != "new" {
		t.Errorf("the link is %v and leads to %q, %v %v", info.Mode(), content, err, readErr)
	}
}

func TestWhatIsNoFileIsNotWrittenOver(t *testing.T) {
	dir := t.TempDir()
	folder, nowhere, toFolder := filepath.Join(dir, "folder"), filepath.Join(dir, "nowhere"), filepath.Join(dir, "to-folder")
	if err := errors.Join(os.Mkdir(folder, 0o755), os.Symlink("not-there", nowhere), os.Symlink("folder", toFolder)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{folder, nowhere, toFolder} {
		if err := atomicfile.Write(name, nil); err == nil {
			t.Errorf("%s was written over", name)
		}
	}
}

func TestAFailedWriteNamesTheFile(t *testing.T) {
	dir := t.TempDir()
	var b atomicfile.Batch
	defer b.Abort()
	err := b.Write(filepath.Join(dir, "x.txt"), func(io.Writer) error { return io.ErrShortWrite })
	if !errors.Is(err, io.ErrShortWrite) || err.Error() != "writing "+filepath.Join(dir, "x.txt")+": short write" {
		t.Errorf("error %v", err)
	}
}
