// Package start makes the folder of a new review, with an example in it that
// shows every table and every column, and that passes policygraph check as it
// stands. The example is made up: a curator overwrites it.
package start

// Options say what the new review is called and how its tables are written.
type Options struct {
	ID    string // the short name; not empty
	Title string // in the language of Lang; empty: the title of the example
	Lang  string // nb or en: the language of the review, its text and the README
	YAML  bool   // write the tables as YAML with comments, not as CSV
}
