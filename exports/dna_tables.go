package exports

// The tables of a .dna file, as Discourse Network Analyzer 3.0 makes and expects them
// (its Sql.createTables, for SQLite): names, columns, checks and keys are facts of the
// format. Short texts have fewer than 191 characters.
var dnaTables = []string{
	`CREATE TABLE SETTINGS (Property TEXT PRIMARY KEY, Value TEXT NOT NULL)`,
	`CREATE TABLE CODERS (
		ID INTEGER NOT NULL PRIMARY KEY,
		Name TEXT NOT NULL CHECK (LENGTH(Name) < 191),
		` + dnaColour + `,
		Refresh INTEGER NOT NULL CHECK (Refresh BETWEEN 0 AND 9999) DEFAULT 0,
		FontSize INTEGER NOT NULL CHECK (FontSize BETWEEN 1 AND 99) DEFAULT 14,
		Password TEXT NOT NULL CHECK (LENGTH(Password) < 191),
		PopupWidth INTEGER CHECK (PopupWidth BETWEEN 100 AND 9999) DEFAULT 300,
		ColorByCoder INTEGER NOT NULL CHECK (ColorByCoder BETWEEN 0 AND 1) DEFAULT 0,
		PopupDecoration INTEGER NOT NULL CHECK (PopupDecoration BETWEEN 0 AND 1) DEFAULT 0,
		PopupAutoComplete INTEGER NOT NULL CHECK (PopupAutoComplete BETWEEN 0 AND 1) DEFAULT 1,
		` + dnaPermissions() + `)`,
	`CREATE TABLE DOCUMENTS (
		ID INTEGER NOT NULL PRIMARY KEY,
		Title TEXT NOT NULL CHECK (LENGTH(Title) < 191),
		Text TEXT NOT NULL,
		Coder INTEGER,
		Author TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Author) < 191),
		Source TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Source) < 191),
		Section TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Section) < 191),
		Notes TEXT NOT NULL DEFAULT '',
		Type TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Type) < 191),
		Date INTEGER NOT NULL,
		FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE)`,
	`CREATE TABLE STATEMENTTYPES (
		ID INTEGER NOT NULL PRIMARY KEY,
		Label TEXT NOT NULL CHECK (LENGTH(Label) < 191),
		` + dnaColour + `)`,
	`CREATE TABLE VARIABLES (
		ID INTEGER NOT NULL PRIMARY KEY,
		Variable TEXT NOT NULL CHECK (LENGTH(Variable) < 191),
		DataType TEXT NOT NULL CHECK (DataType = 'boolean' OR DataType = 'integer' OR DataType = 'long text' OR DataType = 'short text') DEFAULT 'short text',
		StatementTypeId INTEGER,
		FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE,
		UNIQUE (Variable, StatementTypeId))`,
	`CREATE TABLE VARIABLELINKS (
		ID INTEGER NOT NULL PRIMARY KEY,
		SourceVariableId INTEGER,
		TargetVariableId INTEGER,
		CHECK (TargetVariableId != SourceVariableId),
		FOREIGN KEY(SourceVariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE,
		FOREIGN KEY(TargetVariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE)`,
	`CREATE TABLE REGEXES (
		Label TEXT PRIMARY KEY CHECK (LENGTH(Label) < 191),
		` + dnaColour + `)`,
	`CREATE TABLE CODERRELATIONS (
		ID INTEGER NOT NULL PRIMARY KEY,
		Coder INTEGER CHECK(Coder > 0),
		OtherCoder INTEGER CHECK(OtherCoder > 0),
		viewStatements INTEGER NOT NULL DEFAULT 1 CHECK(viewStatements BETWEEN 0 AND 1),
		editStatements INTEGER NOT NULL DEFAULT 1 CHECK(editStatements BETWEEN 0 AND 1),
		viewDocuments INTEGER NOT NULL DEFAULT 1 CHECK(viewDocuments BETWEEN 0 AND 1),
		editDocuments INTEGER NOT NULL DEFAULT 1 CHECK(editDocuments BETWEEN 0 AND 1),
		CHECK (Coder != OtherCoder),
		FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE,
		FOREIGN KEY(OtherCoder) REFERENCES CODERS(ID) ON DELETE CASCADE)`,
	`CREATE TABLE STATEMENTS (
		ID INTEGER NOT NULL PRIMARY KEY,
		StatementTypeId INTEGER,
		DocumentId INTEGER,
		Start INTEGER NOT NULL CHECK(Start >= 0),
		Stop INTEGER NOT NULL CHECK(Stop >= 0),
		Coder INTEGER,
		CHECK (Start < Stop),
		FOREIGN KEY(StatementTypeId) REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE,
		FOREIGN KEY(Coder) REFERENCES CODERS(ID) ON DELETE CASCADE,
		FOREIGN KEY(DocumentId) REFERENCES DOCUMENTS(ID) ON DELETE CASCADE)`,
	`CREATE TABLE DATABOOLEAN (` + dnaData(`Value INTEGER NOT NULL DEFAULT 1`) + `)`,
	`CREATE TABLE DATAINTEGER (` + dnaData(`Value INTEGER NOT NULL DEFAULT 0`) + `)`,
	`CREATE TABLE ENTITIES (
		ID INTEGER PRIMARY KEY NOT NULL,
		VariableId INTEGER NOT NULL,
		Value TEXT NOT NULL DEFAULT '' CHECK (LENGTH(Value) < 191),
		Red INTEGER CHECK (Red BETWEEN 0 AND 255),
		Green INTEGER CHECK (Green BETWEEN 0 AND 255),
		Blue INTEGER CHECK (Blue BETWEEN 0 AND 255),
		ChildOf INTEGER CHECK(ChildOf > 0),
		UNIQUE (VariableId, Value),
		FOREIGN KEY(ChildOf) REFERENCES ENTITIES(ID) ON DELETE CASCADE,
		FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE)`,
	`CREATE TABLE DATASHORTTEXT (` + dnaData(`Entity INTEGER NOT NULL`) + `,
		FOREIGN KEY(Entity) REFERENCES ENTITIES(ID) ON DELETE CASCADE)`,
	`CREATE TABLE DATALONGTEXT (` + dnaData(`Value TEXT DEFAULT ''`) + `)`,
	`CREATE TABLE ATTRIBUTEVARIABLES (
		ID INTEGER PRIMARY KEY NOT NULL,
		VariableId INTEGER NOT NULL,
		AttributeVariable TEXT NOT NULL CHECK (LENGTH(AttributeVariable) < 191),
		UNIQUE(VariableId, AttributeVariable),
		FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE)`,
	`CREATE TABLE ATTRIBUTEVALUES (
		ID INTEGER PRIMARY KEY NOT NULL,
		EntityId INTEGER NOT NULL,
		AttributeVariableId INTEGER NOT NULL,
		AttributeValue TEXT NOT NULL DEFAULT '' CHECK (LENGTH(AttributeValue) < 191),
		UNIQUE (EntityId, AttributeVariableId),
		FOREIGN KEY(EntityId) REFERENCES ENTITIES(ID) ON DELETE CASCADE,
		FOREIGN KEY(AttributeVariableId) REFERENCES ATTRIBUTEVARIABLES(ID) ON DELETE CASCADE)`,
}

