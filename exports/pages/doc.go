// Package pages writes what people read of an export: a front page, a page for
// each dataset and a page of all concepts, in Norwegian and English, each with the
// same facts in it in the words of schema.org.
//
// A page needs nothing but itself, and says so in its Content-Security-Policy.
// Links between files of the export are relative, so that they hold on a disk too;
// canonical addresses, language versions and typed links are absolute, and are
// left out where no files are served.
package pages
