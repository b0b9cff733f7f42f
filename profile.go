package onrecord

// A Profile is what a record holds of one speaker by which it can be told who
// it is: every document in which it speaks. Its Key is the one that stays
// after identifications.
type Profile struct {
	Key         string // "person:rex-tillerson"
	Name        string // to show
	Kind        EntityKind
	Appearances []Appearance // ordered by document ID, then by the own key
}

// An Appearance is one document in which a speaker of the record speaks.
type Appearance struct {
	Doc        DocumentID
	Own        string // the key of the name as the document prints it
	Name       string // as the document prints it
	Outlet     string
	Printed    Day // first day of publication, empty when unknown
	Statements int
	Roles      []Role   // as the document gives them; Words is zero
	With       []string // keys of the other people and institutions that the document names, sorted; shared, not to be changed
}
