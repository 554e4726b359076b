package doctor

import "testing"

// Of robots.txt the longest line that fits decides, for everybody's robot and
// Google's, and of two as long the one that allows.
func TestRobotsAreShutOutByTheLongestLine(t *testing.T) {
	for text, want := range map[string]string{
		"User-agent: *\nDisallow: /\n":                                         "Disallow: /",
		"User-agent: *\nDisallow:\n":                                           "",
		"User-agent: *\nAllow: /\n":                                            "",
		"User-agent: *\nDisallow: /\nAllow: /data/\n":                          "",
		"User-agent: *\nAllow: /\nDisallow: /data/\n":                          "Disallow: /data/",
		"User-agent: Googlebot\nUser-agent: other\nDisallow: /*\n":             "Disallow: /",
		"User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /private/": "",
		"User-agent: *\nDisallow: / # all\n":                                   "Disallow: /",
	} {
		if got := shutOut([]byte(text), "/data/"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A sitemap is well-formed, and its addresses are whole.
func TestASitemapIsXMLWithWholeAddresses(t *testing.T) {
	for text, good := range map[string]bool{
		"<urlset><url><loc>https://w3id.org/x</loc></url></urlset>": true,
		"<urlset><url><loc>/x</loc></url></urlset>":                 false,
		"<urlset><url><loc>https://w3id.org/x</url></urlset>":       false,
		"<urlset>": false,
	} {
		if found := wrongSitemap([]byte(text)); (found == "") != good {
			t.Errorf("%s: %q", text, found)
		}
	}
}
