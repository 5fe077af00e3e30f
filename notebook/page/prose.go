package page

import (
	"bytes"
	"html"
	"net/http"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// prose makes HTML of Markdown. Markup in it is shown as text, and an address that would run
// something leads nowhere.
var prose = goldmark.New(goldmark.WithExtensions(extension.GFM),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(asText{}, 1))))

// asText shows markup in Markdown as it was written.
type asText struct{}

func (asText) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindRawHTML, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			w.WriteString(html.EscapeString(string(n.(*ast.RawHTML).Segments.Value(src))))
		}
		return ast.WalkSkipChildren, nil
	})
	r.Register(ast.KindHTMLBlock, func(w util.BufWriter, src []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			b := n.(*ast.HTMLBlock)
			text := string(b.Lines().Value(src))
			if b.HasClosure() {
				text += string(b.ClosureLine.Value(src))
			}
			w.WriteString("<p>" + html.EscapeString(text) + "</p>\n")
		}
		return ast.WalkSkipChildren, nil
	})
}

func (s *Server) markdown(r *http.Request) (any, error) {
	var asked struct{ Source string }
	if err := body(r, &asked); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := prose.Convert([]byte(asked.Source), &out)
	return map[string]string{"html": out.String()}, err
}
