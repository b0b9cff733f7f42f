package web

import (
	"fmt"
	"strings"

	"onrecord"
	"onrecord/export"
	"onrecord/store"
)

// citations are one line of text and one of Markdown, with the record's own
// doubt in them: an unknown speaker and a guessed time are said to be so.
func citations(h *store.Hit, c card, saidWords string) (text, markdown string) {
	who := "Speaker unknown"
	if c.Speaker != "" {
		who = c.Speaker
	}
	if c.Role != "" {
		who += ", " + c.Role
	}
	if verb := c.Verb(); verb != "" {
		who += " (" + verb + ")" // without it, what was denied would read as said
	}
	words := export.SaidWords(h.Kind, strings.Join(strings.Fields(h.Content), " "))
	if words == "" {
		words = "(" + h.Cue + ")"
	}
	parts := []string{saidText(c.Said, saidWords)}
	if way := hopsText(h.Via); way != "" {
		parts = append(parts, way) // without it, what a paper heard of others would read as said to it
	}
	parts = append(parts, printedText(c))
	if n := len(c.Corrected); n > 0 {
		parts = append(parts, "Corrected by "+c.Corrected[n-1].Who+".")
	}
	text = fmt.Sprintf("%s: %s %s", who, words, strings.Join(parts, " "))
	rest, link := strings.Join(parts, " "), h.Doc.Address()
	text += " " + link
	if isWeb(link) {
		link = "<" + strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20").Replace(link) + ">"
	} else {
		link = plainMarkdown(link)
	}
	return text, fmt.Sprintf("**%s:** %s %s %s", plainMarkdown(who), plainMarkdown(words), plainMarkdown(rest), link)
}

func saidText(w when, words string) string {
	switch {
	case w.Unknown():
		return "(said: time unknown)."
	case w.Guess:
		return "(said " + w.Text + ", inferred)."
	case words != "":
		return "(said " + w.Text + ": “" + words + "”)."
	}
	return "(said " + w.Text + ")."
}

// hopsText is the chain as a sentence: "Told the Courier, through Radio North
// (cited)."
func hopsText(via []onrecord.Hop) string {
	parts := export.Way{Via: via}.Hops()
	if parts == nil {
		return ""
	}
	text := strings.Join(parts, ", ") + "."
	return strings.ToUpper(text[:1]) + text[1:]
}

func printedText(c card) string {
	out := "In: "
	if c.Outlet != "" {
		out += c.Outlet + ", "
	}
	out += "“" + c.Article + "”"
	if !c.Published.Unknown() {
		out += ", " + c.Published.Text
	}
	return out + "."
}

// plainMarkdown keeps words from being read as markup.
func plainMarkdown(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`, "\n", " ").Replace(s)
}
