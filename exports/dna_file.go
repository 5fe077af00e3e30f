package exports

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"counterclaim/graph"
)

// A dnaVariable is what DNA knows of a statement. The first four are those of every DNA
// statement; the others keep what these leave out, and DNA can filter by them.
type dnaVariable struct {
	name, dataType string
	value          func(*event) any
}

var dnaVariables = []dnaVariable{
	{"person", shortText, func(e *event) any { return e.actorEntity(e.person) }},
	{"organization", shortText, func(e *event) any { return e.actorEntity(e.organization) }},
	{"concept", shortText, func(e *event) any { return e.conceptEntity() }},
	{"agreement", "boolean", func(e *event) any { return agreement(e.Position) }},
	{"kinds", shortText, func(e *event) any { return entity{value: list(e.Statement.Kinds)} }},
	{"target", shortText, func(e *event) any { return e.actorEntity(e.Statement.Target.Actor) }},
	{"confidence", "integer", func(e *event) any { return int(100*e.Statement.Confidence + .5) }},
	{"answers", "long text", func(e *event) any { return e.answers() }},
}

const shortText = "short text"

// dataTables are where the values of each data type are kept, and in which column.
var dataTables = map[string]string{
	"boolean": "DATABOOLEAN (StatementId, VariableId, Value)", "integer": "DATAINTEGER (StatementId, VariableId, Value)",
	"long text": "DATALONGTEXT (StatementId, VariableId, Value)", shortText: "DATASHORTTEXT (StatementId, VariableId, Entity)",
}

// dnaCoders are who coded. DNA takes the first for the administrator.
var dnaCoders = []string{"Admin", handCoder, ruleCoder}

// dnaPassword is what every coder's password is: DNA asks for one.
const dnaPassword = "counterclaim"

