package reviews

import (
	"path"
	"strings"
	"testing"
	"testing/fstest"
)

// Whoever saves a table in the form of a spreadsheet, or in other letters, must
// hear that it was not read.
func TestATableUnderAnotherNameIsToldItsName(t *testing.T) {
	for _, row := range []struct{ file, as string }{
		{inFindings, "FINDINGS.CSV"},
		{inFindings, "Findings.csv"},
		{inFindings, "findings.CSV"},
		{inFindings, "findings.xlsx"},
		{inFindings, "findings.ods"},
		{inFindings, "findings.numbers"},
		{inFindings, "findings.csv.txt"},
		{inClaims, "claims.txt"},
		{inClaims, "claims.tsv"},
		{inClaims, "claims"},
		{inAnchors, "Anchors.csv"},
		{inMeasures, "Measures.csv"},
		{inMappings, "mappings.xls"},
		{inSources, "Sources.csv"},
	} {
		m := miniFS(t)
		dir, base := path.Split(row.file)
		m[dir+row.as] = m[row.file]
		delete(m, row.file)
		want := dir + row.as + ":1:1: the file was not read: save it as " + base
		if got := lettersOf(m, Options{}); !strings.Contains(got, want) || strings.Contains(got, "is called") {
			t.Errorf("%s\ngot  %s\nwant %s", row.as, got, want)
		}
	}
}

func TestFilesThatLieBesideTheTables(t *testing.T) {
	belongs := func(file string) string {
		return file + ":1:1: " + path.Base(file) + " belongs beside the review.yaml of its review; here it was not read\n"
	}
	for _, row := range []struct{ file, want string }{
		{"mini-2021/README.md", ""},
		{"mini-2021/text.txt", ""},
		{"mini-2021/review.txt", ""},
		{"mini-2021/review.pdf", ""},
		{"mini-2021/publication.yaml", ""},
		{"mini-2021/csv-metadata.json", ""},
		{"mini-2021/findings.schema.json", ""},
		{"mini-2021/findings.md", ""},
		{"mini-2021/findings.csv~", ""},
		{"mini-2021/findings.csv.bak", ""},
		{"mini-2021/#findings.csv#", ""},
		{"mini-2021/.findings.csv.swp", ""},
		{"mini-2021/.~lock.findings.csv#", ""},
		{"mini-2021/._findings.csv", ""},
		{"mini-2021/~$findings.xlsx", ""},
		{"mini-2021/.git/claims.csv", ""},
		{"mini-2021/archive/claims.csv", ""}, // a copy of what is read
		{"mini-2021/out/csv-metadata.json", ""},
		{"notes.txt", ""},
		{"mini-2021/findings.xlsx", "mini-2021/findings.xlsx:1:1: note: the file is not read; \"findings.csv\" beside it is\n"},
		{"mini-2021/FINDINGS.CSV", "mini-2021/FINDINGS.CSV:1:1: findings.csv and FINDINGS.CSV hold the same table: keep one of them\n"},
		{"mini-2021/gaps.yml", "mini-2021/gaps.yml:1:1: gaps.csv and gaps.yml hold the same table: keep one of them\n"},
		{"mini-2021/REVIEW.YAML", "mini-2021/REVIEW.YAML:1:1: review.yaml and REVIEW.YAML hold the same table: keep one of them\n"},
		{"Claims.csv", "Claims.csv:1:1: claims.csv belongs beside the review.yaml of its review; here it was not read\n"},
	} {
		m := miniFS(t)
		m[row.file] = &fstest.MapFile{}
		if got := lettersOf(m, Options{}); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.file, got, row.want)
		}
	}
	for _, sub := range []string{"mini-2021/sub/claims.csv", "mini-2021/a/b/claims.csv"} {
		m := miniFS(t)
		m[sub] = m[inClaims]
		delete(m, inClaims)
		if got := lettersOf(m, Options{}); !strings.Contains(got, belongs(sub)) || strings.Contains(got, "is called") {
			t.Errorf("%s\ngot  %s", sub, got)
		}
	}
}
