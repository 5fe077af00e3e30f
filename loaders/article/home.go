package article

import (
	"strings"

	"counterclaim/graph"
)

// An article about the politics of one country tells of people who have served that
// country at some time and now speak against each other. Without a date nobody can
// tell whose office is running, and all of them would be one side. So there they
// are sides of their own, but for those whom the article gives their office.

// findRivals marks the people who are sides of their own for that.
func (p *page) findRivals() {
	if p.doc.Published != "" {
		return
	}
	home := p.homeOfMost()
	if home == "" {
		return
	}
	for k := range p.entities {
		e := &p.entities[k]
		e.own = p.serves(k) == home
	}
	for _, n := range p.names {
		if e := &p.entities[n.entity]; e.own && p.inOffice(e, n.First) {
			e.own = false
		}
	}
}

// serves returns the country for which a person of the book has ever spoken, ""
// for none.
func (p *page) serves(k int) string {
	e := &p.entities[k]
	if !e.known || !e.person() {
		return ""
	}
	side := p.book.Side(e.actor.ID, "")
	if a, ok := p.book.Actor(side); !ok || a.Class != graph.Country {
		return ""
	}
	return side
}

// homeOfMost returns the country that all of the people served, where nothing of
// another country is named as often as they are; "" for none.
func (p *page) homeOfMost() string {
	home := ""
	for k := range p.entities {
		if side := p.serves(k); side != "" {
			if home != "" && side != home {
				return ""
			}
			home = side
		}
	}
	natives, strangers := 0, 0
	for _, n := range p.names {
		if p.serves(n.entity) == home {
			natives++
		} else if a, ok := p.book.Actor(p.sideOf(n.entity)); ok && a.Class == graph.Country && a.ID != home {
			strangers++
		}
	}
	if strangers >= natives {
		return ""
	}
	return home
}

// inOffice reports whether the name at token i stands behind an office that the
// person has held: "President Holm", but not "former President Holm".
func (p *page) inOffice(e *entity, i int) bool {
	for _, f := range e.actor.ActsFor {
		words := strings.Fields(f.As)
		first := i - len(words)
		if len(words) == 0 || first < 0 || first > 0 && p.Tokens[first-1].In("former", "ex", "then", "late") {
			continue
		}
		same := true
		for k, w := range words {
			same = same && p.Tokens[first+k].Lower == w
		}
		if same {
			return true
		}
	}
	return false
}
