package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"onrecord"
	"onrecord/date"
	"onrecord/store"
)

// A decision is what the flags say.
type decision struct {
	speaker, speakerKind, said, kind, by, why, from string
	remove, restore                                 bool
	changed                                         func(flag string) bool
}

func (d *decision) check() error {
	switch {
	case strings.TrimSpace(d.by) == "":
		return errors.New("--by must name who decides")
	case strings.TrimSpace(d.why) == "":
		return errors.New("--why must give the reason")
	case d.changed("speaker") && strings.TrimSpace(d.speaker) == "":
		return errors.New(`--speaker is empty: write a name, or "unknown"`)
	case d.speakerKind != "" && !d.changed("speaker"):
		return errors.New("--speaker-kind goes with --speaker")
	case d.remove && d.restore:
		return errors.New("--remove and --restore: choose one")
	}
	return nil
}

// make adds a correction for each thing that was decided.
func (d *decision) make(ctx context.Context, st store.Store, w io.Writer, id onrecord.StatementID) error {
	on, r, err := findToCorrect(ctx, st, id)
	if err != nil {
		return err
	}
	list, err := d.corrections(r)
	if err != nil {
		return usageError{err}
	}
	when := time.Now()
	for i, c := range list {
		c.Doc, c.Statement, c.Content, c.Cue, c.Source = r.Doc.ID, on.ID, on.Content, on.Cue, on.Source
		c.Who, c.Why, c.When = strings.TrimSpace(d.by), strings.TrimSpace(d.why), store.InstantOf(when.Add(time.Duration(i)*time.Microsecond))
		c.ID = c.ComputeID()
		if before := standing(r, on, c.Field); before != nil && before.Value == c.Value && c.Field != onrecord.CorrectNote {
			fmt.Fprintf(w, "%s of %s is so already: %s\n", c.Field, id, decided(before))
			continue
		}
		if _, err := st.Correct(ctx, c); err != nil {
			return err
		}
		fmt.Fprintf(w, "%s of %s: %s\n", c.Field, id, decided(&c))
	}
	return nil
}

// findToCorrect finds a statement, also one that was removed, and its document.
func findToCorrect(ctx context.Context, st store.Store, id onrecord.StatementID) (*onrecord.Statement, *onrecord.Reading, error) {
	var on *onrecord.Statement
	switch h, err := st.Statement(ctx, id); {
	case err == nil:
		on = &h.Statement
	case !errors.Is(err, store.ErrNotFound):
		return nil, nil, err
	default:
		c, failed := removal(ctx, st, id)
		if failed != nil || c == nil {
			return nil, nil, errors.Join(err, failed)
		}
		on = c.Now
	}
	r, err := st.Document(ctx, on.Doc)
	return on, r, err
}

// removal is the decision that a statement is none, nil where there is no such.
func removal(ctx context.Context, st store.Store, id onrecord.StatementID) (*store.Decision, error) {
	decisions, err := st.Corrections(ctx)
	for i := range decisions {
		c := &decisions[i]
		if c.Now != nil && c.Now.ID == id && c.Field == onrecord.CorrectRemoved && !c.Superseded {
			return c, err
		}
	}
	return nil, err
}

// standing is the last correction of a field of a statement, nil for none.
func standing(r *onrecord.Reading, on *onrecord.Statement, field onrecord.CorrectionField) (last *onrecord.Correction) {
	for i := range r.Corrections {
		if c := &r.Corrections[i]; c.Field == field && c.Statement == on.ID {
			last = c
		}
	}
	return last
}

// corrections are the fields and values that the flags give.
func (d *decision) corrections(r *onrecord.Reading) (list []onrecord.Correction, err error) {
	add := func(field onrecord.CorrectionField, value string) {
		list = append(list, onrecord.Correction{Field: field, Value: value})
	}
	if d.changed("speaker") {
		add(onrecord.CorrectSpeaker, d.speakerValue(r))
	}
	if d.changed("kind") {
		add(onrecord.CorrectKind, d.kind)
	}
	if d.changed("said") {
		said, err := d.time()
		if err != nil {
			return nil, err
		}
		list = append(list, said)
	}
	switch {
	case d.remove:
		add(onrecord.CorrectRemoved, "yes")
	case d.restore:
		add(onrecord.CorrectRemoved, "no")
	}
	if len(list) == 0 {
		add(onrecord.CorrectNote, "")
	}
	return list, nil
}

// speakerValue is the speaker by name and kind: the kind is the one given, else
// that of the entity of this name in the article.
func (d *decision) speakerValue(r *onrecord.Reading) string {
	name := strings.TrimSpace(d.speaker)
	if name == "unknown" {
		return ""
	}
	if d.speakerKind != "" {
		return store.SpeakerValue(onrecord.EntityKind(d.speakerKind), name)
	}
	for i := range r.Entities {
		e := &r.Entities[i]
		if store.KeyOf(e.Kind, name) == store.KeyOf(e.Kind, e.Name) {
			return store.SpeakerValue(e.Kind, e.Name)
		}
	}
	return store.SpeakerValue(onrecord.Person, name)
}

func (d *decision) time() (onrecord.Correction, error) {
	c := onrecord.Correction{Field: onrecord.CorrectSaid}
	if d.said == "unknown" {
		return c, nil
	}
	from, until, err := bounds(d.said)
	if err != nil {
		return c, fmt.Errorf("--said %s: %w: write a date such as 2017-12-13", d.said, err)
	}
	c.Value, c.From, c.Until = d.said, from, until
	return c, nil
}

// bounds are the first day that a date may mean and the day after the last.
func bounds(edtf string) (from, until onrecord.Day, err error) {
	parsed, err := date.Parse(edtf)
	if err != nil {
		return "", "", err
	}
	first, last := parsed.Bounds()
	if first == "" && last == "" {
		return "", "", errors.New("it has neither a first nor a last day")
	}
	if day, err := time.Parse(time.DateOnly, string(last)); err == nil {
		until = onrecord.Day(day.AddDate(0, 0, 1).Format(time.DateOnly))
	}
	return first, until, nil
}

// decided says in words what a correction decides, who decided it and why.
func decided(c *onrecord.Correction) string {
	day, _, _ := strings.Cut(string(c.When), "T")
	words := fmt.Sprintf("%s, by %s on %s: %s", valueWords(c), c.Who, day, c.Why)
	return safe(strings.TrimSuffix(strings.TrimPrefix(words, ", "), ": "))
}

func valueWords(c *onrecord.Correction) string {
	_, name := store.ParseSpeakerValue(c.Value)
	switch {
	case c.Field == onrecord.CorrectRemoved && c.Value == "yes":
		return "no statement"
	case c.Field == onrecord.CorrectRemoved:
		return "a statement after all"
	case c.Field == onrecord.CorrectNote:
		return ""
	case c.Value == "":
		return "unknown"
	case c.Field == onrecord.CorrectSpeaker:
		return name
	}
	return c.Value
}
