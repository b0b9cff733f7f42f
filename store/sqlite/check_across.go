package sqlite

import (
	"fmt"
)

// A rule is what must hold of what is kept across documents: query lists what
// breaks it.
type rule struct{ query, says string }

// order is what onrecord.Report.Less compares of a statement t with its body b
// and its document d.
const order = `(SELECT coalesce(b.json->>'$.said.from', b.json->>'$.said.until', '~') || char(9)
	|| coalesce(d.head->>'$.published.from', d.head->>'$.published.until', '~') || char(9) || t.id
	FROM statement t JOIN body b ON b.at = t.at JOIN document d ON d.seq = t.at >> 20 WHERE t.at = `

var rules = []rule{
	{`SELECT id FROM document WHERE NOT current AND seq IN (SELECT document FROM pending)`, "document %s: pending, and not current"},
	{`SELECT id FROM document WHERE current AND seq NOT IN (SELECT document FROM pending UNION SELECT document FROM traced)`, "document %s: neither pending nor collated"},
	{`SELECT document FROM traced WHERE document NOT IN (SELECT seq FROM document WHERE current)`, "document at %s: collated, and not current"},
	{`SELECT d.id || ': ' || d.statements || ' statements and ' || (SELECT count(*) FROM sketch WHERE at BETWEEN d.seq << 20 AND (d.seq << 20) + 1048575) || ' sketches'
		FROM traced JOIN document d ON seq = document WHERE d.statements <> (SELECT count(*) FROM sketch WHERE at BETWEEN d.seq << 20 AND (d.seq << 20) + 1048575)`, "document %s"},
	{`SELECT k.at FROM sketch k LEFT JOIN statement t USING(at) LEFT JOIN traced ON document = k.at >> 20
		WHERE t.id IS NULL OR document IS NULL OR t.speaker IS NOT k.speaker`, "sketch at %s: of no statement that was collated, or of another speaker's"},
	{`SELECT a || ' and ' || b FROM same WHERE a = b OR a NOT IN (SELECT at FROM sketch) OR b NOT IN (SELECT at FROM sketch)
		OR EXISTS(SELECT * FROM same o WHERE o.a = same.b AND o.b = same.a)`, "match of %s: not of two statements that were collated, or twice"},
	{`SELECT a || ' and ' || b FROM same WHERE ` + order + `same.a) > ` + order + `same.b)`, "match of %s: the first is not before the second"},
	{`SELECT a || ' and ' || b FROM copy WHERE a = b OR a NOT IN (SELECT document FROM traced) OR b NOT IN (SELECT document FROM traced)
		OR EXISTS(SELECT * FROM copy o WHERE o.a = copy.b AND o.b = copy.a)`, "copy of %s: not of two documents that were collated, or twice"},
	{`SELECT at FROM report WHERE at NOT IN (SELECT at FROM sketch) OR first NOT IN (SELECT first FROM utterance)`, "report at %s: of no statement that was collated, or of no utterance"},
	{`SELECT first FROM utterance WHERE reports < 2 OR outlets NOT BETWEEN 1 AND reports OR independent NOT BETWEEN 1 AND reports
		OR reports <> (SELECT count(*) FROM report r WHERE r.first = utterance.first)
		OR reports <> (SELECT max(number) + 1 FROM report r WHERE r.first = utterance.first)
		OR 0 IS NOT (SELECT number FROM report WHERE at = utterance.first AND report.first = utterance.first)`, "utterance at %s: its counts are wrong"},
	{`SELECT one.at FROM report one JOIN report next ON next.first = one.first AND next.number = one.number + 1
		WHERE ` + order + `one.at) >= ` + order + `next.at)`, "report at %s: not before the one that follows"},
	{`SELECT at || ' ' || side FROM filled WHERE at NOT IN (SELECT at FROM relation) OR at >> 20 = statement >> 20
		OR statement >> 20 NOT IN (SELECT seq FROM document WHERE current) OR statement NOT IN (SELECT at FROM statement)`, "end at %s: filled with what is no statement of another current document"},
	{`SELECT s.id FROM stance s LEFT JOIN statement t USING(at) LEFT JOIN document d ON d.seq = t.at >> 20 WHERE t.id IS NOT s.id OR d.current IS NOT 1
		OR (t.kind, t.act, t.outlet, d.id) <> (s.kind, s.act, s.outlet, s.document) OR t.speaker IS NOT s.speaker`, "stance of statement %s: not of a current document, or its columns differ"},
	{`SELECT c.id FROM change c LEFT JOIN statement e ON e.at = c.earlier LEFT JOIN statement l ON l.at = c.later
		WHERE c.earlier = c.later OR e.id IS NULL OR l.id IS NULL
		OR c.earlier >> 20 NOT IN (SELECT seq FROM document WHERE current) OR c.later >> 20 NOT IN (SELECT seq FROM document WHERE current)
		OR c.added <> max(c.earlier, c.later) >> 20 OR c.earlier_speaker IS NOT e.speaker OR c.later_speaker IS NOT l.speaker
		OR c.day <> iif(l.place >> 44, l.place >> 44, l.place >> 25 & 524287)`, "change %s: not between statements of current documents, or its columns differ"},
	{`SELECT name FROM watch WHERE kind NOT IN ('statements', 'changes') OR name = ''`, "watch %s: of no kind"},
}

// across sees that what is kept across documents is in step with them, when
// these are sound.
func (c *checker) across() error {
	if len(c.wrong) > 0 {
		return nil
	}
	for _, r := range rules {
		wrong, err := listed[string](c.tx.QueryContext(c.ctx, `SELECT CAST(one AS TEXT) FROM (SELECT NULL AS one WHERE false UNION ALL `+r.query+`)`))
		if err != nil {
			return fmt.Errorf("%s: %w", r.says, err)
		}
		for _, what := range wrong {
			c.say(r.says, what)
		}
	}
	for _, check := range []func() error{c.sketches, c.placeholders, c.rulings, c.stances, c.changes} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}
