package reviews

import (
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/ontology/vocab"
)

// countryCodes are the codes of ISO 3166-1 alpha-3, in order.
const countryCodes = `
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL
BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM
DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY
HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY
LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM
NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU
SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON
TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE`

// continentCodes are the continents of the authority table of the EU; data from
// Europe as a whole are from EUROPE.
const continentCodes = `AFRICA AMERICA ANTARCTICA ASIA EUROPE OCEANIA`

// countryNames are what people write instead of a code, by code: the two-letter
// code, the English and the Norwegian name. They serve hints only.
var countryNames = map[string]string{
	"AUS": "AU Australia", "AUT": "AT Austria Østerrike", "BEL": "BE Belgium Belgia", "BGR": "BG Bulgaria",
	"CAN": "CA Canada", "CHE": "CH Switzerland Sveits", "CYP": "CY Cyprus Kypros", "CZE": "CZ Czechia Tsjekkia",
	"DEU": "DE Germany Tyskland GER", "DNK": "DK Denmark Danmark DEN", "ESP": "ES Spain Spania", "EST": "EE Estonia Estland",
	"FIN": "FI Finland", "FRA": "FR France Frankrike", "GBR": "GB UK England Storbritannia", "GRC": "GR Greece Hellas",
	"HRV": "HR Croatia Kroatia", "HUN": "HU Hungary Ungarn", "IRL": "IE Ireland Irland", "ISL": "IS Iceland Island",
	"ISR": "IL Israel", "ITA": "IT Italy Italia", "JPN": "JP Japan", "LTU": "LT Lithuania Litauen", "LUX": "LU Luxembourg",
	"LVA": "LV Latvia", "MLT": "MT Malta", "NLD": "NL Netherlands Nederland", "NOR": "NO Norway Norge Noreg",
	"NZL": "NZ", "POL": "PL Poland Polen", "PRT": "PT Portugal", "ROU": "RO Romania", "SVK": "SK Slovakia",
	"SVN": "SI Slovenia", "SWE": "SE Sweden Sverige", "TUR": "TR Turkey Tyrkia", "USA": "US",
	"EUROPE": "Europa EU",
}

var (
	countryIRIs = func() map[string]quad.IRI {
		m := map[string]quad.IRI{}
		for c := range strings.FieldsSeq(countryCodes) {
			m[c] = quad.IRI(vocab.EUCountryNamespace + c)
		}
		for c := range strings.FieldsSeq(continentCodes) {
			m[c] = quad.IRI(vocab.EUContinentNamespace + c)
		}
		return m
	}()
	countryByName = func() map[string]string {
		m := map[string]string{}
		for code, names := range countryNames {
			for n := range strings.FieldsSeq(names) {
				m[Slug(n)] = code
			}
		}
		return m
	}()
)

// countryMeant guesses the code behind a name, a two-letter code or a slip.
func countryMeant(found string) string {
	if code, ok := countryByName[Slug(found)]; ok {
		return code
	}
	if up := strings.ToUpper(found); countryIRIs[up] != "" {
		return up
	}
	return ""
}
