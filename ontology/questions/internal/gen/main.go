// Command gen writes docs/questions.md from the built-in questions. It runs in
// the folder of package questions, by go generate.
package main

import (
	"fmt"
	"os"

	"policygraph/ontology/questions"
)

const target = "../../docs/questions.md"

func main() {
	if err := os.WriteFile(target, page(questions.All()), 0o644); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
