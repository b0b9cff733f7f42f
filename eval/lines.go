package eval

// Lines are the scores of statements as lines of a scoreboard.
func (r Result) Lines(corpus string) []Line {
	line := func(measure string, value float64, of int) Line {
		return Line{corpus, "quote", measure, value, of}
	}
	var out []Line
	for _, role := range Roles {
		for _, m := range []struct {
			name string
			prf  PRF
		}{{"exact", r.Exact[role]}, {"overlap", r.Overlap[role]}, {"token", r.Token[role]}} {
			of := r.Spans[role]
			if m.name == "token" {
				of = r.Tokens[role]
			}
			out = append(out, line(role.String()+" "+m.name+" F1", m.prf.F, of))
		}
		out = append(out, line(role.String()+" exact P", r.Exact[role].P, r.Spans[role]),
			line(role.String()+" exact R", r.Exact[role].R, r.Spans[role]))
	}
	for _, m := range []struct {
		name string
		prf  PRF
	}{{"whole exact", r.LinkedExact}, {"whole relaxed", r.LinkedRelaxed}} {
		out = append(out, line(m.name+" F1", m.prf.F, r.Attributions),
			line(m.name+" P", m.prf.P, r.Attributions), line(m.name+" R", m.prf.R, r.Attributions))
	}
	return append(out, line("direct found", r.DirectFound, r.Direct),
		line("direct content exact", r.DirectContent, r.Direct),
		line("direct source right of found", r.DirectSource, r.Direct))
}

// Chosen are the scores that tell one reader, or one form of a text, from
// another, as lines of a scoreboard.
func (r Result) Chosen(corpus, stage string) []Line {
	line := func(measure string, value float64, of int) Line {
		return Line{corpus, stage, measure, value, of}
	}
	var out []Line
	for _, role := range Roles {
		out = append(out, line(role.String()+" exact F1", r.Exact[role].F, r.Spans[role]))
	}
	return append(out,
		line("whole exact F1", r.LinkedExact.F, r.Attributions),
		line("whole relaxed F1", r.LinkedRelaxed.F, r.Attributions),
		line("direct found", r.DirectFound, r.Direct),
		line("direct content exact", r.DirectContent, r.Direct),
		line("direct source right of found", r.DirectSource, r.Direct))
}

// Lines are the scores of speakers and times as lines of a scoreboard.
func (n Naming) Lines(corpus string) []Line {
	return []Line{
		{corpus, "entity", "speaker right of found", percent(n.SpeakersRight, n.Speakers), n.Speakers},
		{corpus, "entity", "speaker wrong of found", percent(n.SpeakersWrong, n.Speakers), n.Speakers},
		{corpus, "entity", "speaker right of all", percent(n.SpeakersRight, n.Attributions), n.Attributions},
		{corpus, "date", "said right of found", percent(n.SaidRight, n.Said), n.Said},
		{corpus, "date", "said wrong of found", percent(n.SaidWrong, n.Said), n.Said},
		{corpus, "date", "said right of all", percent(n.SaidRight, n.AttributedSaid), n.AttributedSaid},
	}
}

// Lines are the counts of a record as lines of a scoreboard.
func (c Recall) Lines(corpus string) []Line {
	count := func(stage, measure string, n, of int) Line {
		return Line{corpus, stage, measure + " (count)", float64(n), of}
	}
	lines := []Line{
		count("quote", "found", c.Found, c.Core),
		count("quote", "source words right", c.Source, c.Core),
		count("entity", "speaker right", c.Speaker, c.Core),
		count("date", "said right", c.Time, c.Core),
		count("article", "statements from the page", c.FromPage, c.Core),
	}
	if c.Chains > 0 {
		lines = append(lines, count("entity", "chains right", c.Chained, c.Chains))
	}
	if c.Related > 0 {
		lines = append(lines, count("relation", "relations right", c.RelationsFound, c.Related))
	}
	return lines
}
