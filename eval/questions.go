package eval

import (
	"onrecord"
)

// Sources asks who is meant: the statement must name the person or institution
// wanted, or nobody where the article names nobody. A speaker who is only
// described counts as unknown.
var Sources = &Question{
	Name: "sources", Stage: "entity", What: "speaker",
	at:     func(st *onrecord.Statement) onrecord.Span { return st.Source },
	answer: func(st *onrecord.Statement, r *onrecord.Reading) string { return speakerName(r, st.Speaker) },
	judge: func(l *Label, st *onrecord.Statement, r *onrecord.Reading) Grade {
		name := speakerName(r, st.Speaker)
		if st.Anonymity != onrecord.Named {
			name = ""
		}
		switch {
		case name == "" && l.Want == "-":
			return Right
		case name == "":
			return Open
		case oneOf(l.Want, func(want string) bool { return want != "-" && SameName(name, want) }):
			return Right
		}
		return Wrong
	},
	groups: func(l *Label) []string {
		if l.Want == "-" {
			return []string{"of nobody named"}
		}
		groups := []string{"of the known"}
		switch l.Aux {
		case "pronoun":
			groups = append(groups, "of pronouns")
		case "last":
			groups = append(groups, "of last names")
		case "namesake":
			groups = append(groups, "of namesakes")
		case "role":
			groups = append(groups, "of roles", "of roles and metonyms")
		case "metonym":
			groups = append(groups, "of metonyms", "of roles and metonyms")
		}
		return groups
	},
	order: []string{"of the known", "of pronouns", "of last names", "of namesakes", "of roles", "of metonyms", "of roles and metonyms", "of nobody named"},
}

// Times asks when: the statement must have one of the times wanted, or none but
// an inferred one where the article does not say.
var Times = &Question{
	Name: "times", Stage: "date", What: "said", at: cueOf,
	answer: func(st *onrecord.Statement, _ *onrecord.Reading) string { return string(st.Said.EDTF) },
	judge: func(l *Label, st *onrecord.Statement, _ *onrecord.Reading) Grade {
		unsaid := st.Said.EDTF == "" || st.Said.Basis == "inferred"
		switch {
		case oneOf(l.Want, func(want string) bool {
			return want == "-" && unsaid || want != "-" && !unsaid && sameTime(onrecord.EDTF(want), st.Said.EDTF)
		}):
			return Right
		case unsaid:
			return Open
		}
		return Wrong
	},
	groups: func(l *Label) []string {
		if l.Want == "-" {
			return []string{"where the article is silent"}
		}
		groups := []string{"where the article says it"}
		if l.Basis != "" {
			groups = append(groups, "by "+l.Basis)
		}
		return groups
	},
	order: []string{"where the article says it", "where the article is silent", "by clause", "by noun", "by occasion", "by carried", "by relation", "by dateline", "by headline"},
}

// Acts asks what was done with the words.
var Acts = &Question{
	Name: "acts", Stage: "entity", What: "act", at: cueOf,
	answer: func(st *onrecord.Statement, _ *onrecord.Reading) string { return string(st.Act) },
	judge: func(l *Label, st *onrecord.Statement, _ *onrecord.Reading) Grade {
		return matches(l.Want, string(st.Act))
	},
	groups: func(l *Label) []string { return []string{"of " + l.Want} },
	order:  []string{"of asserted", "of denied", "of declined", "of asked", "of promised", "of demanded", "of threatened", "of conditional", "of not_said"},
}

// Anonymity asks how closely the article names the source.
var Anonymity = &Question{
	Name: "chains", Stage: "entity", What: "anonymity", at: cueOf,
	answer: func(st *onrecord.Statement, _ *onrecord.Reading) string { return string(st.Anonymity) },
	judge: func(l *Label, st *onrecord.Statement, _ *onrecord.Reading) Grade {
		return matches(l.Aux, string(st.Anonymity))
	},
	groups: func(l *Label) []string {
		if matches(l.Aux, string(onrecord.Named)) == Right {
			return nil
		}
		return []string{"of the not named"}
	},
	order: []string{"of the not named"},
}

func matches(want, have string) Grade {
	if oneOf(want, func(w string) bool { return w == have }) {
		return Right
	}
	return Wrong
}
