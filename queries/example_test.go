package queries_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

func Example() {
	ctx := context.Background()
	db, err := store.Open("memory", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	// Statements come into a store with its Put; here is a graph by hand.
	db.ReadQuads(ctx, strings.NewReader(`
<st:claim> <kind> <kind:attribution> <doc:a> .
<st:claim> <speaker> <actor:ann> <doc:a> .
<st:claim> <text> "Veldany sank the ship." <doc:a> .
<st:claim> <said> "2031-05-02" <doc:a> .
<st:claim> <document> <doc:a> <doc:a> .
<actor:ann> <name> "Ann Dahl" <actors> .
`), nil)

	q, err := queries.Find("unanswered")
	if err != nil {
		fmt.Println(err)
		return
	}
	limits := queries.Limits{Rows: 100, Time: 10 * time.Second}
	table, err := queries.Run(ctx, db, q, map[string]string{"since": "2031"}, limits)
	if err != nil {
		fmt.Println(err)
		return
	}
	queries.Write(os.Stdout, table, "csv", 0, false)
	// Output:
	// when,accuser,accused,words,outlet,document,id
	// 2031-05-02,Ann Dahl,,Veldany sank the ship.,,doc:a,st:claim
}

func ExampleScript() {
	_, err := queries.Script(`g.V("<actor:ann>").in("<speeker>").all()`)
	fmt.Println(err)
	// Output:
	// script:1:23: no predicate "<speeker>"; did you mean <speaker>?
}
