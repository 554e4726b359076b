package reviews

import "testing"

// BenchmarkCheckingTheBuiltInReview reads and checks all of it.
func BenchmarkCheckingTheBuiltInReview(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, problems := Load(Data(), Options{}); len(problems) == 0 {
			b.Fatal("the built-in review has no warnings any more")
		}
	}
}
