package exports

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shell returns a program that tests read our files with. Where it is absent the test is
// skipped, except in CI, where that is a failure.
func shell(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	switch {
	case err == nil:
	case os.Getenv("CI") == "true":
		t.Fatalf("%s is not installed", program)
	default:
		t.Skipf("%s is not installed", program)
	}
	return path
}

// The sqlite3 shell, which is not ours, finds the tables that DNA expects, with keys that
// lead somewhere, and words that stand where the statement says.
func TestDNAFileInTheSQLiteShell(t *testing.T) {
	sqlite3 := shell(t, "sqlite3")
	var out, again bytes.Buffer
	if err := writeDNA(&out, all()); err != nil {
		t.Fatal(err)
	}
	if err := writeDNA(&again, all()); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Errorf("writing twice gives two files; %v", err)
	}
	path := filepath.Join(t.TempDir(), "harbour.dna")
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ query, want string }{
		{"PRAGMA integrity_check", "ok"},
		{"PRAGMA foreign_key_check", ""},
		{"SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name)",
			"ATTRIBUTEVALUES ATTRIBUTEVARIABLES CODERRELATIONS CODERS DATABOOLEAN DATAINTEGER DATALONGTEXT DATASHORTTEXT DOCUMENTS ENTITIES REGEXES SETTINGS STATEMENTS STATEMENTTYPES VARIABLELINKS VARIABLES"},
		{"SELECT group_concat(m.name || '.' || f.\"from\" || '>' || f.\"table\" || '.' || f.\"to\", ' ') FROM (SELECT * FROM sqlite_master ORDER BY name) m, pragma_foreign_key_list(m.name) f WHERE m.name IN ('STATEMENTS', 'DATASHORTTEXT')",
			"DATASHORTTEXT.Entity>ENTITIES.ID DATASHORTTEXT.VariableId>VARIABLES.ID DATASHORTTEXT.StatementId>STATEMENTS.ID STATEMENTS.DocumentId>DOCUMENTS.ID STATEMENTS.Coder>CODERS.ID STATEMENTS.StatementTypeId>STATEMENTTYPES.ID"},
		{"SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = (SELECT ID FROM STATEMENTTYPES WHERE Label = 'DNA Statement') AND ID < 5",
			"1|person|short text\n2|organization|short text\n3|concept|short text\n4|agreement|boolean"},
		{"SELECT s.ID, replace(substr(d.Text, Start + 1, Stop - Start), char(10), '/') FROM STATEMENTS s JOIN DOCUMENTS d ON s.DocumentId = d.ID WHERE s.ID <> 3",
			"1|No ship/left port; none.\n2|Their ships; nobody else's 🚢,” Ana Reyes said, “fired on Lund Bay.”"}, // one character more: SQLite counts the ship once, Java twice
		{"SELECT s.ID, c.Name, v.Variable, e.Value FROM STATEMENTS s JOIN CODERS c ON s.Coder = c.ID JOIN DATASHORTTEXT t ON t.StatementId = s.ID JOIN VARIABLES v ON t.VariableId = v.ID JOIN ENTITIES e ON t.Entity = e.ID WHERE v.ID < 4 ORDER BY s.ID, v.ID",
			"1|coder|person|unnamed porters\n1|coder|organization|Veldany\n1|coder|concept|ships\n2|counterclaim|person|Ana Reyes\n2|counterclaim|organization|Norreland\n2|counterclaim|concept|strike Lund Bay 2031\n3|counterclaim|person|\n3|counterclaim|organization|Foreign Ministry of Veldany\n3|counterclaim|concept|strike Lund Bay 2031"},
		{"SELECT group_concat(Value, '') FROM DATABOOLEAN", "010"},
		{"SELECT Title, date(Date, 'unixepoch'), Source, replace(Notes, char(10), '/') FROM DOCUMENTS",
			"No ship left port|2031-05-01|Evening Post|doc:00000000000b/Of its date no more is known than 2031-05./Words that a coder wrote down stand at the end of the text, or are all of it.\n" +
				"Norreland blames Veldany <for> the \"harbour\" strike|2031-05-02|Harbour Gazette|doc:00000000000a/javascript:alert(1)"},
		{"SELECT e.Value, a.AttributeVariable, v.AttributeValue FROM ENTITIES e JOIN ATTRIBUTEVALUES v ON v.EntityId = e.ID JOIN ATTRIBUTEVARIABLES a ON a.ID = v.AttributeVariableId WHERE e.Value = 'Ana Reyes' AND e.VariableId = 1",
			"Ana Reyes|Type|person\nAna Reyes|Alias|\nAna Reyes|Notes|actor:ana-reyes"},
		{"SELECT Value FROM SETTINGS WHERE Property = 'version'", "3.0.11"},
		{"SELECT count(*) FROM CODERRELATIONS", "6"},
	} {
		got, err := exec.Command(sqlite3, path, c.query).CombinedOutput()
		if strings.TrimSuffix(string(got), "\n") != c.want || err != nil {
			t.Errorf("%s\ngot  %s\nwant %s\n%v", c.query, got, c.want, err)
		}
	}
}

// A concept whose words are longer than DNA keeps stays another one than one that begins
// alike.
func TestShortValues(t *testing.T) {
	long := strings.Repeat("é", 300)
	a, b := entity{value: long, id: "st:aaaaaaaaaaaa0001"}.short(), entity{value: long, id: "st:aaaaaaaaaaaa0002"}.short()
	if a == b || len([]rune(a)) != longest || len([]rune(b)) != longest || len([]rune(short(long))) != longest {
		t.Errorf("%d characters: %s\n%d characters: %s", len([]rune(a)), a, len([]rune(b)), b)
	}
}

// What several actors are called tells them apart.
func TestLabels(t *testing.T) {
	got := apart(map[string]string{
		"actor:unnamed-source-gazette": "unnamed source", "actor:unnamed-source-post": "unnamed source",
		"actor:veldany": "Veldany", "st:1": "“No comment.”", "st:2": "“No comment.”",
	})
	for id, want := range map[string]string{
		"actor:unnamed-source-gazette": "unnamed source (gazette)", "actor:unnamed-source-post": "unnamed source (post)",
		"actor:veldany": "Veldany", "st:1": "“No comment.” (1)", "st:2": "“No comment.” (2)",
	} {
		if got[id] != want {
			t.Errorf("%s is %s, want %s", id, got[id], want)
		}
	}
}

// Jasypt 1.9.3's StrongPasswordEncryptor, which DNA asks, takes the password for right by
// this hash: 16 bytes of salt, 32 of SHA-256.
func TestPasswordHash(t *testing.T) {
	if got, want := passwordHash(dnaPassword), "Y291bnRlcmNsYWltLmRuYRdr4tnDygeYueS/vCWDiIFfvt4kWeqVyY6iK5YcMZc6"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
