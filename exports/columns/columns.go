// Package columns writes the graph as Parquet, for pandas, Polars, DuckDB, Spark
// and R: nodes and edges of everything, the links of the causal chain with what
// is said of each, and all statements.
//
// Types are plain: strings, whole numbers of 64 bits, doubles, booleans, and
// lists of strings. A cell without a value is null, a list without values is
// empty.
package columns

import (
	"fmt"
	"io"
	"reflect"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"policygraph/exports/internal/records"
)

// Table is a table of typed columns.
type Table struct {
	Fields []records.Field

	// Rows gives the values of each row, in the order of the fields. What it
	// yields is good until the next.
	Rows func(yield func(row [][]string) bool)
}

// layout is the version of the tables: of which there are and of the types and
// meaning of their columns.
const layout = "1.0.0"

// batch is how many rows are handed on at a time.
const batch = 256

// Write writes a table as Parquet. The file says nothing of when or where it was
// written.
func Write(w io.Writer, t Table) error {
	out := parquet.NewWriter(w, schema(t.Fields),
		parquet.CreatedBy("policygraph", layout, "parquet-go"), parquet.Compression(&parquet.Snappy), parquet.DataPageVersion(1))
	rows := make([]parquet.Row, 0, batch)
	var err error
	flush := func() bool {
		_, err = out.WriteRows(rows)
		rows = rows[:0]
		return err == nil
	}
	for values := range t.Rows {
		row, invalid := encode(t.Fields, values)
		if invalid != nil {
			return invalid
		}
		if rows = append(rows, row); len(rows) == batch && !flush() {
			return err
		}
	}
	if !flush() {
		return err
	}
	return out.Close()
}

// goTypes are the types of the columns.
var goTypes = map[records.Type]reflect.Type{
	records.String: reflect.TypeFor[string](), records.Whole: reflect.TypeFor[int64](),
	records.Number: reflect.TypeFor[float64](), records.Boolean: reflect.TypeFor[bool](),
}

// schema is a schema with the fields in their order. It is made of a struct,
// since groups of Parquet that are made by hand come in alphabetical order.
func schema(fields []records.Field) *parquet.Schema {
	list := make([]reflect.StructField, len(fields))
	for i, f := range fields {
		typ, tag := goTypes[f.Type], f.Name
		switch {
		case f.List:
			typ, tag = reflect.TypeFor[[]string](), tag+",list"
		case f.Type == records.String:
			tag += ",optional,dict"
		default:
			tag += ",optional,plain"
		}
		list[i] = reflect.StructField{Name: fmt.Sprint("F", i), Type: typ, Tag: reflect.StructTag(`parquet:` + strconv.Quote(tag) + elements[f.List])}
	}
	return parquet.NewSchema("policygraph", parquet.SchemaOf(reflect.New(reflect.StructOf(list)).Interface()))
}

// elements is what the tag of a list says of its elements.
var elements = map[bool]string{true: ` parquet-element:",dict"`}

// encode makes a row of values. A value whose column is optional, or a list,
// has a definition level of 1, and values of a list after the first repeat.
func encode(fields []records.Field, values [][]string) (parquet.Row, error) {
	row := make(parquet.Row, 0, len(fields))
	for i, f := range fields {
		if len(values[i]) == 0 {
			row = append(row, parquet.NullValue().Level(0, 0, i))
		}
		for j, text := range values[i] {
			v, err := value(f, text)
			if err != nil {
				return nil, err
			}
			row = append(row, v.Level(min(j, 1), 1, i))
		}
	}
	return row, nil
}

// value is a text as a value of its type. The fields are settled to types that
// their values have, so an error is one of the program.
func value(f records.Field, text string) (parquet.Value, error) {
	var v any = text
	var err error
	switch {
	case f.List, f.Type == records.String:
	case f.Type == records.Whole:
		v, err = strconv.ParseInt(text, 10, 64)
	case f.Type == records.Number:
		v, err = strconv.ParseFloat(text, 64)
	default:
		v, err = strconv.ParseBool(text)
	}
	if err != nil {
		return parquet.Value{}, fmt.Errorf("column %s: %w", f.Name, err)
	}
	return parquet.ValueOf(v), nil
}