const dnaColour = `Red INTEGER NOT NULL DEFAULT 0 CHECK (Red BETWEEN 0 AND 255),
		Green INTEGER NOT NULL DEFAULT 0 CHECK (Green BETWEEN 0 AND 255),
		Blue INTEGER NOT NULL DEFAULT 0 CHECK (Blue BETWEEN 0 AND 255)`

// dnaPermissions are the columns that say what a coder may do: everything, unless said
// otherwise.
func dnaPermissions() string {
	columns := ""
	for i, what := range []string{
		"AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements", "DeleteStatements",
		"EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations",
		"ViewOthersDocuments", "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements",
	} {
		if i > 0 {
			columns += ",\n\t\t"
		}
		columns += "Permission" + what + " INTEGER NOT NULL CHECK (Permission" + what + " BETWEEN 0 AND 1) DEFAULT 1"
	}
	return columns
}

// dnaData are the columns and keys of a table that has the values of one data type.
func dnaData(value string) string {
	return `
		ID INTEGER PRIMARY KEY NOT NULL,
		StatementId INTEGER NOT NULL,
		VariableId INTEGER NOT NULL,
		` + value + `,
		UNIQUE (StatementId, VariableId),
		FOREIGN KEY(StatementId) REFERENCES STATEMENTS(ID) ON DELETE CASCADE,
		FOREIGN KEY(VariableId) REFERENCES VARIABLES(ID) ON DELETE CASCADE`
}
