package start

import "policygraph/reviews"

// row is a row of the example: what stands in its columns, with | between
// several values and {id} for the short name of the review. Columns that are
// empty are left out.
type row map[string]string

// examples are the rows of each table. They are invented, and say so.
var examples = map[reviews.Kind][]row{
	reviews.KindProblem: {{
		"id": "example-leaving-early", "label_nb": "Eksempel: tidlig slutt i jobben", "label_en": "Example: leaving a job early",
		"alt_en":        "Example: short stays in a job",
		"definition_nb": "Oppdiktet problem. Folk slutter i jobben før de selv vil.", "definition_en": "Invented problem. People leave a job before they wish to.",
		"level": "macro|micro",
	}},
	reviews.KindMechanism: {{
		"id": "example-shorter-way", "label_nb": "Eksempel: kortere vei", "label_en": "Example: shorter way",
		"definition_nb": "Oppdiktet mekanisme. Veien til jobben tar mindre tid.", "definition_en": "Invented mechanism. The way to work takes less time.",
		"level": "micro",
	}},
	reviews.KindMeasure: {{
		"id": "example-bicycle-loans", "label_nb": "Eksempel: utlån av sykler", "label_en": "Example: bicycle loans",
		"definition_nb": "Oppdiktet tiltak. Ansatte får låne en sykkel.", "definition_en": "Invented measure. Employees may borrow a bicycle.",
		"level": "meso", "approach": "matching", "status": "tried", "note": "Nobody publishes a note.",
	}},
	reviews.KindOutcome: {{
		"id": "example-same-job", "label_nb": "Eksempel: i samme jobb", "label_en": "Example: in the same job",
		"definition_nb": "Oppdiktet utfall. Om folk er i samme jobb som før.", "definition_en": "Invented outcome. Whether people are in the same job as before.",
		"better": "higher", "timing": "retention", "indicator_of": "example-leaving-early",
	}},
	reviews.KindPopulation: {{
		"id": "example-commuters", "label_nb": "Eksempel: pendlere", "label_en": "Example: commuters",
		"definition_nb": "Oppdiktet gruppe. Folk med lang vei til jobben.", "definition_en": "Invented group. People with a long way to work.",
	}},
	reviews.KindMapping: {{
		"concept": "measure/example-bicycle-loans", "relation": "broad", "object": "https://example.org/bicycles", "object_label": "bicycles", "confidence": "0.5",
	}},
	reviews.KindSource: {
		{"id": "berg-2015", "kind": "study", "cited_as": "Berg 2015", "year": "2015", "title": "Example: a trial of bicycle loans", "country": "NOR", "mentions": "{id}:3|{id}:7",
			"note": "Invented, as is the other one."},
		{"id": "lie-2018", "kind": "study", "cited_as": "Lie 2018", "year": "2018", "mentions": "{id}:8"},
	},
	reviews.KindReview: {{
		"id": "{id}", "title_nb": "Eksempel: skriv tittelen her", "title_en": "Example: write the title here", "authors": "Kari Nordmann|Ola Nordmann",
		"publisher": "Example institute", "year": "2021", "language": "{lang}", "country": "NOR", "source_digest": "{digest}",
	}},
	reviews.KindSearch: {{
		"in": "Example database|Google Scholar", "terms_en": "bicycle loan", "languages": "nb|en", "period_from": "2000", "period_to": "2020",
		"criteria_en": "Studies with a comparison group.", "found": "120", "included": "2",
	}},
	reviews.KindSection: {
		{"number": "1", "title_nb": "Hvorfor folk slutter", "title_en": "Why people leave", "lines": "2-4"},
		{"number": "2", "title_nb": "Hva som er prøvd", "title_en": "What has been tried", "lines": "5-10"},
		{"number": "2.1", "title_nb": "Sykler", "title_en": "Bicycles", "part_of": "2", "lines": "6-9"},
	},
	reviews.KindClaim: {
		{"subject": "measure/example-bicycle-loans", "predicate": "targets", "object": "mechanism/example-shorter-way", "modality": "suggested",
			"section": "2.1", "lines": "9", "sources": "berg-2015"},
		{"subject": "mechanism/example-shorter-way", "predicate": "mitigates", "object": "problem/example-leaving-early", "modality": "asserted",
			"section": "1", "lines": "3-4", "population": "example-commuters", "sources": "berg-2015"},
	},
	reviews.KindFinding: {
		{"study": "berg-2015", "part": "same-job", "cited_as": "Berg 2015", "section": "2.1", "lines": "6-7", "measure": "example-bicycle-loans",
			"outcome": "example-same-job", "population": "example-commuters", "design": "field-experiment", "direction": "positive", "significance": "not-reported",
			"value": "62", "comparator_value": "55", "metric": "share", "horizon": "medium", "months": "24", "country": "NOR",
			"comparator_nb": "de som ikke fikk låne", "comparator_en": "those who could not borrow",
			"text_nb":  "Flere av dem som fikk låne en sykkel, var i samme jobb etter to år.",
			"text_en":  "More of those who were lent a bicycle were in the same job after two years.",
			"supports": "example-bicycle-loans.targets.example-shorter-way"},
		{"study": "lie-2018", "part": "same-job", "cited_as": "Lie 2018", "section": "2.1", "lines": "8", "measure": "example-bicycle-loans",
			"outcome": "example-same-job", "population": "example-commuters", "design": "survey", "direction": "null", "significance": "not-reported",
			"horizon": "unspecified", "text_nb": "De som lånte sykkel, sluttet like ofte som andre.", "text_en": "Those who borrowed a bicycle left as often as others."},
	},
	reviews.KindJudgement: {{
		"id": "bicycle-loans", "section": "2.1", "lines": "9", "measure": "example-bicycle-loans", "outcome": "example-same-job", "population": "example-commuters",
		"direction": "positive", "certainty": "low", "based_on": "berg-2015.same-job|lie-2018.same-job",
		"text_nb": "Utlån av sykler ser ut til å hjelpe.", "text_en": "Lending bicycles seems to help.",
	}},
	reviews.KindGap: {{
		"id": "winter", "type": "no-study", "about": "measure/example-bicycle-loans", "section": "2", "lines": "10", "search": "{id}",
		"text_nb": "Søket fant ingen studier fra vinteren.", "text_en": "The search found no study from the winter.",
	}},
	reviews.KindConflict: {{
		"id": "same-job", "members": "berg-2015.same-job|lie-2018.same-job", "explained_by": "design", "section": "2.1", "lines": "6-8",
		"text_nb": "Forsøket fant en virkning, spørreundersøkelsen ingen.", "text_en": "The trial found an effect, the survey none.",
	}},
	reviews.KindOmission: {
		{"lines": "1", "kind": "passage", "reason": "says what this text is"},
		{"lines": "2|5", "kind": "passage", "reason": "headings"},
	},
}

// texts are the plain text that the example codes, line by line the same in both
// languages.
var texts = map[string]string{
	"nb": `Eksempel: en oppdiktet tekst på ti linjer, som radene i tabellene peker på.
1 Hvorfor folk slutter
Lang vei til jobben får folk til å slutte (Berg 2015).
Der veien blir kortere, slutter færre.
2 Hva som er prøvd
I et forsøk var de som fikk låne en sykkel, oftere i samme jobb
etter to år, 62 prosent mot 55 prosent (Berg 2015).
En spørreundersøkelse fant ingen forskjell (Lie 2018).
Kanskje hjelper utlån av sykler ved at veien blir kortere.
Søket fant ingen studier fra vinteren.
`,
	"en": `Example: an invented text of ten lines, which the rows of the tables point at.
1 Why people leave
A long way to work makes people leave their jobs (Berg 2015).
Where the way becomes shorter, fewer leave.
2 What has been tried
In a trial, those who were lent a bicycle were more often in the same job
after two years, 62 per cent against 55 per cent (Berg 2015).
A survey found no difference (Lie 2018).
Perhaps lending bicycles helps by making the way shorter.
The search found no study from the winter.
`,
}
