package rules

import (
	"maps"
	"slices"

	"policygraph/graph"
)

// classes works out what is in which class, once all properties are known: each
// class after those below it.
func (c *closure) classes([]graph.ID) error {
	m := &members{closure: c, stamp: make([]uint32, c.x.terms+1), of: make(map[graph.ID][]graph.ID), given: c.given()}
	roots := slices.AppendSeq(slices.Collect(maps.Keys(c.x.byClass)), maps.Keys(m.given))
	slices.Sort(roots)
	for _, some := range components(slices.Compact(roots), m.below) {
		m.gather(some)
		if err := c.check(0); err != nil {
			return err
		}
	}
	return nil
}

// given are the members that classes have by rules for properties: where
// rdf:type is above another property, say.
func (c *closure) given() map[graph.ID][]graph.ID {
	given := make(map[graph.ID][]graph.ID)
	for _, k := range c.x.byHead[c.x.typ] {
		pairs, _ := c.apply(nil, k)
		for _, v := range pairs {
			given[v.second()] = append(given[v.second()], v.first())
		}
	}
	return given
}

// members holds what is in the classes that are done.
type members struct {
	*closure
	stamp []uint32 // by term, the list that it was last put into
	tick  uint32
	of    map[graph.ID][]graph.ID
	given map[graph.ID][]graph.ID
}

// below are the classes right below a class.
func (m *members) below(class graph.ID) []graph.ID {
	var list []graph.ID
	for _, k := range m.x.byClass[class] {
		if k.form == formSubClass {
			list = append(list, k.first)
		}
	}
	return list
}

// first reports whether a term is not in the list at hand yet.
func (m *members) first(id graph.ID) bool {
	if m.stamp[id] == m.tick {
		return false
	}
	m.stamp[id] = m.tick
	return true
}

// gather works out some classes that are below each other, so that all have the
// same members.
func (m *members) gather(some []graph.ID) {
	m.tick++
	var list []graph.ID
	add := func(id graph.ID) {
		if id < m.x.literal && m.first(id) {
			list = append(list, id)
		}
	}
	for _, class := range some {
		for _, ids := range [][]graph.ID{m.x.g.Subjects(m.x.typ, class), m.given[class]} {
			for _, id := range ids {
				add(id)
			}
		}
		for _, k := range m.x.byClass[class] {
			m.through(k, add)
		}
	}
	for _, class := range some {
		m.of[class] = list
		m.tell(class, list)
	}
}

// through adds the members that a clause gives.
func (m *members) through(k *clause, add func(graph.ID)) {
	switch k.form {
	case formSubClass:
		for _, id := range m.of[k.first] {
			add(id)
		}
		return
	case formDomain:
		for v := range m.relation(k.first).all() {
			add(v.first())
		}
		return
	}
	for v := range m.relation(k.first).all() {
		add(v.second())
	}
}

// tell keeps the members of a class that are not asserted to be.
func (m *members) tell(class graph.ID, list []graph.ID) {
	m.tick++
	asserted := m.x.g.Subjects(m.x.typ, class)
	for _, id := range asserted {
		m.stamp[id] = m.tick
	}
	m.types = slices.Grow(m.types, max(0, len(list)-len(asserted)))
	for _, id := range list {
		if m.stamp[id] != m.tick {
			m.types = append(m.types, graph.Triple{id, m.x.typ, class})
			m.count++
		}
	}
}
