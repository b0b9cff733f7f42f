package watch

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// A Message is what is posted: JSON, with the objects that the commands print as
// JSON Lines. Told again, it is the same byte for byte.
type Message struct {
	Type       string             `json:"type"` // "statements.new", "changes.new", and "….test"
	ID         string             `json:"id"`   // of all the rest, so that what comes twice can be told
	Watch      string             `json:"watch"`
	Query      string             `json:"query,omitempty"`
	Issue      string             `json:"issue,omitempty"`
	Speaker    string             `json:"speaker,omitempty"` // key
	Documents  []export.Document  `json:"documents,omitempty"`
	Statements []export.Statement `json:"statements,omitempty"`
	Changes    []export.Change    `json:"changes,omitempty"`
}

// MessageOf makes the message of n, a test when nothing hangs on it.
func MessageOf(ctx context.Context, st store.Store, n *News, test bool) (*Message, error) {
	m := &Message{Type: string(n.Watch.Kind) + ".new", Watch: n.Watch.Name, Query: n.Watch.Query, Issue: string(n.Watch.Issue), Speaker: n.Watch.Key}
	if test {
		m.Type = string(n.Watch.Kind) + ".test"
	}
	a := articles{ctx, st, map[onrecord.DocumentID]*export.Article{}}
	for i := range n.Statements {
		if err := m.statement(&a, &n.Statements[i]); err != nil {
			return nil, err
		}
	}
	for i := range n.Changes {
		if err := m.change(&a, &n.Changes[i]); err != nil {
			return nil, err
		}
	}
	body, err := m.Bytes()
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(body)
	m.ID = "msg_" + hex.EncodeToString(sum[:12])
	return m, nil
}

func (m *Message) statement(a *articles, h *store.Hit) error {
	_, told := a.read[h.Doc.ID]
	article, err := a.of(h.Doc.ID)
	if err != nil {
		return err
	}
	if !told {
		m.Documents = append(m.Documents, article.Head())
	}
	m.Statements = append(m.Statements, article.Statement(&h.Statement))
	return nil
}

func (m *Message) change(a *articles, d *store.Departure) error {
	earlier, err := a.of(d.Earlier.Doc.ID)
	if err != nil {
		return err
	}
	later, err := a.of(d.Later.Doc.ID)
	if err != nil {
		return err
	}
	line, err := export.ChangeOf(&d.Change, d.IssueName, earlier, later)
	m.Changes = append(m.Changes, line)
	return err
}

// Bytes is the body that is posted.
func (m *Message) Bytes() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(m)
	return b.Bytes(), err
}

// articles are the documents of one message, each read once.
type articles struct {
	ctx  context.Context
	st   store.Store
	read map[onrecord.DocumentID]*export.Article
}

func (a *articles) of(id onrecord.DocumentID) (*export.Article, error) {
	if article := a.read[id]; article != nil {
		return article, nil
	}
	r, err := a.st.Document(a.ctx, id)
	if err != nil {
		return nil, err
	}
	a.read[id] = export.Of(r)
	return a.read[id], nil
}
