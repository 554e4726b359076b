package doctor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"
)

// The largest documents that harvesters take, and the time that they wait.
const (
	MaxDataNorge = 75 << 20
	MaxCKAN      = 50 << 20
	Patience     = 30 * time.Second
)

// Answer is what a source says when it is asked for a file.
type Answer struct {
	Status   int    // as in HTTP
	Type     string // the media type as it was said, with its parameters
	Encoding string // Content-Encoding
	Location string // where a redirect points
	Body     []byte // nil for HEAD; cut after MaxDataNorge
	Size     int64  // of the body as stored or announced; -1 if nobody knows
	Slow     bool   // nothing came in time
}

// OK reports whether the file is there.
func (a *Answer) OK() bool { return a.Status == http.StatusOK }

// Kind is what a source can answer.
type Kind uint8

// The kinds.
const (
	InFolder  Kind = iota // every file with its content
	AtServer              // answers of a web server
	Described             // the catalogue; of other files, that they are there, and how large
)

// Source is where an export is read from. Paths are within the export, with
// slashes.
type Source interface {
	// Name is the folder or the address, for people.
	Name() string

	// Kind says what can be asked.
	Kind() Kind

	// Files are the paths of what is there, in order, as far as anyone can know.
	Files(ctx context.Context) ([]string, error)

	// Get and Head ask for a file. A file that is not there is an answer, too.
	Get(ctx context.Context, path string) (*Answer, error)
	Head(ctx context.Context, path string) (*Answer, error)
}

// Folder is an export in a file system.
func Folder(name string, files fs.FS) Source { return folder{name, files} }

type folder struct {
	name  string
	files fs.FS
}

func (f folder) Name() string { return f.name }
func (f folder) Kind() Kind   { return InFolder }

func (f folder) Files(context.Context) (paths []string, err error) {
	err = fs.WalkDir(f.files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			paths = append(paths, name)
		}
		return err
	})
	return paths, err
}

func (f folder) Get(_ context.Context, name string) (*Answer, error) {
	text, err := fs.ReadFile(f.files, name)
	if err != nil {
		return missing(err)
	}
	return &Answer{Status: http.StatusOK, Body: text, Size: int64(len(text))}, nil
}

func (f folder) Head(_ context.Context, name string) (*Answer, error) {
	info, err := fs.Stat(f.files, name)
	if err != nil {
		return missing(err)
	}
	return &Answer{Status: http.StatusOK, Size: info.Size()}, nil
}

// missing is the answer of a folder that has no such file.
func missing(err error) (*Answer, error) {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrInvalid) {
		return &Answer{Status: http.StatusNotFound}, nil
	}
	return nil, err
}

// Server is an export that is served below an address that ends in a slash, or
// whose catalogue is served at an address. Nothing is asked of any other host, and
// no redirect is followed: harvesters differ in which they follow, so that each
// is judged.
func Server(address string, patience time.Duration) (Source, error) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return nil, fmt.Errorf("%s: expected an address such as https://example.org/data/", address)
	}
	s := &server{root: u, client: &http.Client{
		Timeout:       patience,
		Transport:     &http.Transport{DisableCompression: true, Proxy: http.ProxyFromEnvironment, ResponseHeaderTimeout: patience},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	if name := path.Base(u.Path); !strings.HasSuffix(u.Path, "/") && u.Path != "" {
		s.only = name
		s.root = u.ResolveReference(&url.URL{Path: "./"})
	} else if u.Path == "" {
		s.root = u.ResolveReference(&url.URL{Path: "/"})
	}
	return s, nil
}

type server struct {
	root   *url.URL
	only   string // the one document that was named; empty for a whole export
	client *http.Client
}

func (s *server) Name() string { return s.root.String() + s.only }
func (s *server) Kind() Kind   { return AtServer }

// Files are those that the manifest lists, and the documents that portals are
// given.
func (s *server) Files(ctx context.Context) ([]string, error) {
	if s.only != "" {
		return []string{s.only}, nil
	}
	files := []string{"catalog.jsonld", "catalog.nt", "catalog.rdf", "catalog.ttl"}
	a, err := s.Get(ctx, manifestName)
	if err != nil {
		return nil, err
	}
	if a.OK() {
		files = append(files, manifestName)
		for p := range sums(a.Body) {
			files = append(files, p)
		}
	}
	slices.Sort(files)
	return slices.Compact(files), nil
}

func (s *server) Get(ctx context.Context, p string) (*Answer, error) {
	return s.ask(ctx, http.MethodGet, p)
}
func (s *server) Head(ctx context.Context, p string) (*Answer, error) {
	return s.ask(ctx, http.MethodHead, p)
}

// ask asks as data.norge.no does, with the media type that an administrator would
// have set, and no word of encodings.
func (s *server) ask(ctx context.Context, method, p string) (*Answer, error) {
	address, err := s.root.Parse((&url.URL{Path: p}).EscapedPath())
	if err != nil || address.Host != s.root.Host || address.Scheme != s.root.Scheme || !strings.HasPrefix(address.Path, s.root.Path) {
		return &Answer{Status: http.StatusNotFound}, nil
	}
	r, err := http.NewRequestWithContext(ctx, method, address.String(), nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set("User-Agent", "policygraph-doctor")
	r.Header.Set("Accept", accepted(p))
	response, err := s.client.Do(r)
	if err != nil {
		return late(ctx, err)
	}
	defer response.Body.Close()
	a := &Answer{
		Status: response.StatusCode, Type: response.Header.Get("Content-Type"), Encoding: response.Header.Get("Content-Encoding"),
		Location: response.Header.Get("Location"), Size: response.ContentLength,
	}
	if method == http.MethodGet {
		if a.Body, err = io.ReadAll(io.LimitReader(response.Body, MaxDataNorge+1)); err != nil {
			return late(ctx, err)
		}
		a.Size = int64(len(a.Body))
	}
	return a, nil
}

// late is the answer of a server that says nothing in time.
func late(ctx context.Context, err error) (*Answer, error) {
	var timed interface{ Timeout() bool }
	if ctx.Err() == nil && errors.As(err, &timed) && timed.Timeout() {
		return &Answer{Slow: true, Size: -1}, nil
	}
	return nil, err
}

// accepted is the Accept header for a path.
func accepted(p string) string {
	if f, ok := formatOf(p); ok {
		return f.MediaType
	}
	return "*/*"
}
