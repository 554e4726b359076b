package vocab

import "github.com/cayleygraph/quad"

// Terms of other vocabularies, as far as the project speaks them. A name is the
// vocabulary's prefix in capitals and the local name.

// RDF and RDF Schema.
const (
	RDFNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

	RDFType       quad.IRI = RDFNamespace + "type"
	RDFFirst      quad.IRI = RDFNamespace + "first"
	RDFRest       quad.IRI = RDFNamespace + "rest"
	RDFNil        quad.IRI = RDFNamespace + "nil"
	RDFLangString quad.IRI = RDFNamespace + "langString"

	RDFSNamespace = "http://www.w3.org/2000/01/rdf-schema#"

	RDFSLabel         quad.IRI = RDFSNamespace + "label"
	RDFSSubClassOf    quad.IRI = RDFSNamespace + "subClassOf"
	RDFSSubPropertyOf quad.IRI = RDFSNamespace + "subPropertyOf"
	RDFSDomain        quad.IRI = RDFSNamespace + "domain"
	RDFSRange         quad.IRI = RDFSNamespace + "range"
	RDFSIsDefinedBy   quad.IRI = RDFSNamespace + "isDefinedBy"
	RDFSSeeAlso       quad.IRI = RDFSNamespace + "seeAlso"
)

// OWL.
const (
	OWLNamespace = "http://www.w3.org/2002/07/owl#"

	OWLOntology            quad.IRI = OWLNamespace + "Ontology"
	OWLClass               quad.IRI = OWLNamespace + "Class"
	OWLObjectProperty      quad.IRI = OWLNamespace + "ObjectProperty"
	OWLDatatypeProperty    quad.IRI = OWLNamespace + "DatatypeProperty"
	OWLAnnotationProperty  quad.IRI = OWLNamespace + "AnnotationProperty"
	OWLTransitiveProperty  quad.IRI = OWLNamespace + "TransitiveProperty"
	OWLSymmetricProperty   quad.IRI = OWLNamespace + "SymmetricProperty"
	OWLIrreflexiveProperty quad.IRI = OWLNamespace + "IrreflexiveProperty"
	OWLAllDisjointClasses  quad.IRI = OWLNamespace + "AllDisjointClasses"
	OWLInverseOf           quad.IRI = OWLNamespace + "inverseOf"
	OWLMembers             quad.IRI = OWLNamespace + "members"
	OWLPropertyChainAxiom  quad.IRI = OWLNamespace + "propertyChainAxiom"
	OWLVersionIRI          quad.IRI = OWLNamespace + "versionIRI"
	OWLVersionInfo         quad.IRI = OWLNamespace + "versionInfo"
	OWLDeprecated          quad.IRI = OWLNamespace + "deprecated"

	OWLNegativePropertyAssertion quad.IRI = OWLNamespace + "NegativePropertyAssertion"
	OWLSourceIndividual          quad.IRI = OWLNamespace + "sourceIndividual"
	OWLAssertionProperty         quad.IRI = OWLNamespace + "assertionProperty"
	OWLTargetIndividual          quad.IRI = OWLNamespace + "targetIndividual"
)

// XML Schema datatypes.
const (
	XSDNamespace = "http://www.w3.org/2001/XMLSchema#"

	XSDString             quad.IRI = XSDNamespace + "string"
	XSDBoolean            quad.IRI = XSDNamespace + "boolean"
	XSDInteger            quad.IRI = XSDNamespace + "integer"
	XSDNonNegativeInteger quad.IRI = XSDNamespace + "nonNegativeInteger"
	XSDDecimal            quad.IRI = XSDNamespace + "decimal"
	XSDGYear              quad.IRI = XSDNamespace + "gYear"
	XSDDate               quad.IRI = XSDNamespace + "date"
	XSDDateTime           quad.IRI = XSDNamespace + "dateTime"
	XSDAnyURI             quad.IRI = XSDNamespace + "anyURI"
)

// SKOS.
const (
	SKOSNamespace = "http://www.w3.org/2004/02/skos/core#"

	SKOSConcept       quad.IRI = SKOSNamespace + "Concept"
	SKOSConceptScheme quad.IRI = SKOSNamespace + "ConceptScheme"
	SKOSPrefLabel     quad.IRI = SKOSNamespace + "prefLabel"
	SKOSAltLabel      quad.IRI = SKOSNamespace + "altLabel"
	SKOSDefinition    quad.IRI = SKOSNamespace + "definition"
	SKOSScopeNote     quad.IRI = SKOSNamespace + "scopeNote"
	SKOSNotation      quad.IRI = SKOSNamespace + "notation"
	SKOSBroader       quad.IRI = SKOSNamespace + "broader"
	SKOSInScheme      quad.IRI = SKOSNamespace + "inScheme"
	SKOSTopConceptOf  quad.IRI = SKOSNamespace + "topConceptOf"
	SKOSExactMatch    quad.IRI = SKOSNamespace + "exactMatch"
	SKOSCloseMatch    quad.IRI = SKOSNamespace + "closeMatch"
	SKOSBroadMatch    quad.IRI = SKOSNamespace + "broadMatch"
	SKOSNarrowMatch   quad.IRI = SKOSNamespace + "narrowMatch"
	SKOSRelatedMatch  quad.IRI = SKOSNamespace + "relatedMatch"
)