// writeDNA writes a database of Discourse Network Analyzer 3. It is made in memory.
func writeDNA(w io.Writer, c *Content) error {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	defer db.Close()
	ctx := context.Background()
	conn, err := db.Conn(ctx) // each connection has a memory of its own
	if err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, "PRAGMA foreign_keys = ON"); err != nil {
		return err
	}
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	f := &dnaFile{tx: tx, content: c, prepared: map[string]*sql.Stmt{}, entities: map[entityKey]int64{}, attributes: map[int]int64{}}
	f.write()
	if f.err != nil {
		return errors.Join(fmt.Errorf(".dna file: %w", f.err), tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return conn.Raw(func(driver any) error {
		data, err := driver.(interface{ Serialize() ([]byte, error) }).Serialize()
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	})
}

// A dnaFile is a database that is being filled. After an error nothing more happens.
type dnaFile struct {
	tx         *sql.Tx
	content    *Content
	prepared   map[string]*sql.Stmt
	entities   map[entityKey]int64
	attributes map[int]int64 // the first of each variable's attributes; the others follow
	err        error
}

type entityKey struct {
	variable int
	value    string
}

// insert adds a row to the table, named with its columns, and returns its ID.
func (f *dnaFile) insert(into string, values ...any) int64 {
	if f.err != nil {
		return 0
	}
	statement := f.prepared[into]
	if statement == nil {
		query := "INSERT INTO " + into + " VALUES (?" + strings.Repeat(", ?", len(values)-1) + ")"
		if statement, f.err = f.tx.Prepare(query); f.err != nil {
			return 0
		}
		f.prepared[into] = statement
	}
	result, err := statement.Exec(values...)
	if err != nil {
		f.err = fmt.Errorf("%s %v: %w", into, values, err)
		return 0
	}
	id, err := result.LastInsertId()
	f.err = err
	return id
}

func (f *dnaFile) write() {
	for _, table := range dnaTables {
		if f.err == nil {
			_, f.err = f.tx.Exec(table)
		}
	}
	f.insert("SETTINGS (Property, Value)", "version", "3.0.11") // of DNA, by which it tells how to read the rest
	f.insert("SETTINGS (Property, Value)", "date", "2023-09-01")
	f.coders()
	f.insert("STATEMENTTYPES (ID, Label, Red, Green, Blue)", 1, "DNA Statement", 239, 208, 51)
	for i, v := range dnaVariables {
		f.insert("VARIABLES (ID, Variable, DataType, StatementTypeId)", i+1, v.name, v.dataType, 1)
		if v.dataType == shortText {
			f.attributes[i+1] = f.insert("ATTRIBUTEVARIABLES (VariableId, AttributeVariable)", i+1, entityAttributes[0])
			for _, attribute := range entityAttributes[1:] {
				f.insert("ATTRIBUTEVARIABLES (VariableId, AttributeVariable)", i+1, attribute)
			}
		}
	}
	all := events(f.content)
	f.documents(all)
	for i := range all {
		f.statement(&all[i])
	}
}

// coders adds the coders, each of whom may see and change what the others coded.
func (f *dnaFile) coders() {
	for i, name := range dnaCoders {
		f.insert("CODERS (ID, Name, Red, Green, Blue, Password)", i+1, name, 255-80*i, 255-80*i, 80*i, passwordHash(dnaPassword))
	}
	for i := range dnaCoders {
		for j := range dnaCoders {
			if i != j {
				f.insert("CODERRELATIONS (Coder, OtherCoder)", i+1, j+1)
			}
		}
	}
}

// passwordHash hashes a password as DNA does, with Jasypt's StrongPasswordEncryptor:
// SHA-256 a hundred thousand times over 16 bytes of salt and the password, in base64
// with the salt ahead. The salt is always the same one, so that the file is.
func passwordHash(password string) string {
	const salt, times = "counterclaim.dna", 100_000
	digest := sha256.Sum256([]byte(salt + password))
	for range times - 1 {
		digest = sha256.Sum256(digest[:])
	}
	return base64.StdEncoding.EncodeToString(append([]byte(salt), digest[:]...))
}

// documents adds the documents with their texts. Where a statement stands in no text, as
// a hand-coded one of a citation, its words are put at the end, so that DNA can show it.
func (f *dnaFile) documents(all []event) {
	texts := map[int]string{}
	for i, d := range documents(f.content) {
		texts[i+1] = f.content.Texts[d.ID]
	}
	added := map[int]bool{}
	for i := range all {
		e := &all[i]
		if e.place != nowhere {
			continue
		}
		text := texts[e.document]
		if text != "" {
			text += "\n\n"
		}
		start := javaLength(text)
		texts[e.document], added[e.document] = text+e.words, true
		e.place = place{start, start + javaLength(e.words)}
	}
	for i, d := range documents(f.content) {
		date := int64(0)
		if first, _ := d.Published.Days(); !first.IsZero() {
			date = first.Unix()
		}
		coder := ruleCoder
		if d.HandCoded() {
			coder = handCoder
		}
		f.insert("DOCUMENTS (ID, Title, Text, Coder, Author, Source, Section, Notes, Type, Date)", i+1, short(title(d)), texts[i+1],
			coderNumber(coder), short(d.Author), short(d.Publisher), "", notes(d, added[i+1]), short(d.Format), date)
	}
}

func coderNumber(name string) int { return slices.Index(dnaCoders, name) + 1 }

// title returns what a document is called; DNA shows nothing else of it in its list.
func title(d graph.Document) string {
	for _, s := range []string{d.Title, d.Name, d.URL} {
		if s != "" {
			return s
		}
	}
	return d.ID
}

// notes say of a document what DNA has no column for.
func notes(d graph.Document, added bool) string {
	out := []string{d.ID}
	if d.URL != "" {
		out = append(out, d.URL)
	}
	switch {
	case d.Published == "":
		out = append(out, "Its date is not known.")
	case len(d.Published) < len("2013-03-12"):
		out = append(out, "Of its date no more is known than "+string(d.Published)+".")
	}
	if added {
		out = append(out, "Words that a coder wrote down stand at the end of the text, or are all of it.")
	}
	return strings.Join(out, "\n")
}

// statement adds a statement with its values.
func (f *dnaFile) statement(e *event) {
	f.insert("STATEMENTS (ID, StatementTypeId, DocumentId, Start, Stop, Coder)", e.id, 1, e.document, e.place.start, e.place.stop, coderNumber(e.coder()))
	for i, v := range dnaVariables {
		value := v.value(e)
		if of, ok := value.(entity); ok {
			value = f.entity(i+1, of)
		}
		f.insert(dataTables[v.dataType], e.id, i+1, value)
	}
}
