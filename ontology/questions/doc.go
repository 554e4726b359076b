// Package questions holds the questions that the graph is for, as SPARQL that
// anybody can run, and reads more of them from a folder.
//
// A question is a file NAME.rq. It begins with comments that say what is asked
// and which parameters there are:
//
//	# question-nb: Hva er undersøkt uten at det ble funnet noen virkning?
//	# question-en: What has been looked into without any effect being found?
//	# note-nb: …
//	# note-en: …
//	# parameter: horizon horizon any short long
//	# help-nb: Tidshorisonten utfallet er målt på.
//	# help-en: The time horizon the outcome was measured at.
//
// The two questions are required; a note, and help on the parameter before it,
// stand in both languages or in none. After a parameter's name comes its kind,
// then its default (none, or any: every value), then the values allowed, where
// they are fewer than the kind has. See [Kinds].
//
// Then comes a query. It is valid as it stands, and asks with the defaults. The
// value of a parameter is given to it in a line of its own,
//
//	VALUES ?given_horizon { UNDEF }
//
// as often as the query needs it, and [Question.Bind] changes what stands
// between the braces of these lines and nothing else. UNDEF means any, so a
// query asks
//
//	FILTER (!BOUND(?given_horizon) || ?horizon = ?given_horizon)
//
// What Bind writes is an address that it has put together itself from a known
// beginning and a checked slug, a word of a fixed list, or a number: no text of
// the person who asks gets into the query.
//
// The questions need nothing inferred. They are asked of the union of all
// graphs, with the ontology loaded beside the data: the labels of codes and the
// causal strength of designs stand there.
package questions

//go:generate go run ./internal/gen
