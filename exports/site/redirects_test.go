package site

import (
	"io"
	"strings"
	"testing"

	"policygraph/exports/artifact"
	"policygraph/exports/publication"
)

// w3id.org keeps no files, so a base there always has redirects.
func TestABaseThatKeepsNoFilesHasRedirects(t *testing.T) {
	for _, c := range []struct{ base, files, want string }{
		{"https://w3id.org/policygraph/", "", Host},
		{"https://w3id.org/policygraph/", "https://data.example.com/pg/", "https://data.example.com/pg/"},
		{"https://data.example.com/pg/", "", ""},
		{"https://w3id.org/policygraph/", "none", ""},
	} {
		p := publication.Default()
		p.Files = c.files
		in := &artifact.Input{Base: c.base, Publication: p, Written: []artifact.File{{Path: "catalog.ttl"}}}
		files := map[string]string{}
		for name, write := range W3IDFiles(in) {
			var text strings.Builder
			if err := write(io.Writer(&text)); err != nil {
				t.Fatal(err)
			}
			files[name] = text.String()
		}
		if c.want == "" {
			if len(files) > 0 {
				t.Errorf("%s, files %q: %d files", c.base, c.files, len(files))
			}
			continue
		}
		rules := files[".htaccess"]
		if !strings.Contains(rules, "RewriteRule ^catalog$ "+c.want+"catalog.ttl [R=303,L,NE]") || !strings.Contains(files["README.md"], c.want) {
			t.Errorf("%s, files %q: no way to %s in\n%s", c.base, c.files, c.want, rules)
		}
		if strings.Contains(rules, "is an example") != (c.want == Host) {
			t.Errorf("%s, files %q: says otherwise than it is whether the address is an example", c.base, c.files)
		}
	}
}
