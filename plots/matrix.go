package plots

import (
	"errors"
	"fmt"
	"image/color"
	"strings"

	"counterclaim/graph"
)

// matrix draws who answers whom: rows answer, columns are answered.
func matrix(s *graph.Selection, o Options) (Picture, error) {
	m, err := countAnswers(s, o)
	if err != nil {
		return Picture{}, err
	}
	p := newPage("Who answers whom, by " + string(o.By))
	p.legend("How", m.legend())
	g := m.grid(p)
	m.heads(p, g)
	for _, row := range g.rows {
		for _, column := range g.columns {
			m.cell(p, row, column)
		}
	}
	p.y = g.bottom() + 22
	return p.finish(s,
		"Who stands before a row answers who stands above the columns. A number counts the answers in one relation; the more a cell has, the darker it is. Who gives or gets no answer has no row or column.",
		m.unnamedNote(), m.others(o.By.withMost("answers")), m.equalNote()), nil
}

// answers count contrasts by who answers whom.
type answers struct {
	groups
	cells     [][]map[graph.Relation]int // who answers, then who is answered
	relations map[graph.Relation]int
	equal     int // echoes and renderings, which answer nobody
	darkest   int // answers of the cell that has most
	patchWide int // how wide a patch is with the widest number
}

func countAnswers(s *graph.Selection, o Options) (answers, error) {
	m := answers{relations: map[graph.Relation]int{}}
	weight := map[string]int{}
	var counted []graph.Contrast
	for _, c := range s.Contrasts {
		if c.Relation.Equal() {
			m.equal++
			continue
		}
		weight[c.Counter]++
		weight[c.Claim]++
		counted = append(counted, c)
	}
	if len(counted) == 0 {
		return m, errors.New("no answers to draw: none of the statements picked answers another")
	}
	m.groups = groupBy(s, o, func(p *graph.Position) int { return weight[p.Statement.ID] })
	m.cells = make([][]map[graph.Relation]int, len(m.list))
	for row := range m.cells {
		m.cells[row] = make([]map[graph.Relation]int, len(m.list))
		for column := range m.cells[row] {
			m.cells[row][column] = map[graph.Relation]int{}
		}
	}
	for _, c := range counted {
		counter, _ := s.Position(c.Counter)
		claim, _ := s.Position(c.Claim)
		m.cells[m.of(counter)][m.of(claim)][c.Relation]++
		m.relations[c.Relation]++
	}
	largest := 0
	for _, row := range m.cells {
		for _, cell := range row {
			m.darkest = max(m.darkest, total(cell))
			for _, n := range cell {
				largest = max(largest, n)
			}
		}
	}
	m.patchWide = patchSize + 12 + int(width(fmt.Sprint(largest), textSize, false))
	return m, nil
}

func (m *answers) legend() []sample {
	var out []sample
	for _, r := range graph.Relations {
		if n := m.relations[r.Relation]; n > 0 {
			style := relationStyles[r.Relation]
			out = append(out, sample{fmt.Sprintf("%s (%d)", r.Relation, n), patchSize, func(x, y float64) []Mark {
				return []Mark{style.patch(x, y-patchSize/2, patchSize, r.Says)}
			}})
		}
	}
	return out
}

// A band is a row or column of the grid: whose it is, and where.
type band struct {
	group    int
	at, size float64
}

func (b band) middle() float64 { return b.at + b.size/2 }

// A grid is the rows of who answers and the columns of who is answered.
type grid struct{ rows, columns []band }

func (g *grid) right() float64  { last := g.columns[len(g.columns)-1]; return last.at + last.size }
func (g *grid) bottom() float64 { last := g.rows[len(g.rows)-1]; return last.at + last.size }

const (
	patchSize    = 11
	patchRow     = 16 // how high a patch with its number is
	rowLabels    = 200
	columnLabels = 3 // lines
	columnLine   = 12
)

// grid makes room for what the cells have.
func (m *answers) grid(p *page) grid {
	var g grid
	for i := range m.list {
		row, column := m.sums(i)
		if row > 0 {
			g.rows = append(g.rows, band{group: i})
		}
		if column > 0 {
			g.columns = append(g.columns, band{group: i})
		}
	}
	const sums = 40
	left := float64(margin + rowLabels)
	size := min(120, (pageWidth-margin-sums-left)/float64(len(g.columns)))
	for i := range g.columns {
		g.columns[i].at, g.columns[i].size = left+size*float64(i), size
	}
	y := p.y + 34 + columnLabels*columnLine
	for i := range g.rows {
		lines := 1
		for _, column := range g.columns {
			lines = max(lines, m.inLines(g.rows[i].group, column))
		}
		g.rows[i].at, g.rows[i].size = y, float64(lines)*patchRow+12
		y += g.rows[i].size
	}
	return g
}

