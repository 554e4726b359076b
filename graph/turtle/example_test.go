package turtle_test

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"policygraph/graph/turtle"
)

func ExampleRead() {
	text := `
		@prefix e: <http://example.org/> .
		e:measure e:targets e:mechanism ;
			e:label "Rådgivning"@nb, "Counselling"@en .`
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(q.Subject, q.Predicate, q.Object)
	}
	// Output:
	// <http://example.org/measure> <http://example.org/targets> <http://example.org/mechanism>
	// <http://example.org/measure> <http://example.org/label> "Rådgivning"@nb
	// <http://example.org/measure> <http://example.org/label> "Counselling"@en
}

func ExampleNewWriter() {
	w := turtle.NewWriter(os.Stdout, turtle.WriteOptions{
		Prefixes: []turtle.Prefix{{Name: "e", IRI: "http://example.org/"}},
	})
	text := "<http://example.org/study> a <http://example.org/Study> ; <http://example.org/year> 2020, 2021 ."
	for q, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{}) {
		if err == nil {
			err = w.WriteQuad(q)
		}
		if err != nil {
			fmt.Println(err)
		}
	}
	if err := w.Close(); err != nil {
		fmt.Println(err)
	}
	// Output:
	// @prefix e: <http://example.org/> .
	//
	// e:study a e:Study ;
	//     e:year 2020, 2021 .
}

func ExampleSyntaxError_Picture() {
	text := "@prefix e: <http://example.org/> .\n\te:tiltak e:navn 'Rådgivning' e:problem .\n"
	for _, err := range turtle.Read(strings.NewReader(text), turtle.ReadOptions{Name: "tiltak.ttl"}) {
		var mistake *turtle.SyntaxError
		if errors.As(err, &mistake) {
			fmt.Printf("%v\n%s", mistake, strings.ReplaceAll(mistake.Picture(), "\t", "    "))
		}
	}
	// Output:
	// tiltak.ttl:2:31: expected ".", found "e:problem"
	//     e:tiltak e:navn 'Rådgivning' e:problem .
	//                                  ^
}
