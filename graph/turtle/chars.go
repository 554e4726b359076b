package turtle

// class is a set of lexical roles that a byte can play.
type class uint16

const (
	inIRI     class = 1 << iota // IRIREF
	inString                    // written as itself between double quotes
	shortRun                    // read as itself in a string of one line; quotes end the run
	longRun                     // read as itself in a long string; quotes end the run
	lineRun                     // read as itself in a string of N-Triples
	inName                      // PN_CHARS
	startName                   // PN_CHARS_U or digit: what a label begins with
	letter                      // [A-Za-z]
	digit                       // [0-9]
	hexDigit                    // [0-9A-Fa-f]
	localEsc                    // behind the backslash of PN_LOCAL_ESC
	space                       // WS
	dot                         // "."
	colon                       // ":"
	beyond                      // part of a character beyond ASCII
)

// classes gives the roles of each byte. A byte from 0x80 on is only beyond:
// where it matters which character that is, it has to be decoded.
var classes = func() (t [256]class) {
	for c := range t {
		t[c] = inIRI | inString | shortRun | longRun | lineRun
		if c >= 0x80 {
			t[c] = beyond
		}
	}
	set := func(chars string, add, remove class) {
		for _, c := range []byte(chars) {
			t[c] = t[c]&^remove | add
		}
	}
	for c := range byte(0x21) {
		t[c] &^= inIRI
	}
	for c := range byte(0x20) {
		t[c] &^= inString
	}
	const letters, digits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"
	set("<>\"{}|^`\\", 0, inIRI)
	set("\"\\\x7F", 0, inString)
	set("\"'\\\n\r", 0, shortRun)
	set("\"'\\", 0, longRun)
	set("\"\\\n\r", 0, lineRun)
	set(letters, letter, 0)
	set(digits, digit, 0)
	set(letters+digits+"_", inName|startName, 0)
	set("-", inName, 0)
	set(digits+"abcdefABCDEF", hexDigit, 0)
	set("_~.-!$&'()*+,;=/?#@%", localEsc, 0)
	set(" \t\r\n", space, 0)
	set(".", dot, 0)
	set(":", colon, 0)
	return t
}()

func is(c byte, roles class) bool { return classes[c]&roles != 0 }
