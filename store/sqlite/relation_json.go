package sqlite

import (
	"encoding/json"
	"fmt"

	"onrecord"
)

// The relations of a document stand in JSON as its entities do, in document
// and in what was found; see body.go for how.

type relation struct {
	ID    string   `json:"id"`
	Kind  string   `json:"kind"`
	From  end      `json:"from"`
	To    end      `json:"to"`
	Basis string   `json:"basis,omitempty"`
	Cue   *span    `json:"cue,omitempty"`
	Hedge *span    `json:"hedge,omitempty"`
	By    string   `json:"by,omitempty"`
	Score float64  `json:"score,omitempty"`
	Why   []string `json:"why,omitempty"`
}

type end struct {
	Statement string   `json:"statement,omitempty"`
	Owner     string   `json:"owner,omitempty"`
	Noun      string   `json:"noun,omitempty"`
	Words     *span    `json:"words,omitempty"`
	About     *span    `json:"about,omitempty"`
	Said      *claimed `json:"said,omitempty"`
}

// encodeRelations is empty for a document without any.
func encodeRelations(relations []onrecord.Relation) string {
	if len(relations) == 0 {
		return ""
	}
	out := make([]relation, len(relations))
	for i, rel := range relations {
		out[i] = relation{string(rel.ID), string(rel.Kind), endOf(rel.From), endOf(rel.To), string(rel.Basis),
			spanOf(rel.Cue), spanOf(rel.Hedge), string(rel.By), rel.Score, rel.Why}
	}
	return encode(out)
}

func decodeRelations(text string, doc onrecord.DocumentID) ([]onrecord.Relation, error) {
	if text == "" {
		return nil, nil
	}
	var stored []relation
	if err := json.Unmarshal([]byte(text), &stored); err != nil {
		return nil, fmt.Errorf("relations of document %s: %w", doc, err)
	}
	out := make([]onrecord.Relation, len(stored))
	for i, rel := range stored {
		out[i] = onrecord.Relation{ID: onrecord.RelationID(rel.ID), Doc: doc, Kind: onrecord.RelationKind(rel.Kind),
			From: rel.From.end(), To: rel.To.end(), Basis: onrecord.Basis(rel.Basis), Cue: toSpan(rel.Cue), Hedge: toSpan(rel.Hedge),
			By: onrecord.EntityID(rel.By), Score: rel.Score, Why: rel.Why}
	}
	return out, nil
}

func endOf(e onrecord.End) end {
	return end{string(e.Statement), string(e.Owner), e.Noun, spanOf(e.Words), spanOf(e.About), claimedOf(e.Said)}
}

func (e end) end() onrecord.End {
	return onrecord.End{Statement: onrecord.StatementID(e.Statement), Owner: onrecord.EntityID(e.Owner), Noun: e.Noun,
		Words: toSpan(e.Words), About: toSpan(e.About), Said: toClaimed(e.Said)}
}
