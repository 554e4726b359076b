package report

import (
	"fmt"
	"io"
	"strings"

	"policygraph/reviews"
)

var (
	why       = reviews.Wording{EN: "why", NB: "hvorfor"}
	holds     = reviews.Wording{EN: "must hold", NB: "må gjelde"}
	doing     = reviews.Wording{EN: "to do", NB: "å gjøre"}
	inColumns = reviews.Wording{EN: "columns", NB: "kolonner"}
)

// Rules writes a line for each rule: its id, its severity and what must hold.
func Rules(w io.Writer, rules []reviews.Rule, l reviews.Lang) error {
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s  %-9s %s\n", r.ID, r.Severity.In(l), r.Holds.In(l))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Explain writes all that is to be said of a rule: what must hold, why, what to
// do, and the columns whose cells it holds to their form.
func Explain(w io.Writer, r reviews.Rule, l reviews.Lang) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n", r.ID, r.Severity.In(l))
	rows := [][2]string{{holds.In(l), r.Holds.In(l)}, {why.In(l), r.Why.In(l)}, {doing.In(l), r.Do.In(l)}}
	if columns := r.Columns(); len(columns) > 0 {
		rows = append(rows, [2]string{inColumns.In(l), strings.Join(columns, ", ")})
	}
	for _, row := range rows {
		fmt.Fprintf(&b, "  %-10s %s\n", row[0], row[1])
	}
	_, err := io.WriteString(w, b.String())
	return err
}
