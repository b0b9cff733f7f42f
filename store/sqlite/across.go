package sqlite

// What is kept across documents follows from them, and goes when they change.
// Statements are named by statement.at, documents by document.seq, ends of
// relations by relation.at and a side: 0 is From, 1 To.
//
//	counter.state  grows with each change of what is said here, see state.go
//	pending     the current documents that are to be collated
//	sketch      what finds a report again: of a document all or none; class, day
//	            and days are its time, see spans.go. terms and prints are arrays
//	            of little-endian numbers of 4 and 8 bytes
//	print       from a print to the statements that have it
//	same        matches
//	report      of a statement that is joined with others: the first report of
//	            its utterance, and which of its reports it is, from 0
//	utterance   its counts
//	traced, docprint, copy   the same of documents
//	placeholder of a collated document those that have an owner: on which days
//	            they begin
//	filled      what ends mean
//	ruling      what people ruled, one by one; ruled is what follows from it:
//	            where the statements stand now, NULL for nowhere, and whether it holds
//	issue       as it was declared
//	stance      a statement on an issue, with what a list of them shows; said
//	            and printed order it as onrecord.Report.Less does
//	change      between positions; added is the later of its documents
//	watch       saved questions
const acrossMigration = `
ALTER TABLE counter ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
CREATE TABLE pending(document INTEGER PRIMARY KEY REFERENCES document) STRICT;
INSERT INTO pending SELECT seq FROM document INDEXED BY document_outlet WHERE current;
CREATE TABLE sketch(
	at INTEGER PRIMARY KEY, speaker INTEGER REFERENCES speaker, class INTEGER NOT NULL, day INTEGER NOT NULL, days INTEGER NOT NULL,
	terms BLOB NOT NULL, prints BLOB NOT NULL
) STRICT;
CREATE INDEX sketch_spoken ON sketch(speaker, class, day, days) WHERE speaker IS NOT NULL;
CREATE TABLE print(print INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(print, at)) STRICT, WITHOUT ROWID;
CREATE TABLE same(a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY(a, b)) STRICT, WITHOUT ROWID;
CREATE INDEX same_b ON same(b);
CREATE TABLE report(at INTEGER PRIMARY KEY, first INTEGER NOT NULL, number INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX report_first ON report(first, number);
CREATE TABLE utterance(first INTEGER PRIMARY KEY, reports INTEGER NOT NULL, outlets INTEGER NOT NULL, independent INTEGER NOT NULL) STRICT;
CREATE TABLE traced(document INTEGER PRIMARY KEY, prints BLOB NOT NULL) STRICT;
CREATE TABLE docprint(print INTEGER NOT NULL, document INTEGER NOT NULL, PRIMARY KEY(print, document)) STRICT, WITHOUT ROWID;
CREATE TABLE copy(a INTEGER NOT NULL, b INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL, PRIMARY KEY(a, b)) STRICT, WITHOUT ROWID;
CREATE INDEX copy_b ON copy(b);
CREATE TABLE placeholder(
	owner INTEGER NOT NULL REFERENCES speaker, day INTEGER NOT NULL, at INTEGER NOT NULL, side INTEGER NOT NULL,
	PRIMARY KEY(owner, day, at, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX placeholder_at ON placeholder(at);
CREATE TABLE filled(
	at INTEGER NOT NULL, side INTEGER NOT NULL, statement INTEGER NOT NULL, score REAL NOT NULL, why TEXT NOT NULL,
	PRIMARY KEY(at, side)
) STRICT, WITHOUT ROWID;
CREATE INDEX filled_statement ON filled(statement);
CREATE TABLE ruling(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, json TEXT NOT NULL) STRICT;
CREATE TRIGGER ruling_kept BEFORE DELETE ON ruling BEGIN SELECT RAISE(ABORT, 'rulings are never deleted'); END;
CREATE TRIGGER ruling_fixed BEFORE UPDATE ON ruling BEGIN SELECT RAISE(ABORT, 'rulings are never changed'); END;
CREATE TABLE ruled(
	ruling INTEGER PRIMARY KEY REFERENCES ruling, document_a INTEGER NOT NULL REFERENCES document, document_b INTEGER NOT NULL REFERENCES document,
	a INTEGER, b INTEGER, holds INTEGER NOT NULL, together INTEGER NOT NULL
) STRICT;
CREATE INDEX ruled_document_a ON ruled(document_a);
CREATE INDEX ruled_document_b ON ruled(document_b);
CREATE INDEX ruled_a ON ruled(a) WHERE holds;
CREATE INDEX ruled_b ON ruled(b) WHERE holds;
CREATE TABLE issue(
	seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, text TEXT NOT NULL, declared TEXT NOT NULL,
	unassigned INTEGER NOT NULL, outdated INTEGER NOT NULL
) STRICT;
CREATE TABLE stance(
	issue INTEGER NOT NULL REFERENCES issue, said INTEGER NOT NULL, printed INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,
	score REAL NOT NULL, words TEXT NOT NULL, why TEXT NOT NULL, position TEXT NOT NULL,
	speaker INTEGER REFERENCES speaker, kind TEXT NOT NULL, act TEXT NOT NULL, time TEXT NOT NULL, published TEXT NOT NULL,
	outlet INTEGER NOT NULL REFERENCES outlet, document TEXT NOT NULL,
	PRIMARY KEY(issue, said, printed, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stance_at ON stance(at);
CREATE TABLE change(
	seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, issue INTEGER NOT NULL REFERENCES issue, kind TEXT NOT NULL, day INTEGER NOT NULL, added INTEGER NOT NULL,
	earlier INTEGER NOT NULL, later INTEGER NOT NULL, earlier_speaker INTEGER, later_speaker INTEGER, score REAL NOT NULL, json TEXT NOT NULL
) STRICT;
CREATE INDEX change_issue ON change(issue, day, id);
CREATE INDEX change_day ON change(day, id);
CREATE INDEX change_earlier ON change(earlier);
CREATE INDEX change_later ON change(later);
CREATE TABLE watch(
	name TEXT PRIMARY KEY, kind TEXT NOT NULL, query TEXT NOT NULL, issue TEXT NOT NULL, key TEXT NOT NULL,
	webhook TEXT NOT NULL, secret TEXT NOT NULL, told INTEGER NOT NULL, made TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`

// ofDocument are the numbers of what belongs to the document ?1.
const ofDocument = ` BETWEEN ?1 << 20 AND (?1 << 20) + 1048575`
