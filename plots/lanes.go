package plots

import (
	"cmp"
	"maps"
	"slices"

	"counterclaim/graph"
)

// A lane is the row of one group.
type lane struct {
	group   int
	heading string // of the lanes that begin here, "" where it goes on
	y       float64
	height  float64
}

// layOut gives every mark its place, lane by lane.
func (t *chart) layOut(p *page) {
	var dates []graph.Date
	for _, m := range t.marks {
		if placed(m.When()) {
			dates = append(dates, m.When())
		}
	}
	if len(dates) < len(t.marks) {
		t.apart = t.right - apartWide
		t.right = t.apart - breakWide
	}
	if len(dates) > 0 {
		t.axis = newAxis(dates, t.left, t.right)
	}
	t.order()
	t.top = p.y + 46
	y := t.top
	for i := range t.lanes {
		l := &t.lanes[i]
		if l.heading != "" {
			y += headingRoom
		}
		l.y = y
		l.height = float64(t.fill(l))*t.pitch + laneSpace
		y += l.height
	}
	t.bottom = y
}

// order puts the lanes of speakers for one side together, the side with most statements
// first, and those who alone speak for theirs, or for nobody else, behind them.
func (t *chart) order() {
	weight, speakers := map[string]int{}, map[string]int{}
	sides := make([]string, len(t.list))
	for i := range t.list {
		sides[i] = t.side(i)
		speakers[sides[i]]++
		weight[sides[i]] += t.list[i].weight
		t.lanes = append(t.lanes, lane{group: i})
	}
	together := func(l lane) string {
		if side := sides[l.group]; speakers[side] > 1 {
			return side
		}
		return ""
	}
	slices.SortStableFunc(t.lanes, func(a, b lane) int {
		left, right := together(a), together(b)
		if (left == "") != (right == "") {
			return cmp.Compare(right, left)
		}
		if last := len(t.list) - 1; left == "" && (a.group == last || b.group == last) {
			return cmp.Compare(a.group, b.group) // others stay last
		}
		return cmp.Or(cmp.Compare(weight[right], weight[left]), cmp.Compare(left, right))
	})
	for i := range t.lanes {
		l := &t.lanes[i]
		side := together(*l)
		switch {
		case side == "" && sides[l.group] != "" && sides[l.group] != t.list[l.group].id:
			t.list[l.group].name += " (" + t.selection.Name(sides[l.group]) + ")"
		case side != "" && (i == 0 || side != together(t.lanes[i-1])):
			l.heading = "For " + t.selection.Name(side)
		}
		if side == "" && i > 0 && together(t.lanes[i-1]) != "" {
			l.heading = "For others, themselves or nobody"
		}
	}
}

// side returns for whom a lane's actor speaks most often, "" where that is for nobody.
func (t *chart) side(group int) string {
	if t.by == BySide || t.list[group].members > 1 {
		return ""
	}
	count := map[string]int{}
	for _, m := range t.marks {
		if m.lane == group {
			count[m.Statement.Side]++
		}
	}
	sides := slices.Sorted(maps.Keys(count))
	most := slices.MaxFunc(sides, func(a, b string) int { return cmp.Compare(count[a], count[b]) })
	if t.list[group].id == unnamed {
		return ""
	}
	return most
}

// A block is the marks of one lane and one date, side by side in rows.
type block struct {
	x       float64 // of its middle
	columns int
	rows    [][]*mark
}

// fill gives the marks of a lane their places and returns how many rows they take.
func (t *chart) fill(l *lane) int {
	byDate := map[graph.Date][]*mark{}
	for _, m := range t.marks {
		if m.lane == l.group {
			when := m.When()
			if !placed(when) {
				when = ""
			}
			byDate[when] = append(byDate[when], m)
		}
	}
	dates := make([]graph.Date, 0, len(byDate))
	for d := range byDate {
		dates = append(dates, d)
	}
	slices.Sort(dates)
	var taken [][]interval // of each row
	for _, d := range dates {
		b := t.block(d, byDate[d])
		half := float64(b.columns) * t.pitch / 2
		row := firstFree(taken, len(b.rows), interval{b.x - half, b.x + half})
		for i, marks := range b.rows {
			for len(taken) <= row+i {
				taken = append(taken, nil)
			}
			taken[row+i] = append(taken[row+i], interval{b.x - half, b.x + half})
			t.set(marks, b.x, l.y+laneSpace/2+t.pitch*(float64(row+i)+.5))
		}
	}
	return max(1, len(taken))
}

type interval struct{ from, to float64 }

// firstFree returns the first row from which on so many are free.
func firstFree(taken [][]interval, rows int, i interval) int {
	for row := 0; ; row++ {
		free := true
		for r := row; r < min(row+rows, len(taken)); r++ {
			for _, other := range taken[r] {
				free = free && (i.to <= other.from+.1 || other.to <= i.from+.1)
			}
		}
		if free {
			return row
		}
	}
}

// block puts marks of one date together; an empty date is an unknown one.
func (t *chart) block(d graph.Date, marks []*mark) block {
	from, to := t.apart, t.apart+apartWide
	left, right := from, to
	if d != "" {
		from, to = t.axis.span(d)
		left, right = t.left, t.right
	}
	slots := 0
	for _, m := range marks {
		slots += m.slots()
	}
	columns := max(1, int((to-from)/t.pitch), (slots+deepest-1)/deepest)
	for _, m := range marks {
		columns = max(columns, m.slots())
	}
	b := block{columns: min(columns, int((right-left)/t.pitch))}
	used := b.columns
	for _, m := range marks {
		if used+m.slots() > b.columns {
			b.rows, used = append(b.rows, nil), 0
		}
		b.rows[len(b.rows)-1] = append(b.rows[len(b.rows)-1], m)
		used += m.slots()
	}
	if len(b.rows) == 1 {
		b.columns = used
	}
	half := float64(b.columns) * t.pitch / 2
	b.x = max(left+half, min(right-half, (from+to)/2))
	return b
}

// slots returns how many places a mark takes: its number needs one, too.
func (m *mark) slots() int {
	if m.number > 0 {
		return 2
	}
	return 1
}

// set puts a row of marks around x.
func (t *chart) set(row []*mark, x, y float64) {
	slots := 0
	for _, m := range row {
		slots += m.slots()
	}
	x -= float64(slots) * t.pitch / 2
	for _, m := range row {
		m.x, m.y = x+t.pitch/2, y
		x += t.pitch * float64(m.slots())
	}
}
