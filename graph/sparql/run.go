package sparql

import (
	"context"
	"math/rand/v2"
	"time"

	"policygraph/graph"
	"policygraph/graph/sparql/value"
)

// run is one evaluation of a Plan. Operators work on its row in place: a step
// sees what the steps before it have bound, binds more, calls the next one, and
// leaves the row as it found it.
type run struct {
	overlay
	plan      *Plan
	star      star
	ctx       context.Context
	row       []graph.ID
	graphs    []*graph.Graph // by register: the current graph of each GRAPH with a variable
	snapshots [][]graph.ID   // by register: the solution each EXISTS is asked of
	err       error
	ticks     int
	memory    int64
	env       value.Env
	solution  uint64 // numbers the solutions that BNODE(key) keeps apart
	counts    []int64
	done      bool // whether it was begun
}

// step handles the current row. It reports whether to go on: false means that
// nobody wants more rows, or that the run has failed.
type step func() bool

// operator is a part of a plan.
type operator interface {
	// start makes the step that extends the current row by each solution of the
	// operator that is compatible with it, and calls next.
	start(x *run, next step) step

	about() *info
}

// info is what all operators have in common.
type info struct {
	id     int
	text   string
	rows   float64 // estimated
	inputs []operator
}

func (i *info) about() *info { return i }

// begin starts an operator, and counts what it gives if the run is to.
func (x *run) begin(op operator, next step) step {
	if x.counts == nil {
		return op.start(x, next)
	}
	count := &x.counts[op.about().id]
	return op.start(x, func() bool {
		*count++
		return next()
	})
}

// beginAll starts operators one behind the other.
func (x *run) beginAll(ops []operator, next step) step {
	for i := len(ops) - 1; i >= 0; i-- {
		next = x.begin(ops[i], next)
	}
	return next
}

// ticksPerCheck is how many rows may pass between two looks at the context.
const ticksPerCheck = 1024

// tick is called for each row an operator looks at. It reports whether to go
// on.
func (x *run) tick() bool {
	if x.ticks--; x.ticks > 0 {
		return true
	}
	return x.check()
}

func (x *run) check() bool {
	x.ticks = ticksPerCheck
	if x.err == nil && x.ctx.Err() != nil {
		x.err = context.Cause(x.ctx)
	}
	return x.err == nil
}

// fail ends the run.
func (x *run) fail(err error) bool {
	if x.err == nil {
		x.err = err
	}
	x.ticks = 0
	return false
}

// take accounts for n more bytes; fewer, if n is negative. A run over its limit
// ends at the next tick.
func (x *run) take(n int) {
	x.memory += int64(n)
	if limit := x.plan.options.MaxMemory; limit > 0 && x.memory > limit {
		x.fail(memoryError(limit))
	}
}

// newRun makes a run ready.
func (p *Plan) newRun(ctx context.Context) *run {
	x := &run{
		overlay:   newOverlay(p.dataset),
		plan:      p,
		ctx:       ctx,
		row:       make([]graph.ID, len(p.vars.names)),
		graphs:    make([]*graph.Graph, p.registers),
		snapshots: make([][]graph.ID, p.snapshots),
	}
	if p.options.Statistics {
		x.counts = make([]int64, p.operators)
	}
	x.env = p.environment(x)
	return x
}

// run evaluates the plan and calls fn with each solution in the run's row,
// until it returns false or the time is up.
func (x *run) run(fn step) error {
	if x.done {
		return errRead
	}
	x.done = true
	if t := x.plan.options.Timeout; t > 0 {
		ctx, stop := context.WithTimeoutCause(x.ctx, t, timeError(t))
		defer stop()
		x.ctx = ctx
	}
	if x.check() {
		x.begin(x.plan.root, fn)()
	}
	return x.err
}

// environment is what functions of a run know.
func (p *Plan) environment(x *run) value.Env {
	now, seed := p.options.Now, p.options.Seed
	if now.IsZero() {
		now = time.Now()
	}
	if seed == 0 {
		seed = rand.Uint64()
	}
	return value.Env{
		Base:      p.base,
		Now:       value.NewDateTime(now),
		Random:    rand.New(rand.NewPCG(seed, seed)).Uint64,
		BlankNode: x.blankNodes(),
	}
}

// blankNodes is the function BNODE: with a key, one node for each key and
// solution.
func (x *run) blankNodes() func(key string, keyed bool) value.Value {
	var solution uint64
	var nodes map[string]value.Value
	return func(key string, keyed bool) value.Value {
		if !keyed {
			return value.NewBlankNode(string(x.freshBlank()))
		}
		if nodes == nil || solution != x.solution {
			solution, nodes = x.solution, make(map[string]value.Value)
		}
		if _, known := nodes[key]; !known {
			nodes[key] = value.NewBlankNode(string(x.freshBlank()))
		}
		return nodes[key]
	}
}
