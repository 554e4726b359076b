package plan

import (
	"fmt"
	"slices"
	"strings"

	"policygraph/exports"
	"policygraph/exports/artifact"
	"policygraph/internal/nearest"
)

// Choose returns the rows that people name: the whole graph in some formats, and
// whatever belongs to some groups or has one of some paths. Without a name it
// returns all rows. A name that nothing has is an error that lists those there
// are.
func Choose(all []artifact.Artifact, formats, only []string) ([]artifact.Artifact, error) {
	if len(formats) == 0 && len(only) == 0 {
		return all, nil
	}
	wanted := make(map[string]bool)
	for _, name := range split(formats) {
		f, err := exports.ByName(name)
		if err != nil {
			return nil, err
		}
		wanted["format "+f.Name] = true
	}
	for _, name := range split(only) {
		if !slices.ContainsFunc(all, func(a artifact.Artifact) bool { return string(a.Group) == name || a.Path == name }) {
			return nil, unknown(name, all)
		}
		wanted[name] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(a artifact.Artifact) bool {
		return !wanted[string(a.Group)] && !wanted[a.Path] && !(a.Format != "" && wanted["format "+a.Format])
	}), nil
}

// split takes apart lists with commas.
func split(lists []string) (names []string) {
	for _, list := range lists {
		for name := range strings.SplitSeq(list, ",") {
			names = append(names, strings.TrimSpace(name))
		}
	}
	return names
}

// Groups are the groups that some row belongs to, in order.
func Groups(all []artifact.Artifact) (names []string) {
	for _, g := range artifact.Groups {
		if slices.ContainsFunc(all, func(a artifact.Artifact) bool { return a.Group == g }) {
			names = append(names, string(g))
		}
	}
	return names
}

func unknown(name string, all []artifact.Artifact) error {
	groups := Groups(all)
	candidates := slices.Clone(groups)
	for _, a := range all {
		candidates = append(candidates, a.Path)
	}
	hint := ""
	if near := nearest.To(name, candidates); near != "" {
		hint = fmt.Sprintf(", did you mean %s?", near)
	}
	return fmt.Errorf("no group or file %q is published%s; the groups are %s", name, hint, strings.Join(groups, ", "))
}
