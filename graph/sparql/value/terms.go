package value

import (
	"encoding/binary"
	"encoding/hex"
	"strings"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
	"policygraph/graph/internal/iri"
)

// Functions on RDF terms (section 17.4.2), and sameTerm.

func sameTerm(_ *Env, args []Value) (Value, error) { return NewBool(SameTerm(args[0], args[1])), nil }

// str is the lexical form of a literal, or the text of an IRI (17.4.2.5).
func str(v Value) (Value, error) {
	if v.kind == IRI || v.IsLiteral() {
		return NewString(v.Text()), nil
	}
	return Value{}, errBlank
}

// lang is the language tag, "" where there is none (17.4.2.6).
func lang(v Value) (Value, error) {
	if !v.IsLiteral() {
		return Value{}, errLiteral
	}
	return NewString(v.Lang()), nil
}

// datatypeIRI is the datatype of a literal (17.4.2.7).
func datatypeIRI(v Value) (Value, error) {
	if !v.IsLiteral() {
		return Value{}, errLiteral
	}
	return NewIRI(string(v.Datatype())), nil
}

// iriOf makes an IRI of an IRI or a string, which is resolved against the base
// (17.4.2.8).
func iriOf(env *Env, args []Value) (Value, error) {
	switch v := args[0]; v.kind {
	case IRI:
		return v, nil
	case String:
		return resolve(env.Base, v.text)
	}
	return Value{}, errIRI
}

func resolve(base, reference string) (Value, error) {
	resolved := []byte(reference)
	if !iri.IsAbsolute(resolved) {
		if base == "" {
			return Value{}, errRelative
		}
		b := iri.Split([]byte(base))
		resolved = b.AppendResolved(nil, resolved)
	}
	if iri.Check(resolved) != nil {
		return Value{}, errTerm
	}
	return NewIRI(string(resolved)), nil
}

// bnode makes a blank node (17.4.2.9).
func bnode(env *Env, args []Value) (Value, error) {
	switch {
	case env.BlankNode == nil:
		return Value{}, errNoSource
	case len(args) == 0:
		return env.BlankNode("", false), nil
	case args[0].kind != String:
		return Value{}, errPlain
	}
	return env.BlankNode(args[0].text, true), nil
}

// strDT makes a literal of a lexical form and a datatype (17.4.2.10).
func strDT(_ *Env, args []Value) (Value, error) {
	if args[0].kind != String {
		return Value{}, errPlain
	}
	if args[1].kind != IRI {
		return Value{}, errIRI
	}
	return normalized(quad.TypedString{Value: quad.String(args[0].text), Type: quad.IRI(args[1].text)})
}

// strLang makes a literal of a lexical form and a language (17.4.2.11).
func strLang(_ *Env, args []Value) (Value, error) {
	if args[0].kind != String || args[1].kind != String {
		return Value{}, errPlain
	}
	if args[1].text == "" {
		return Value{}, errTerm
	}
	return normalized(quad.LangString{Value: quad.String(args[0].text), Lang: args[1].text})
}

func normalized(t quad.Value) (Value, error) {
	t, err := graph.Normalize(t)
	if err != nil {
		return Value{}, errTerm
	}
	return Of(t), nil
}

// uuid is a fresh IRI of the scheme urn:uuid (17.4.2.12).
func uuid(env *Env, _ []Value) (Value, error) {
	id, err := env.uuid()
	return NewIRI("urn:uuid:" + id), err
}

// strUUID is the last part of what uuid gives (17.4.2.13).
func strUUID(env *Env, _ []Value) (Value, error) {
	id, err := env.uuid()
	return NewString(id), err
}

// uuid is a random UUID of version 4 (RFC 4122, section 4.4).
func (env *Env) uuid() (string, error) {
	if env.Random == nil {
		return "", errNoSource
	}
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], env.Random())
	binary.BigEndian.PutUint64(b[8:], env.Random())
	b[6] = b[6]&0x0F | 0x40
	b[8] = b[8]&0x3F | 0x80
	s := hex.EncodeToString(b[:])
	return strings.Join([]string{s[:8], s[8:12], s[12:16], s[16:20], s[20:]}, "-"), nil
}
