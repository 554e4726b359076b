package path_test

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/path"
	"policygraph/graph/path/token"
	"policygraph/graph/turtle"
)

func Example() {
	const text = `@prefix : <http://e/> .
		:tutoring :targets :reading . :reading :leadsTo :grades . :grades :contributesTo :dropout .`
	var b graph.Builder
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{}) {
		if err != nil {
			fmt.Println(err)
		}
		if err := b.Add(q); err != nil {
			fmt.Println(err)
		}
	}
	d := b.Dataset()

	p, err := path.Parse("targets/leadsTo*/:contributesTo", path.Options{
		Options: token.Options{Prefixes: map[string]string{"": "http://e/"}},
		Resolve: func(name string) (quad.IRI, bool) { return quad.IRI("http://e/" + name), true },
	})
	if err != nil {
		fmt.Println(err)
	}
	c := path.Compile(p, d.Graph(0))
	for start, end := range c.Pairs() {
		fmt.Println(d.Term(start), "reaches", d.Term(end))
		for hops := range c.Hops(start, end, path.HopOptions{Shortest: true}) {
			for _, h := range hops {
				fmt.Println(" ", d.Term(h.Predicate), d.Term(h.To()))
			}
		}
	}
	// Output:
	// <http://e/tutoring> reaches <http://e/dropout>
	//   <http://e/targets> <http://e/reading>
	//   <http://e/leadsTo> <http://e/grades>
	//   <http://e/contributesTo> <http://e/dropout>
}

func ExampleParse_error() {
	_, err := path.Parse("targets//leadsTo", path.Options{
		Resolve: func(name string) (quad.IRI, bool) { return quad.IRI("http://e/" + name), true },
	})
	fmt.Println(err)
	fmt.Print(err.(*path.Error).Picture())
	// Output:
	// 1:9: expected a path, found "/"
	// targets//leadsTo
	//         ^
}
