package path

import (
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/cayleygraph/quad"

	"policygraph/graph"
)

// one is a dataset of one statement, and its only graph asked something.
func one(t *testing.T) *graph.Dataset {
	t.Helper()
	var b graph.Builder
	if err := b.Add(quad.Make(quad.IRI("x:s"), quad.IRI("x:p"), quad.IRI("x:o"), nil)); err != nil {
		t.Fatal(err)
	}
	d := b.Dataset()
	c := Compile(OneOrMore{IRI("x:p")}, d.Graph(0))
	for range c.Pairs() {
		return d
	}
	t.Fatal("no answer")
	return nil
}

func count(m *sync.Map) (n int) {
	m.Range(func(any, any) bool {
		n++
		return true
	})
	return n
}

// TestWhatIsPreparedGoesWithItsGraph holds that indexes are shared while their
// graph lives, and forgotten when it does not.
func TestWhatIsPreparedGoesWithItsGraph(t *testing.T) {
	d := one(t)
	if first, second := indexOf(d.Graph(0)), indexOf(d.Graph(0)); first != second {
		t.Error("a graph has two indexes")
	}
	if indexOf(d.Graph(0)).scratch != indexOf(d.Graph(1)).scratch {
		t.Error("two graphs of a dataset do not share their scratch memory")
	}
	for range 100 {
		one(t)
	}
	runtime.KeepAlive(d)
	for range 1000 {
		runtime.GC()
		if count(&indexes) < 100 && count(&scratches) < 100 {
			return
		}
		time.Sleep(time.Millisecond) // cleanups run beside the program
	}
	t.Errorf("%d indexes and %d scratches are left", count(&indexes), count(&scratches))
}

// TestManyGoroutinesMayAsk is for the race detector.
func TestManyGoroutinesMayAsk(t *testing.T) {
	var b graph.Builder
	for _, o := range []quad.IRI{"x:a", "x:b", "x:c"} {
		if err := b.Add(quad.Make(quad.IRI("x:s"), quad.IRI("x:p"), o, nil)); err != nil {
			t.Fatal(err)
		}
	}
	g := b.Dataset().Graph(0)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			c := Compile(ZeroOrMore{Alternative{IRI("x:p"), Inverse{IRI("x:p")}}}, g)
			n := 0
			for range c.Pairs() {
				n++
			}
			if n != 16 {
				t.Errorf("got %d pairs", n)
			}
		})
	}
	all.Wait()
}

// TestEdges holds what both directories answer, and what the choice is.
func TestEdges(t *testing.T) {
	for _, c := range []struct {
		sources, targets []graph.ID
		sparse           bool
	}{
		{nil, nil, false},
		{[]graph.ID{5, 5, 6, 9}, []graph.ID{7, 8, 7, 1}, false},
		{[]graph.ID{5, 5, 900}, []graph.ID{7, 2000, 1}, true},
	} {
		e, back := newEdges(c.sources, c.targets), turned(c.sources, c.targets)
		if (e.keys != nil) != c.sparse || (back.keys != nil) != c.sparse {
			t.Errorf("%v: sparse forward %v, backward %v", c.sources, e.keys != nil, back.keys != nil)
		}
		for n := range graph.ID(2100) {
			testNext(t, "forward", e, n, c.sources, c.targets)
			testNext(t, "backward", back, n, c.targets, c.sources)
		}
	}
}

// testNext looks for the targets of n by hand.
func testNext(t *testing.T, name string, e edges, n graph.ID, sources, targets []graph.ID) {
	t.Helper()
	var want []graph.ID
	for i, s := range sources {
		if s == n {
			want = append(want, targets[i])
		}
	}
	got := e.next(n)
	isSource := false
	e.sources(func(s graph.ID) { isSource = isSource || s == n })
	if len(got) != len(want) || isSource != (len(want) > 0) {
		t.Errorf("%s from %d: got %v, want %v", name, n, got, want)
		return
	}
	for i := range got {
		if got[i] != want[i] {
			t.Errorf("%s from %d: got %v, want %v", name, n, got, want)
		}
	}
}