// inLines returns how many lines of patches the cell needs.
func (m *answers) inLines(row int, column band) int {
	perLine := m.perLine(column)
	return (len(m.cells[row][column.group]) + perLine - 1) / perLine
}

func (m *answers) perLine(column band) int { return max(1, int((column.size-4)/float64(m.patchWide))) }

// sums returns how many answers a group gives and gets.
func (m *answers) sums(i int) (gives, gets int) {
	for j := range m.list {
		gives += total(m.cells[i][j])
		gets += total(m.cells[j][i])
	}
	return gives, gets
}

func total(cell map[graph.Relation]int) int {
	sum := 0
	for _, n := range cell {
		sum += n
	}
	return sum
}

// heads adds the names of rows and columns, their sums, and what they are.
func (m *answers) heads(p *page, g grid) {
	left, top := g.columns[0].at, g.rows[0].at
	p.words("who is answered", left, top-columnLabels*columnLine-16, textSize, Start).Bold = true
	p.words("who answers", left-10, top-8, textSize, End).Bold = true
	p.words("sum", g.right()+20, top-8, smallSize, Middle).Colour = grey
	p.words("sum", left-10, g.bottom()+15, smallSize, End).Colour = grey
	for _, row := range g.rows {
		gives, _ := m.sums(row.group)
		p.label(m.list[row.group].name, left-10, row.middle()+4, textSize, rowLabels-14, End)
		p.words(fmt.Sprint(gives), g.right()+20, row.middle()+4, textSize, Middle).Colour = grey
	}
	for _, column := range g.columns {
		_, gets := m.sums(column.group)
		name := m.list[column.group].name
		lines := wrap(name, smallSize, column.size-6, columnLabels)
		for i, line := range lines {
			p.words(line, column.middle(), top-8-columnLine*float64(len(lines)-1-i), smallSize, Middle)
			if strings.Join(lines, " ") != name {
				p.Marks[len(p.Marks)-1].Says = name
			}
		}
		p.words(fmt.Sprint(gets), column.middle(), g.bottom()+15, textSize, Middle).Colour = grey
	}
}

// cell draws a cell with its relations.
func (m *answers) cell(p *page, row, column band) {
	cell := m.cells[row.group][column.group]
	box := Mark{Path: rectangle(column.at, row.at, column.size, row.size), Fill: Fill{Colour: m.shade(total(cell))}, Line: Line{lightGrey, 1, nil}}
	var said []string
	var inside []Mark
	perLine, lines := min(len(cell), m.perLine(column)), m.inLines(row.group, column)
	for _, r := range graph.Relations {
		n := cell[r.Relation]
		if n == 0 {
			continue
		}
		i := len(said)
		said = append(said, fmt.Sprintf("%s %d", r.Relation, n))
		x := column.middle() + float64(m.patchWide)*(float64(i%perLine)-float64(perLine)/2) + 4
		y := row.middle() + patchRow*(float64(i/perLine)-float64(lines-1)/2)
		inside = append(inside, relationStyles[r.Relation].patch(x, y-patchSize/2, patchSize, ""),
			Mark{Text: Text{Words: fmt.Sprint(n), X: x + patchSize + 3, Y: y + 4, Size: textSize, Anchor: Start, Colour: black}})
	}
	if len(said) > 0 {
		box.Says = m.list[row.group].name + " answers " + m.list[column.group].name + ": " + strings.Join(said, ", ")
	}
	p.add(box)
	p.add(inside...)
}

// shade returns a grey that is the darker the more answers a cell has.
func (m *answers) shade(n int) color.NRGBA {
	level := uint8(255 - 46*n/m.darkest)
	return color.NRGBA{level, level, level, 255}
}

// unnamedNote says that unnamed sources are one row.
func (g *groups) unnamedNote() string {
	if _, ok := g.place[unnamed]; ok {
		return "Unnamed sources are taken together."
	}
	return ""
}

// equalNote says what no cell counts.
func (m *answers) equalNote() string {
	if m.equal == 0 {
		return ""
	}
	return fmt.Sprintf("Not counted: %d echoes and renderings, which answer nobody.", m.equal)
}
