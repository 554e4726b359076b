package pages

import (
	"fmt"
	"strings"

	"policygraph/exports/artifact"
)

// lang is a language of the pages.
type lang string

// The languages, as their tags.
const (
	nb lang = "nb"
	en lang = "en"
)

// of chooses between the two languages of a text.
func (l lang) of(t artifact.Text) string {
	if l == nb {
		return t.NB
	}
	return t.EN
}

// word is a word of the pages. Where it has verbs, they are those of fmt.
func (l lang) word(key string, values ...any) string {
	pair, ok := words[key]
	if !ok {
		panic("pages: no word for " + key) // the keys are constants
	}
	w := l.of(pair)
	if len(values) > 0 {
		return fmt.Sprintf(w, values...)
	}
	return w
}

// size is a number of bytes for people.
func (l lang) size(bytes int64) string {
	unit, n := "B", float64(bytes)
	for _, next := range []string{"kB", "MB", "GB"} {
		if n < 1000 {
			break
		}
		unit, n = next, n/1000
	}
	text := fmt.Sprintf("%.1f", n)
	if unit == "B" || n >= 100 {
		text = fmt.Sprintf("%.0f", n)
	}
	if l == nb {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text + "\u00a0" + unit
}

// words are the words of the pages that neither the data nor the publisher has.
var words = map[string]artifact.Text{
	// the frame
	"skip":      {NB: "Gå til innholdet", EN: "Skip to content"},
	"contents":  {NB: "Innhold", EN: "Contents"},
	"languages": {NB: "Språk", EN: "Languages"},
	"trail":     {NB: "Du er her", EN: "You are here"},
	"permalink": {NB: "Fast lenke til %s", EN: "Permanent link to %s"},
	"made":      {NB: "Denne siden er laget av programmet policygraph, fra de samme opplysningene som datakatalogen.", EN: "This page is made by the program policygraph, from what the data catalogue says."},

	// the front page
	"datasets":       {NB: "Datasett", EN: "Datasets"},
	"more":           {NB: "Om datasettet og alle filene", EN: "About the dataset, with all files"},
	"read-on":        {NB: "Les og slå opp", EN: "Read and look up"},
	"concepts-page":  {NB: "Begrepene", EN: "The concepts"},
	"concepts-about": {NB: "alle problemer, mekanismer, tiltak, utfall, grupper og koder, med definisjoner", EN: "every problem, mechanism, measure, outcome, population and code, with definitions"},
	"map":            {NB: "Kart over kunnskapshull", EN: "Map of evidence gaps"},
	"map-about":      {NB: "hva som er undersøkt, og hva ingen har undersøkt", EN: "what has been studied, and what nobody has studied"},
	"reference":      {NB: "Ontologien", EN: "The ontology"},
	"reference-about": {NB: "hver klasse, egenskap og kode, med eksempler",
		EN: "every class, property and code, with examples"},
	"documentation":  {NB: "Dokumentasjon", EN: "Documentation"},
	"others":         {NB: "Andre filer", EN: "Other files"},
	"programs":       {NB: "For programmer", EN: "For programs"},
	"programs-about": {NB: "Katalogen, beskrivelsene og lenkene som maskiner leser.", EN: "The catalogue, the descriptions and the links that machines read."},
	"services":       {NB: "Tjenester", EN: "Services"},

	// a dataset
	"facts":     {NB: "Opplysninger", EN: "Facts"},
	"address":   {NB: "Adresse", EN: "Address"},
	"doi":       {NB: "DOI", EN: "DOI"},
	"publisher": {NB: "Utgiver", EN: "Publisher"},
	"contact":   {NB: "Kontakt", EN: "Contact"},
	"licence":   {NB: "Lisens", EN: "Licence"},
	"rights":    {NB: "Vilkår", EN: "Conditions"},
	"access":    {NB: "Tilgang", EN: "Access"},
	"issued":    {NB: "Utgitt", EN: "Published"},
	"modified":  {NB: "Endret", EN: "Changed"},
	"version":   {NB: "Versjon", EN: "Version"},
	"notes":     {NB: "Nytt i denne versjonen", EN: "New in this version"},
	"language":  {NB: "Språk", EN: "Languages"},
	"period":    {NB: "Data fra", EN: "Data from"},
	"period-of": {NB: "%s til %s", EN: "%s to %s"},
	"places":    {NB: "Gjelder", EN: "About"},
	"based-on":  {NB: "Laget fra", EN: "Made from"},
	"made-how":  {NB: "Slik er dataene laget", EN: "How the data were made"},
	"funding":   {NB: "Finansiering", EN: "Funding"},
	"keywords":  {NB: "Stikkord", EN: "Keywords"},
	"variables": {NB: "Utfall som er målt", EN: "Outcomes measured"},
	"part-of":   {NB: "Del av", EN: "Part of"},
	"parts":     {NB: "Består av", EN: "Consists of"},
	"catalog":   {NB: "Katalog", EN: "Catalogue"},
	"downloads": {NB: "Last ned", EN: "Download"},
	"file":      {NB: "Fil", EN: "File"},
	"what":      {NB: "Innhold", EN: "What it is"},
	"format":    {NB: "Format", EN: "Format"},
	"size":      {NB: "Størrelse", EN: "Size"},
	"sums":      {NB: "SHA-256-summene til alle filene står i", EN: "The SHA-256 of every file is in"},
	"cite":      {NB: "Slik siterer du", EN: "How to cite"},
	"cite-data": {NB: "Datasett", EN: "Data set"},
	"cite-file": {NB: "For referanseprogrammer", EN: "For reference managers"},
	"terms":     {NB: "Vilkår og kontakt", EN: "Conditions and contact"},
	"files-in":  {NB: "%d filer i mappen %s", EN: "%d files in the folder %s"},

	// the concepts
	"concepts-title": {NB: "Begreper og koder", EN: "Concepts and codes"},
	"concepts-lead":  {NB: "Alle begreper som dataene bruker, med definisjon og fast adresse. Kodelistene står til slutt.", EN: "Every concept that the data use, with its definition and permanent address. The code lists stand last."},
	"also-called":    {NB: "Også kalt", EN: "Also called"},
	"in-nb":          {NB: "På bokmål", EN: "In Norwegian"},
	"in-nn":          {NB: "På nynorsk", EN: "In Norwegian (Nynorsk)"},
	"in-en":          {NB: "På engelsk", EN: "In English"},
	"broader":        {NB: "Overordnet", EN: "Broader"},
	"narrower":       {NB: "Underordnet", EN: "Narrower"},
	"exactMatch":     {NB: "Det samme som", EN: "Same as"},
	"closeMatch":     {NB: "Nesten det samme som", EN: "Nearly the same as"},
	"broadMatch":     {NB: "Snevrere enn", EN: "Narrower than"},
	"narrowMatch":    {NB: "Videre enn", EN: "Broader than"},
	"relatedMatch":   {NB: "Har med å gjøre", EN: "Related to"},
	"document":       {NB: "Alt som sies om det", EN: "All that is said of it"},
	"codes":          {NB: "Kodelister", EN: "Code lists"},
	"code":           {NB: "Kode", EN: "Code"},
	"self":           {NB: "Norsk bokmål", EN: "English"},
}
