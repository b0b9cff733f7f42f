package sqlite

// The schema, one migration a version. PRAGMA user_version counts them.
//
//	document   an article as it was found, its text, and in JSON what else was
//	           read of it: head, entities, relations. seq is the order of adding; of the documents with
//	           one address the last added is current. reader says how it was
//	           read, as onrecord.ReaderVersion is written.
//	page       which bytes were read from which path or URL, by which reader
//	statement  a row an ascription; place is where it stands in time (see place.go),
//	           relations the kinds of those that it is an end of
//	body       the statement's spans and the rest, in JSON; at is
//	           document.seq << 20 | its number in the document
//	indexed    the words of the statements of current documents and their
//	           marks (see marks.go), cut out of the text: no word is kept twice
//	words      the full-text index over indexed. FTS5 reads the view when it
//	           checks itself, and allows it no virtual table (json_each)
//	speaker, role, outlet, tally   counts of current statements, kept in step
//	relation   a row a relation of a current document: the number of its
//	           document << 20 | its number in document.relations, the day that
//	           orders it (see put_relations.go), and whose its ends are
//	correction what people decided, one by one. The other tables hold what
//	           holds after them; document.found then has, in JSON, what the
//	           reader found, and is empty for a document without corrections
//	identification, holding_list, holding   who is who, see identity.go
//	pending, sketch and the rest   what is kept across documents, see across.go
//	failure    articles that could not be read
//	counter    how many statements were ever added
//
// Offsets are bytes of document.text. Days are ISO 8601.
var migrations = []string{`
CREATE TABLE outlet(
	seq INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
	documents INTEGER NOT NULL DEFAULT 0, statements INTEGER NOT NULL DEFAULT 0,
	unattributed INTEGER NOT NULL DEFAULT 0, first TEXT NOT NULL DEFAULT '', last TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE document(
	seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, address TEXT NOT NULL, current INTEGER NOT NULL,
	article TEXT NOT NULL, title TEXT NOT NULL, outlet INTEGER NOT NULL REFERENCES outlet,
	published TEXT NOT NULL, statements INTEGER NOT NULL, reader TEXT NOT NULL, replaces TEXT NOT NULL,
	head TEXT NOT NULL, entities TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX document_address ON document(address);
CREATE INDEX document_outlet ON document(outlet, current, published);
CREATE TABLE page(
	article TEXT NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL, document INTEGER NOT NULL REFERENCES document,
	PRIMARY KEY(article, sha256)
) STRICT, WITHOUT ROWID;
CREATE TABLE speaker(
	seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, words TEXT NOT NULL,
	statements INTEGER NOT NULL DEFAULT 0, documents INTEGER NOT NULL DEFAULT 0,
	first TEXT NOT NULL DEFAULT '', last TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX speaker_most ON speaker(statements DESC, seq);
CREATE TABLE role(
	speaker INTEGER NOT NULL REFERENCES speaker, title TEXT NOT NULL, n INTEGER NOT NULL,
	PRIMARY KEY(speaker, title)
) STRICT, WITHOUT ROWID;
CREATE TABLE statement(
	place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL UNIQUE,
	speaker INTEGER REFERENCES speaker, outlet INTEGER NOT NULL, kind TEXT NOT NULL, act TEXT NOT NULL,
	anonymity TEXT NOT NULL, year TEXT NOT NULL
) STRICT;
CREATE TABLE body(at INTEGER PRIMARY KEY, marks TEXT NOT NULL, json TEXT NOT NULL) STRICT;
CREATE TABLE tally(field TEXT NOT NULL, value TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY(field, value)) STRICT, WITHOUT ROWID;
CREATE TABLE failure(article TEXT PRIMARY KEY, reason TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE counter(statements INTEGER NOT NULL) STRICT;
INSERT INTO counter VALUES(0);
CREATE VIEW indexed AS
SELECT s.place AS place,
	replace((WITH RECURSIVE piece(i, span) AS (
			SELECT 0, b.json->'$.content[0]' UNION ALL SELECT i+1, b.json->('$.content[' || (i+1) || ']') FROM piece WHERE span IS NOT NULL)
		SELECT coalesce(group_concat(CAST(substr(d.bytes, (span->>0)+1, (span->>1)-(span->>0)) AS TEXT), ' … ' ORDER BY i), '')
		FROM piece WHERE span IS NOT NULL), char(0xE000), ' ') AS content,
	replace(CAST(substr(d.bytes, coalesce(b.json->>'$.source[0]', 0)+1, coalesce(b.json->>'$.source[1]' - b.json->>'$.source[0]', 0)) AS TEXT), char(0xE000), ' ') AS source,
	replace(CAST(substr(d.bytes, coalesce(b.json->>'$.cue[0]', 0)+1, coalesce(b.json->>'$.cue[1]' - b.json->>'$.cue[0]', 0)) AS TEXT), char(0xE000), ' ') AS cue,
	b.marks AS marks
FROM statement s JOIN body b ON b.at = s.at
	JOIN (SELECT seq, CAST(text AS BLOB) AS bytes FROM document WHERE current) d ON d.seq = s.at >> 20;
CREATE VIRTUAL TABLE words USING fts5(content, source, cue, marks,
	content='indexed', content_rowid='place', tokenize='porter unicode61');
`, `
CREATE INDEX document_reader ON document(reader, id);
`, `
ALTER TABLE document ADD COLUMN found TEXT NOT NULL DEFAULT '';
CREATE TABLE correction(
	seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document,
	statement TEXT NOT NULL, json TEXT NOT NULL
) STRICT;
CREATE INDEX correction_document ON correction(document);
CREATE TRIGGER correction_kept BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are never deleted'); END;
CREATE TRIGGER correction_fixed BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'corrections are never changed'); END;
`, `
ALTER TABLE document ADD COLUMN relations TEXT NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN relations TEXT NOT NULL DEFAULT '';
CREATE TABLE relation(
	at INTEGER PRIMARY KEY, day INTEGER NOT NULL, kind TEXT NOT NULL,
	from_owner INTEGER REFERENCES speaker, to_owner INTEGER REFERENCES speaker
) STRICT;
CREATE INDEX relation_day ON relation(day);
CREATE INDEX relation_kind ON relation(kind, day);
CREATE INDEX relation_from ON relation(from_owner);
CREATE INDEX relation_to ON relation(to_owner);
`, identityMigration, acrossMigration}

// Schema is the version of the schema.
var Schema = len(migrations)
