// Package schemaorg says what is published in the words of schema.org, for search
// engines and assessors: the catalogue and its datasets, the concepts, the claims
// and the sources.
//
// Within a page the texts are in the language of the page; a file by itself has
// both, each with its language. The facts are those of the catalogue and of the
// page, read by package offer.
//
// The context is an address, which nothing else that is published has: search
// engines do not fetch it but look for this very text, and take an inline context
// for something that they do not know (docs/decisions/0551-schema-org.md).
package schemaorg

// Context is what every document names as its context.
const Context = "https://schema.org/"
