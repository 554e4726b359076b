package doctor

// Severity says what a portal does about something.
type Severity string

// The severities, from the worst. Of the first two, an export is not healthy.
const (
	Refuse Severity = "refuse" // takes nothing
	Lose   Severity = "lose"   // takes less than there is, or deletes what it held
	Score  Severity = "score"  // takes it, and gives fewer points
	Advice Severity = "advice" // takes it; somebody may still stumble
)

// severities are all severities, from the worst.
var severities = []Severity{Refuse, Lose, Score, Advice}

// Harms reports whether a portal takes less than there is.
func (s Severity) Harms() bool { return s == Refuse || s == Lose }

// Portal is who reads an export.
type Portal string

// The portals, in the order of reports.
const (
	DataNorge  Portal = "data.norge.no"
	DataEuropa Portal = "data.europa.eu"
	CKAN       Portal = "CKAN"
	Udata      Portal = "udata"
	Google     Portal = "Google"
	Readers    Portal = "readers" // whoever downloads the files
)

// Portals are all portals, in order. A caller must not change it.
var Portals = []Portal{DataNorge, DataEuropa, CKAN, Udata, Google, Readers}
