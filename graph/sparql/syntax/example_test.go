package syntax_test

import (
	"fmt"
	"testing"

	"policygraph/graph/sparql/syntax"
)

const question = `PREFIX : <http://e/>
SELECT ?problem (COUNT(?measure) AS ?n)
WHERE { ?measure :targets/:leadsTo* ?m . ?m :contributesTo ?problem }
GROUP BY ?problem
ORDER BY DESC(?n)`

func ExampleParse() {
	q, err := syntax.Parse([]byte(question), syntax.Options{Name: "question.rq"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(q.Algebra)
	// Output:
	// (project (?problem ?n)
	//   (orderby ((desc ?n))
	//     (extend (?n ?.agg0)
	//       (group (?problem) ((?.agg0 (count ?measure)))
	//         (join
	//           (join
	//             (bgp
	//               (triple ?measure <http://e/targets> ?.p0))
	//             (path ?.p0 <http://e/leadsTo>* ?m))
	//           (bgp
	//             (triple ?m <http://e/contributesTo> ?problem)))))))
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := syntax.Parse([]byte(question), syntax.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
