package onrecord

// A Holding is one line of a dated list of office-holders, which the user
// brings: who held what office from when until when, as the list says.
type Holding struct {
	List         string   // the list's name: "us-cabinet.csv"
	Line         int      // where it stands in the list, from 1: the line of a CSV file, the number of a membership
	Person       string   // "Rex Tillerson"
	OtherNames   []string // "Rex W. Tillerson"
	Identifier   string   // of the person in the list: "Q331278"; empty when not given
	Position     string   // "Secretary of State"
	Organisation string   // "Department of State"; empty when not given
	Start, End   EDTF     // as the list gives them: "2017-02-01", "2017"; empty when not given
	From         Day      // first day that Start may mean, empty where open
	Until        Day      // day after the last that End may mean, empty where open
}

// Within reports whether the holding may cover some day of [from, until).
func (h *Holding) Within(from, until Day) bool {
	return (until == "" || h.From == "" || h.From < until) && (from == "" || h.Until == "" || from < h.Until)
}
