// Package site writes what makes the folder of an export a web site that search
// engines, assessors and harvesters can walk: sitemap and robots.txt, the links of
// everything as a link set, the well-known addresses, what a server must say with
// each file, and the rules by which permanent addresses lead to files.
//
// All of it is made from the files that were written and from what the publisher
// says, so that nothing is listed that is not there.
package site
