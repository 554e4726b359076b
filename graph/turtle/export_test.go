package turtle

// Documents are the documents of the tables of tests, good and bad.
func Documents(syntax Syntax) (all []string) {
	const head = "@prefix e: <http://e/> .\n"
	if syntax.Lines() {
		for _, c := range lineForms {
			all = append(all, c.text)
		}
		for _, c := range lineErrors {
			all = append(all, c.text)
		}
		return all
	}
	for _, c := range turtleForms {
		all = append(all, head+c.text)
	}
	for _, c := range turtleErrors {
		all = append(all, head+c.text)
	}
	for _, c := range trigForms {
		all = append(all, head+c.text)
	}
	for _, c := range trigErrors {
		all = append(all, head+c.text)
	}
	return all
}
