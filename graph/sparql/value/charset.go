package value

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
	"unicode"
)

// span is the characters from low to high, both included.
type span struct{ low, high rune }

// set is a set of characters: spans in order that neither meet nor touch.
type set []span

// tidy brings any spans to the form of a set. It takes s over.
func (s set) tidy() set {
	slices.SortFunc(s, func(a, b span) int { return cmp.Compare(a.low, b.low) })
	out := s[:0]
	for _, r := range s {
		if last := len(out) - 1; last >= 0 && r.low <= out[last].high+1 {
			out[last].high = max(out[last].high, r.high)
			continue
		}
		out = append(out, r)
	}
	return out
}

// not is all that is not in s.
func (s set) not() set {
	var out set
	next := rune(0)
	for _, r := range s {
		if r.low > next {
			out = append(out, span{next, r.low - 1})
		}
		next = r.high + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, span{next, unicode.MaxRune})
	}
	return out
}

// with is the union of two sets.
func (s set) with(t set) set { return append(slices.Clone(s), t...).tidy() }

// without is s less t.
func (s set) without(t set) set { return s.not().with(t).not() }

// has reports whether r is in the set.
func (s set) has(r rune) bool {
	_, found := slices.BinarySearchFunc(s, r, func(sp span, r rune) int {
		switch {
		case sp.high < r:
			return -1
		case sp.low > r:
			return 1
		}
		return 0
	})
	return found
}

// folded is s with the case variants of its characters.
func (s set) folded() set {
	out := slices.Clone(s)
	for _, r := range cased() {
		if !s.has(r) {
			continue
		}
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			out = append(out, span{f, f})
		}
	}
	return out.tidy()
}

// cased has all characters that have case variants.
var cased = sync.OnceValue(func() (all []rune) {
	for _, c := range unicode.CaseRanges {
		for r := rune(c.Lo); r <= rune(c.Hi); r++ {
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				all = append(all, r, f) // ß has no case of its own, but is a variant of one that has
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
})

// appendRE2 appends s as a character class of RE2, in which case counts.
func (s set) appendRE2(dst []byte) []byte {
	if len(s) == 0 {
		return append(dst, `[^\x00-\x{10FFFF}]`...)
	}
	dst = append(dst, "(?-i:["...)
	for _, r := range s {
		dst = appendHex(dst, r.low)
		if r.high > r.low {
			dst = appendHex(append(dst, '-'), r.high)
		}
	}
	return append(dst, "])"...)
}

func appendHex(dst []byte, r rune) []byte {
	dst = strconv.AppendInt(append(dst, `\x{`...), int64(r), 16)
	return append(dst, '}')
}

// ofTables is the union of tables of the package unicode.
func ofTables(tables ...*unicode.RangeTable) set {
	var s set
	add := func(low, high, stride rune) {
		if stride == 1 {
			s = append(s, span{low, high})
			return
		}
		for r := low; r <= high; r += stride {
			s = append(s, span{r, r})
		}
	}
	for _, t := range tables {
		for _, r := range t.R16 {
			add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
		for _, r := range t.R32 {
			add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
		}
	}
	return s.tidy()
}

// The multi-character escapes of XML Schema 1.1, part 2, appendix G.4.2.5.
var (
	spaces = set{{'\t', '\n'}, {'\r', '\r'}, {' ', ' '}}
	digits = sync.OnceValue(func() set { return ofTables(unicode.Nd) })
	words  = sync.OnceValue(func() set { return ofTables(unicode.L, unicode.M, unicode.N, unicode.S) })

	// NameStartChar and NameChar of XML 1.1, with the colon.
	initials = set{
		{':', ':'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}, {0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF},
		{0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF},
	}
	nameChars = initials.with(set{{'-', '.'}, {'0', '9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}.tidy())
)

// category is the set of \p{name}, for a category of Unicode or a block.
func category(name string) (s set, ok bool) {
	if len(name) > 2 && name[:2] == "Is" {
		s, ok = blocks()[name[2:]]
		return s, ok
	}
	switch name {
	case "C":
		return ofTables(unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z).not(), true
	case "Cn":
		return ofTables(unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z, unicode.Cc, unicode.Cf, unicode.Co, unicode.Cs).not(), true
	case "Cs", "LC":
		return nil, false // Go knows them, XML Schema does not
	}
	t, ok := unicode.Categories[name]
	if !ok || len(name) > 2 {
		return nil, false
	}
	return ofTables(t), true
}
