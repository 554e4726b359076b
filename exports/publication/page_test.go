package publication_test

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"policygraph/exports/publication"
)

// The page about publishing names every key, and its example is one.
func TestThePageAboutPublishingNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("../../docs/publishing.md")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]struct {
			Properties map[string]any
			AnyOf      []struct{ Properties map[string]any }
		}
	}
	if err := json.Unmarshal(publication.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	for key, value := range schema.Properties {
		inner := value.Properties
		for _, s := range value.AnyOf {
			inner = s.Properties
		}
		row := regexp.MustCompile("(?m)^\\|.*`" + key + "`.*$").FindString(string(text))
		for _, name := range append(slices.Sorted(maps.Keys(inner)), key) {
			if name != "nb" && name != "en" && !strings.Contains(row, "`"+name+"`") {
				t.Errorf("the row of %s does not name %s", key, name)
			}
		}
	}
	example := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(string(text))
	if _, problems := publication.Read("example", example[1]); len(problems) > 0 {
		t.Error(problems)
	}
}