// DCMI Metadata Terms.
const (
	DCTNamespace = "http://purl.org/dc/terms/"

	DCTAccessRights          quad.IRI = DCTNamespace + "accessRights"
	DCTBibliographicCitation quad.IRI = DCTNamespace + "bibliographicCitation"
	DCTConformsTo            quad.IRI = DCTNamespace + "conformsTo"
	DCTCreated               quad.IRI = DCTNamespace + "created"
	DCTCreator               quad.IRI = DCTNamespace + "creator"
	DCTDescription           quad.IRI = DCTNamespace + "description"
	DCTFormat                quad.IRI = DCTNamespace + "format"
	DCTIdentifier            quad.IRI = DCTNamespace + "identifier"
	DCTIsPartOf              quad.IRI = DCTNamespace + "isPartOf"
	DCTIsReplacedBy          quad.IRI = DCTNamespace + "isReplacedBy"
	DCTIssued                quad.IRI = DCTNamespace + "issued"
	DCTLanguage              quad.IRI = DCTNamespace + "language"
	DCTLicense               quad.IRI = DCTNamespace + "license"
	DCTModified              quad.IRI = DCTNamespace + "modified"
	DCTPeriodOfTime          quad.IRI = DCTNamespace + "PeriodOfTime"
	DCTPublisher             quad.IRI = DCTNamespace + "publisher"
	DCTSource                quad.IRI = DCTNamespace + "source"
	DCTSpatial               quad.IRI = DCTNamespace + "spatial"
	DCTSubject               quad.IRI = DCTNamespace + "subject"
	DCTTemporal              quad.IRI = DCTNamespace + "temporal"
	DCTTitle                 quad.IRI = DCTNamespace + "title"
	DCTType                  quad.IRI = DCTNamespace + "type"
)

// PROV-O.
const (
	PROVNamespace = "http://www.w3.org/ns/prov#"

	PROVActivity          quad.IRI = PROVNamespace + "Activity"
	PROVAgent             quad.IRI = PROVNamespace + "Agent"
	PROVEntity            quad.IRI = PROVNamespace + "Entity"
	PROVSoftwareAgent     quad.IRI = PROVNamespace + "SoftwareAgent"
	PROVGeneratedAtTime   quad.IRI = PROVNamespace + "generatedAtTime"
	PROVHadPrimarySource  quad.IRI = PROVNamespace + "hadPrimarySource"
	PROVUsed              quad.IRI = PROVNamespace + "used"
	PROVWasAssociatedWith quad.IRI = PROVNamespace + "wasAssociatedWith"
	PROVWasAttributedTo   quad.IRI = PROVNamespace + "wasAttributedTo"
	PROVWasDerivedFrom    quad.IRI = PROVNamespace + "wasDerivedFrom"
	PROVWasGeneratedBy    quad.IRI = PROVNamespace + "wasGeneratedBy"
)

// Bibliography: BIBO, CiTO, FOAF and the MARC relators.
const (
	BIBONamespace = "http://purl.org/ontology/bibo/"

	BIBODocument     quad.IRI = BIBONamespace + "Document"
	BIBODocumentPart quad.IRI = BIBONamespace + "DocumentPart"
	BIBODoi          quad.IRI = BIBONamespace + "doi"
	BIBOSection      quad.IRI = BIBONamespace + "section"

	CITONamespace = "http://purl.org/spar/cito/"

	CITOCites quad.IRI = CITONamespace + "cites"

	FOAFNamespace = "http://xmlns.com/foaf/0.1/"

	FOAFAgent quad.IRI = FOAFNamespace + "Agent"
	FOAFName  quad.IRI = FOAFNamespace + "name"
	FOAFPage  quad.IRI = FOAFNamespace + "page"

	MARCRelNamespace = "http://id.loc.gov/vocabulary/relators/"

	// MARCRelCommissioner is marcrel:pat, whose own label is Patron: the
	// person or organization that commissioned a work.
	MARCRelCommissioner quad.IRI = MARCRelNamespace + "pat"
)

// Datasets: DCAT, VoID, and the code list of a property from RDF Data Cube.
const (
	DCATNamespace = "http://www.w3.org/ns/dcat#"

	DCATCatalog      quad.IRI = DCATNamespace + "Catalog"
	DCATDataset      quad.IRI = DCATNamespace + "Dataset"
	DCATDistribution quad.IRI = DCATNamespace + "Distribution"
	DCATDataService  quad.IRI = DCATNamespace + "DataService"
	DCATStartDate    quad.IRI = DCATNamespace + "startDate"
	DCATEndDate      quad.IRI = DCATNamespace + "endDate"

	VOIDNamespace = "http://rdfs.org/ns/void#"

	VOIDDataset    quad.IRI = VOIDNamespace + "Dataset"
	VOIDTriples    quad.IRI = VOIDNamespace + "triples"
	VOIDURISpace   quad.IRI = VOIDNamespace + "uriSpace"
	VOIDVocabulary quad.IRI = VOIDNamespace + "vocabulary"

	QBNamespace = "http://purl.org/linked-data/cube#"

	QBCodeList quad.IRI = QBNamespace + "codeList"
)

// EU authority tables; a code of the table follows, such as SWE or NOB.
const (
	EUCountryNamespace   = "http://publications.europa.eu/resource/authority/country/"
	EUContinentNamespace = "http://publications.europa.eu/resource/authority/continent/"
	EULanguageNamespace  = "http://publications.europa.eu/resource/authority/language/"
)
