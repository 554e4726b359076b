package offer

import "policygraph/exports/authority"

// licences are the pages of licences that search engines and assessors know, by
// the codes of the EU table.
var licences = map[string]string{
	"CC0":         "https://creativecommons.org/publicdomain/zero/1.0/",
	"CC_BY_3_0":   "https://creativecommons.org/licenses/by/3.0/",
	"CC_BY_4_0":   "https://creativecommons.org/licenses/by/4.0/",
	"CC_BYSA_4_0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"CC_BYNC_4_0": "https://creativecommons.org/licenses/by-nc/4.0/",
	"NLOD_1_0":    "https://data.norge.no/nlod/no/1.0",
	"NLOD_2_0":    "https://data.norge.no/nlod/no/2.0",
	"ODC_BY":      "https://opendatacommons.org/licenses/by/1-0/",
	"ODC_BL":      "https://opendatacommons.org/licenses/odbl/1-0/",
	"ODC_PDDL":    "https://opendatacommons.org/licenses/pddl/1-0/",
}

// Licence is the page of a licence, or its address in the EU table.
func Licence(code string) string {
	if page, ok := licences[code]; ok {
		return page
	}
	term, ok := authority.Licence.Term(code)
	if !ok {
		return ""
	}
	return term.IRI()
}
