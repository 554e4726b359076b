package network

import (
	"strings"
	"unicode/utf8"
)

// look is how the nodes of a kind are drawn.
type look struct {
	color               [3]uint8
	gexf, yed, graphviz string // shapes
}

// looks tell kinds apart by colour and by shape, since not everybody sees both.
// The colours are those of Okabe and Ito, which colour-blind people can tell
// apart.
var looks = map[string]look{
	"problem":    {[3]uint8{213, 94, 0}, "square", "rectangle", "box"},
	"mechanism":  {[3]uint8{230, 159, 0}, "disc", "ellipse", "ellipse"},
	"measure":    {[3]uint8{86, 180, 233}, "triangle", "hexagon", "hexagon"},
	"outcome":    {[3]uint8{0, 158, 115}, "diamond", "diamond", "diamond"},
	"population": {[3]uint8{240, 228, 66}, "disc", "octagon", "octagon"},
	"claim":      {[3]uint8{204, 121, 167}, "square", "roundrectangle", "box"},
	"finding":    {[3]uint8{0, 114, 178}, "disc", "roundrectangle", "box"},
	"judgement":  {[3]uint8{148, 103, 189}, "diamond", "parallelogram", "parallelogram"},
	"gap":        {[3]uint8{255, 255, 255}, "disc", "octagon", "octagon"},
	"conflict":   {[3]uint8{200, 30, 30}, "triangle", "triangle", "triangle"},
}

// plain is how all other nodes are drawn.
var plain = look{[3]uint8{200, 200, 200}, "square", "rectangle", "box"}

func lookOf(kind string) look {
	if l, ok := looks[kind]; ok {
		return l
	}
	return plain
}

const hexadecimal = "0123456789ABCDEF"

// hex is the colour as "#D55E00".
func (l look) hex() string {
	text := []byte{'#'}
	for _, c := range l.color {
		text = append(text, hexadecimal[c>>4], hexadecimal[c&15])
	}
	return string(text)
}

// ink is a colour of text that can be read on the colour.
func (l look) ink() string {
	if 299*int(l.color[0])+587*int(l.color[1])+114*int(l.color[2]) < 128_000 {
		return "#FFFFFF"
	}
	return "#000000"
}

// columns is how many characters of a label stand on one line.
const columns = 28

// wrap breaks a label into lines at its spaces.
func wrap(label string) (lines []string) {
	line := ""
	for _, word := range strings.Fields(label) {
		if line != "" && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > columns {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimPrefix(line+" "+word, " ")
	}
	return append(lines, line)
}
