package reviews

import (
	"regexp"
	"strings"
)

// yamlSlip is a mistake in YAML that people often make. It is known by what the
// parser says and by how the line looks where it stopped.
type yamlSlip struct {
	says    string // what the words of the parser hold
	line    *regexp.Regexp
	message Wording
	next    bool // it is the next line that is wrong
}

var (
	anyLine   = regexp.MustCompile(``)
	tabbed    = regexp.MustCompile(`^[ -]*\t`)
	glued     = regexp.MustCompile(`^\s*(- +)*[A-Za-z_]+:[^\s/]`)
	twoColons = regexp.MustCompile(`^\s*(- +)*[A-Za-z_]+: +[^\s"'\[{|>].*:(\s|$)`)
	keyed     = regexp.MustCompile(`^\s+(- +)*[A-Za-z_]+:(\s|$)`)
	oneColon  = regexp.MustCompile(`^\s*(- +)*[A-Za-z_]+:(\s|$)`)
)

// yamlSlips are tried in order.
var yamlSlips = []yamlSlip{
	{"", tabbed, msgYAMLTab, false},
	{"could not find end character of", anyLine, msgYAMLQuote, false},
	{"map key-value is pre-defined", keyed, msgYAMLIndent, false},
	{"map key-value is pre-defined", anyLine, msgYAMLAfterQuote, false},
	{"must be specified", anyLine, msgYAMLBracket, false},
	{"token ']' not found", anyLine, msgYAMLBracket, false},
	{"could not find flow map", anyLine, msgYAMLBracket, false},
	{"mapping value is not allowed", twoColons, msgYAMLColon, false},
	{"mapping value is not allowed", oneColon, msgYAMLIndent, true},
	{"value is not allowed", keyed, msgYAMLIndent, false},
	{"non-map value", glued, msgYAMLGlued, false},
	{"unexpected key name", glued, msgYAMLGlued, false},
	{"already defined at", oneColon, msgYAMLTwice, false},
}

// explained says what is wrong in words of ours where the mistake is a common
// one, else in those of the parser.
func explained(text, reason string, at Source) (Message, Source) {
	lines := strings.Split(text, "\n")
	line := lines[min(at.Line, len(lines))-1]
	for _, slip := range yamlSlips {
		inside := slip.line == keyed && at.Column > 1+indentOf(line) // the key is not what is wrong
		if !strings.Contains(reason, slip.says) || !slip.line.MatchString(line) || inside {
			continue
		}
		if slip.next && at.Line < len(lines) {
			line = lines[at.Line]
			at = Source{at.File, at.Line + 1, indentOf(line) + 1, 0}
		}
		return slip.message.with(), at
	}
	return msgNotYAML.with(visible(reason)), at
}
