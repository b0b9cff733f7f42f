// Package entity finds who is meant: the people, institutions and groups that
// an article names, and which of them each statement's source is.
package entity

import "onrecord"

// Resolve fills r.Entities and, in each statement, Speaker, Others, Role,
// Anonymity, Via, Addressee and Act.
func Resolve(r *onrecord.Reading) {}
