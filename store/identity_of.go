package store

// An Identity is what a record says of a key: under which one it stays, and
// what was decided about it.
type Identity struct {
	Asked   string       // the key that was asked for
	Key     string       // the key that stays: Asked itself, or what it was merged into
	Name    string       // of Key, to show
	Known   bool         // the record has it, or a key that leads to it
	Also    []Alias      // the other names under which it was printed, by key
	Decided []Identified // that have to do with it, in the order in which they hold
}

// An Alias is another name of a speaker.
type Alias struct {
	Key  string
	Name string
}
