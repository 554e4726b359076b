package reviews

import (
	"slices"
	"strings"
)

func expectsRef(f *Field) spoken { return wantsName.with(oneKind(f.Type.Kinds[:1])) }

func expectsAnyRef(f *Field) spoken { return wantsAny.with(words(kindWords(f.Type.Kinds))) }

// resolve looks up a name and fills in its address, or says that nothing is
// called so.
func (r *reading) resolve(k Kind, name string) *misfit {
	if found := r.names.find(k, r.review, name); found != nil {
		r.IRI = found.IRI
		return nil
	}
	if k == KindSection && r.names.undivided[r.review] {
		return unknowable // told once
	}
	if r.names.unread[unread{k, r.review}] || r.names.unread[unread{k, ""}] || r.names.doubt.mayMean(k, r.review, name) {
		return unknowable
	}
	if elsewhere := r.names.elsewhere(k, r.review, name); elsewhere != "" {
		return &misfit{
			message: msgOtherReview.with(k.the(), found(name), elsewhere),
			rule:    otherReview(r.field),
		}
	}
	if other := r.otherKind(k, name); other != "" {
		return &misfit{message: msgOtherKind.with(found(name), oneKind{other}, oneKind{k}), do: doOtherColumn}
	}
	return &misfit{
		message: noneCalled(k).with(k.those(), found(name)),
		hint:    meantBy(name, r.names.spellings(k, r.review)),
	}
}

// otherKind returns the kind of concept that has a name which stands in a column
// for another kind; empty where none has.
func (r *reading) otherKind(k Kind, name string) Kind {
	if r.field.Type.Base != TypeRef || !slices.Contains(conceptKinds, k) {
		return ""
	}
	for _, other := range conceptKinds {
		if r.names.find(other, "", name) != nil {
			return other
		}
	}
	return ""
}

// otherReview is the rule that keeps judgements to the findings of their own
// review.
func otherReview(f *Field) string {
	if f.Column == "based_on" {
		return "P09"
	}
	return ""
}

// noneCalled is the message that nothing of a kind has a name, in the review
// where the kind belongs to one.
func noneCalled(k Kind) Wording {
	if slices.Contains(addressRef.Kinds, k) || k == KindSection {
		return msgNoneHere
	}
	return msgNoneCalled
}

// elsewhere returns a review other than the given one that has the name.
func (n *names) elsewhere(k Kind, review, name string) string {
	if review == "" || k == KindSection {
		return ""
	}
	for _, other := range n.spellingsOfReviews() {
		if other != review && slices.Contains(n.local[k][other], name) {
			return other
		}
	}
	return ""
}

// spellingsOfReviews returns the slugs of the reviews that are loaded.
func (n *names) spellingsOfReviews() []string {
	var all []string
	for review := range n.local[KindReview] {
		all = append(all, review)
	}
	slices.Sort(all)
	return all
}

// readRef reads a bare slug. The kind in front of it is a slip.
func readRef(r *reading) *misfit {
	k := r.field.Type.Kinds[0]
	if bare, ok := strings.CutPrefix(r.Text, string(k)+"/"); ok && isSlug(bare) {
		return meant(bare)
	}
	return r.resolve(k, r.Text)
}

// readAnyRef reads kind/slug. A slug alone is a slip, and it is known which kind
// is missing where only one kind has the name.
func readAnyRef(r *reading) *misfit {
	kinds := r.field.Type.Kinds
	word, name, ok := strings.Cut(r.Text, "/")
	if !ok {
		return meant(r.kindMissing(r.Text))
	}
	k := Kind(word)
	if !slices.Contains(kinds, k) {
		if near := nearest(word, kindWords(kinds)); near != "" {
			return meant(near + "/" + r.called(Kind(near), name))
		}
		return meant(r.kindMissing(name))
	}
	m := r.resolve(k, name)
	if m == nil || m == unknowable {
		return m
	}
	if m.hint != "" {
		m.hint = word + "/" + m.hint
	}
	if other := r.kindMissing(name); other != "" {
		m.hint = other
	}
	return m
}

// called returns the name that is most like the one given, which may be itself.
func (r *reading) called(k Kind, name string) string {
	if near := meantBy(name, r.names.spellings(k, r.review)); near != "" {
		return near
	}
	return name
}

// kindMissing returns kind/name if exactly one of the kinds allowed has the
// name; failing that, if exactly one has something labelled so.
func (r *reading) kindMissing(name string) string {
	for _, find := range []func(Kind) string{
		func(k Kind) string {
			if r.names.find(k, "", name) == nil {
				return ""
			}
			return name
		},
		func(k Kind) string { return r.names.labelled(k, name) },
	} {
		var found []string
		for _, k := range r.field.Type.Kinds {
			if n := find(k); n != "" {
				found = append(found, string(k)+"/"+n)
			}
		}
		if len(found) == 1 {
			return found[0]
		}
	}
	return ""
}

// readLocalRef reads the name of something in the same review, in the spelling
// of its kind.
func readLocalRef(r *reading) *misfit {
	k := r.field.Type.Kinds[0]
	return r.resolve(k, strings.TrimPrefix(r.Text, string(k)+"/"))
}

// readStatementRef reads study.part for a finding and kind/name for others.
func readStatementRef(r *reading) *misfit {
	word, name, ok := strings.Cut(r.Text, "/")
	if !ok {
		return r.resolve(KindFinding, r.Text)
	}
	if k := Kind(word); slices.Contains(r.field.Type.Kinds, k) {
		m := r.resolve(k, name)
		if m != nil && m.hint != "" && k != KindFinding {
			m.hint = word + "/" + m.hint
		}
		return m
	}
	return wrong
}

func readSearchRef(r *reading) *misfit {
	if r.names.unread[unread{KindReview, r.review}] || r.review == unnamed {
		return unknowable
	}
	if r.Text != r.review {
		return meant(r.review)
	}
	if r.IRI = iriOf(KindSearch, r.review, ""); r.names.records[r.IRI] == nil && !r.names.unread[unread{KindSearch, r.review}] {
		return &misfit{message: msgNoSearch.with()}
	}
	return nil
}

// readAddress reads the address of a statement of the same review. One that
// leads nowhere is told of with the other anchors.
func readAddress(r *reading) *misfit {
	word, rest, ok := strings.Cut(r.Text, "/")
	k := Kind(word)
	if !ok || !slices.Contains(r.field.Type.Kinds, k) {
		return wrong
	}
	name, own := strings.CutPrefix(rest, r.review+".")
	if found := r.names.find(k, r.review, name); own && found != nil {
		r.IRI = found.IRI
	}
	return nil
}
