package sparql_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"policygraph/graph"
	"policygraph/graph/sparql"
	"policygraph/graph/sparql/syntax"
	"policygraph/graph/turtle"
)

func Example() {
	const text = `PREFIX : <http://example.org/>
		:tax :targets :prices . :prices :leadsTo :demand . :demand :contributesTo :smoking .`
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{}) {
		if err != nil {
			log.Fatal(err)
		}
		if err := b.Add(q); err != nil {
			log.Fatal(err)
		}
	}
	q, err := syntax.Parse([]byte(`PREFIX : <http://example.org/>
		SELECT ?measure ?problem { ?measure :targets/:leadsTo*/:contributesTo ?problem }`), syntax.Options{})
	if err != nil {
		log.Fatal(err)
	}
	plan, err := sparql.Prepare(q, b.Dataset(), sparql.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for solution, err := range plan.Run(context.Background()).Solutions() {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(solution.Term(0), solution.Term(1))
	}
	// Output: <http://example.org/tax> <http://example.org/smoking>
}
