package plan_test

import (
	"testing"

	"policygraph/exports/artifact"
	"policygraph/exports/plan"
	"policygraph/ontology/vocab"
)

func BenchmarkWrite(b *testing.B) {
	in := everything(b, vocab.Base)
	for _, c := range []struct {
		name string
		rows []artifact.Artifact
	}{
		{"graph", chosen(b, nil, []string{"graph"})},
		{"everything", plan.Artifacts()},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				write(b, b.TempDir(), in, c.rows)
			}
		})
	}
}
