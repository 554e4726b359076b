package evidence

import (
	"cmp"
	"slices"
)

// Way is a whole path, from its first node to its last, with what carries each
// hop.
type Way struct {
	Hops []Hop `json:"hops"`

	// Weakest is the number of the hop, from 0, that the way stands on least
	// firmly; see [Hop.Compare].
	Weakest int `json:"weakest"`

	// WithoutStudy are the numbers of the hops behind which there is no study.
	WithoutStudy []int `json:"withoutStudy"`

	// EndToEnd are the sources that stand behind every hop. Where there are
	// none, the way is put together from several sources, and none of them has
	// looked at all of it.
	EndToEnd []Source `json:"endToEnd"`
}

// NewWay puts hops together.
func NewWay(hops []Hop) Way {
	w := Way{Hops: hops, WithoutStudy: []int{}, EndToEnd: []Source{}}
	for i, h := range hops {
		if h.Compare(hops[w.Weakest]) < 0 {
			w.Weakest = i
		}
		if len(h.Studies()) == 0 {
			w.WithoutStudy = append(w.WithoutStudy, i)
		}
	}
	if len(hops) > 0 {
		w.EndToEnd = slices.DeleteFunc(hops[0].Sources(), func(s Source) bool {
			return slices.ContainsFunc(hops[1:], func(h Hop) bool { return !slices.Contains(h.Sources(), s) })
		})
	}
	return w
}

// Nodes are the nodes of the way, in order: one more than there are hops.
func (w Way) Nodes() []Node {
	var nodes []Node
	for i, h := range w.Hops {
		if i == 0 {
			nodes = append(nodes, h.Start())
		}
		nodes = append(nodes, h.End())
	}
	return nodes
}

// Start is the node that the hop is walked from.
func (h Hop) Start() Node {
	if h.Inverse {
		return h.Object
	}
	return h.Subject
}

// End is the node that the hop is walked to.
func (h Hop) End() Node {
	if h.Inverse {
		return h.Subject
	}
	return h.Object
}

// Sources are the works behind a hop, each once, by address: those cited for a
// claim, and those of the findings that speak for one.
func (h Hop) Sources() []Source {
	var list []Source
	for _, c := range h.Claims {
		list = append(list, c.Sources...)
		for _, f := range c.For {
			list = append(list, f.Study)
		}
	}
	slices.SortFunc(list, func(a, b Source) int { return cmp.Compare(a.IRI, b.IRI) })
	return slices.Compact(list)
}

// Studies are those of Sources that report results.
func (h Hop) Studies() []Source {
	return slices.DeleteFunc(h.Sources(), func(s Source) bool { return !s.Study })
}

// firmness orders the modalities.
var firmness = map[string]int{"asserted": 3, "suggested": 2, "disputed": 1, "rejected": 0}

// Compare orders hops by what carries them, the weaker first: a hop without a
// claim, then by its firmest modality (disputed, suggested, asserted), by the
// number of studies behind it, by the best causal strength among the designs of
// the findings for it, and by how many findings speak against it. It looks only
// at what reviews say; it is no rating of the evidence.
func (h Hop) Compare(other Hop) int {
	a, b := h.weight(), other.weight()
	return slices.Compare(a[:], b[:])
}

func (h Hop) weight() [5]int {
	modality, strength, against := -1, -1, 0
	for _, c := range h.Claims {
		modality = max(modality, firmness[c.Modality])
		against += len(c.Against)
		for _, f := range c.For {
			strength = max(strength, f.Strength)
		}
	}
	return [5]int{min(len(h.Claims), 1), modality, len(h.Studies()), strength, -against}
}
