// Package publication holds what a publisher says of what is published: who,
// under which licence, where and when. It is written in a publication.yaml, and
// what that does not say is as in the one that is built in. Mistakes are found all
// at once, each with its line and column.
package publication
