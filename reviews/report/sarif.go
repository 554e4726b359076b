package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"policygraph/reviews"
)

// The parts of SARIF 2.1.0 that a report has, under their names there.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool               sarifTool                `json:"tool"`
		Language           string                   `json:"language"`
		ColumnKind         string                   `json:"columnKind"`
		OriginalURIBaseIDs map[string]sarifArtifact `json:"originalUriBaseIds"`
		Results            []sarifResult            `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name            string      `json:"name"`
		SemanticVersion string      `json:"semanticVersion,omitempty"`
		InformationURI  string      `json:"informationUri"`
		Language        string      `json:"language"`
		Rules           []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID                   string                       `json:"id"`
		ShortDescription     sarifText                    `json:"shortDescription"`
		FullDescription      sarifText                    `json:"fullDescription"`
		Help                 sarifText                    `json:"help"`
		DefaultConfiguration sarifLevel                   `json:"defaultConfiguration"`
		Properties           map[string]map[string]string `json:"properties"` // the advice, by language
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifResult struct {
		RuleID              string            `json:"ruleId"`
		RuleIndex           int               `json:"ruleIndex"`
		Level               string            `json:"level"`
		Message             sarifText         `json:"message"`
		Locations           []sarifLocation   `json:"locations"`
		PartialFingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		PhysicalLocation sarifPhysical  `json:"physicalLocation"`
		LogicalLocations []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		ArtifactLocation sarifArtifact `json:"artifactLocation"`
		Region           sarifRegion   `json:"region"`
	}
	sarifArtifact struct {
		URI         string     `json:"uri,omitempty"`
		URIBaseID   string     `json:"uriBaseId,omitempty"`
		Description *sarifText `json:"description,omitempty"`
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndColumn   int        `json:"endColumn"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifLogical struct {
		Name               string `json:"name"`
		FullyQualifiedName string `json:"fullyQualifiedName"`
		Kind               string `json:"kind"`
	}
)

const (
	sarifSchema    = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	informationURI = "https://w3id.org/policygraph/ns"
	baseID         = "SRCROOT" // what relative names of files are relative to

	// mostText is how long a text may be that code hosts show whole, in characters.
	mostText = 1000
)

// SARIF writes the problems as a log of SARIF 2.1.0 with one run, whose rules are
// all of ours. Columns count characters. Files that were named relatively are
// relative to SRCROOT, the folder that the check ran in. The fingerprint of a
// problem is taken of its rule, its file, its row and its column, so that it stays
// when lines move.
func SARIF(w io.Writer, problems []reviews.Problem, o Options) error {
	l := language(o.Lang)
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "policygraph", SemanticVersion: o.Version, InformationURI: informationURI, Language: string(l)}},
		Language:   string(l),
		ColumnKind: "unicodeCodePoints",
		OriginalURIBaseIDs: map[string]sarifArtifact{
			baseID: {Description: &sarifText{"The folder that policygraph check ran in."}},
		},
		Results: []sarifResult{},
	}
	indexes := map[string]int{}
	for i, r := range reviews.Rules() {
		indexes[r.ID] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, ruleOf(r, l))
	}
	seen := map[string]int{}
	for _, p := range problems {
		run.Results = append(run.Results, resultOf(p, l, indexes, seen))
	}
	return encode(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

func ruleOf(r reviews.Rule, l reviews.Lang) sarifRule {
	properties := map[string]map[string]string{}
	for _, each := range []reviews.Lang{reviews.English, reviews.Norwegian} {
		properties[string(each)] = map[string]string{"holds": r.Holds.In(each), "do": r.Do.In(each), "why": r.Why.In(each)}
	}
	return sarifRule{
		ID:                   r.ID,
		ShortDescription:     sentence(r.Holds.In(l)),
		FullDescription:      sarifText{sentence(r.Holds.In(l)).Text + " " + sentence(r.Why.In(l)).Text},
		Help:                 sentence(r.Do.In(l)),
		DefaultConfiguration: sarifLevel{r.Severity.String()},
		Properties:           properties,
	}
}

// sentence gives a text the capital and the full stop that SARIF asks for.
func sentence(text string) sarifText {
	runes := []rune(text)
	if len(runes) > mostText {
		runes = append(runes[:mostText], '…')
	}
	text = strings.ToUpper(string(runes[:1])) + string(runes[1:])
	if !strings.HasSuffix(text, "?") {
		text += "."
	}
	return sarifText{text}
}

func resultOf(p reviews.Problem, l reviews.Lang, indexes, seen map[string]int) sarifResult {
	location := sarifLocation{PhysicalLocation: sarifPhysical{artifactOf(p.File), regionOf(p)}}
	if p.Row != "" {
		location.LogicalLocations = []sarifLogical{{Name: p.Field, FullyQualifiedName: p.Row + "#" + p.Field, Kind: "member"}}
		if p.Field == "" {
			location.LogicalLocations = []sarifLogical{{Name: path.Base(p.Row), FullyQualifiedName: p.Row, Kind: "object"}}
		}
	}
	return sarifResult{
		RuleID: p.Rule, RuleIndex: indexes[p.Rule], Level: p.Severity.String(),
		Message:             sentence(p.Says(l)),
		Locations:           []sarifLocation{location},
		PartialFingerprints: fingerprints(p, seen),
	}
}

// artifactOf is the name of a file as a URI: relative to SRCROOT, or a file URI.
func artifactOf(file string) sarifArtifact {
	u := url.URL{Path: path.Clean(file)}
	if path.IsAbs(file) {
		u.Scheme = "file"
		return sarifArtifact{URI: u.String()}
	}
	return sarifArtifact{URI: u.String(), URIBaseID: baseID}
}

// regionOf is the cell, and its text where the line is known.
func regionOf(p reviews.Problem) sarifRegion {
	r := sarifRegion{StartLine: p.Line, StartColumn: p.Column, EndColumn: p.Column + p.Length}
	line := []rune(p.Excerpt)
	if from, to := p.Column-1, min(p.Column-1+p.Length, len(line), p.Column-1+mostText); from < to {
		r.Snippet = &sarifText{string(line[from:to])}
		r.EndColumn = to + 1
	}
	return r
}

// fingerprints number problems that are alike in rule, file, row and column in
// the order in which they stand. primaryLocationLineHash is the name under which
// GitHub looks for a fingerprint.
func fingerprints(p reviews.Problem, seen map[string]int) map[string]string {
	key := strings.Join([]string{p.Rule, p.File, p.Row, p.Field}, "\x00")
	if p.Row == "" {
		key += "\x00" + p.Excerpt
	}
	seen[key]++
	sum := sha256.Sum256([]byte(key))
	mark := fmt.Sprintf("%s:%d", hex.EncodeToString(sum[:8]), seen[key])
	return map[string]string{"policygraphCell/v1": mark, "primaryLocationLineHash": mark}
}
