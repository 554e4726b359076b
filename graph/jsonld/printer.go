package jsonld

// printer appends JSON text and looks after commas and white space. Without an
// indent everything stands on one line.
type printer struct {
	out    []byte
	indent string
	tight  bool // no space after comma and colon
	inline int  // depth of brackets that stay on one line in spite of indent
	depth  int
	fresh  bool // the innermost bracket has no content yet
}

func (p *printer) broken() bool { return p.indent != "" && p.inline == 0 }

func (p *printer) newline() {
	p.out = append(p.out, '\n')
	for range p.depth {
		p.out = append(p.out, p.indent...)
	}
}

func (p *printer) open(bracket byte) {
	p.out = append(p.out, bracket)
	p.depth++
	p.fresh = true
}

func (p *printer) close(bracket byte) {
	p.depth--
	if p.broken() && !p.fresh {
		p.newline()
	}
	p.out = append(p.out, bracket)
	p.fresh = false
}

// openInline opens a bracket whose content stays on its line.
func (p *printer) openInline(bracket byte) {
	p.inline++
	p.open(bracket)
}

func (p *printer) closeInline(bracket byte) {
	p.close(bracket)
	p.inline--
}

// item separates what comes from what was before.
func (p *printer) item() {
	if !p.fresh {
		p.out = append(p.out, ',')
	}
	switch {
	case p.broken():
		p.newline()
	case !p.fresh && !p.tight:
		p.out = append(p.out, ' ')
	}
	p.fresh = false
}

// key begins a member; its name is given as JSON.
func (p *printer) key(name []byte) {
	p.item()
	p.out = append(p.out, name...)
	p.colon()
}

func (p *printer) colon() {
	p.out = append(p.out, ':')
	if !p.tight {
		p.out = append(p.out, ' ')
	}
}
