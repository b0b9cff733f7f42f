package store

import "onrecord"

// A HoldingList is a dated list of office-holders that was imported.
type HoldingList struct {
	Name     string
	SHA256   string // of the holdings, in hex: two lists that say the same have the same
	Holdings int
	Imported onrecord.Instant // when it was first imported as it is
}
