// Package publication holds what a publisher says of what is published: who,
// under which licence, where and when. It is written in a publication.yaml.
package publication

// Text is a text in the two languages of the project.
type Text struct{ NB, EN string }

// Publication is what a publisher says of what is published.
type Publication struct{}
