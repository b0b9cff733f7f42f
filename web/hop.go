package web

import "onrecord"

// hopText says one step of the way a statement took: "told the Courier",
// "through Radio North (cited)", "reportedly".
func hopText(hop onrecord.Hop) string {
	switch {
	case hop.Name == "" && hop.Kind == "reported":
		return "reportedly"
	case hop.Name == "":
		return string(hop.Kind)
	case hop.Kind == "told":
		return "told " + hop.Name
	case hop.Kind == "posted":
		return "posted: " + hop.Name
	}
	return "through " + hop.Name + " (" + string(hop.Kind) + ")"
}
