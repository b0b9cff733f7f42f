package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// meta is what the head of a page, its JSON-LD and a few elements say of the
// article. The first of each wins.
type meta struct {
	tags      map[string]string // by name, property or itemprop, in lower case
	canonical string
	language  string // as ISO 639-1
	title     string // <title>
	h1        []string
	data      linked
	times     []timeElement
	authors   []string // of elements that are named as a byline
}

// readMeta walks the page once.
func readMeta(root *html.Node) *meta {
	m := &meta{tags: map[string]string{}}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		m.addAuthor(n)
		switch n.Data {
		case "html":
			m.language = languageCode(attr(n, "lang"))
		case "meta":
			m.addTag(n)
		case "link":
			if attr(n, "rel") == "canonical" && m.canonical == "" {
				m.canonical = attr(n, "href")
			}
		case "title":
			if m.title == "" && n.Parent != nil && n.Parent.Data == "head" {
				m.title = textOf(n)
			}
		case "h1":
			if s := textOf(n); s != "" && len(m.h1) < 8 {
				m.h1 = append(m.h1, s)
			}
		case "script":
			if strings.EqualFold(attr(n, "type"), "application/ld+json") {
				m.data.read(textOf(n))
			}
		case "time":
			m.addTime(n)
		}
	}
	return m
}

func (m *meta) addTag(n *html.Node) {
	value := strings.TrimSpace(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop"} {
		if name := strings.ToLower(attr(n, key)); name != "" && m.tags[name] == "" {
			m.tags[name] = value
		}
	}
}

func (m *meta) first(names ...string) string {
	for _, name := range names {
		if v := m.tags[name]; v != "" {
			return v
		}
	}
	return ""
}

// url is the canonical address, made whole with the address that was read.
func (m *meta) url(address string) string {
	for _, found := range []string{m.canonical, m.first("og:url"), m.data.url} {
		u, err := url.Parse(strings.TrimSpace(found))
		if err != nil || found == "" {
			continue
		}
		if base, err := url.Parse(address); err == nil && base.IsAbs() {
			u = base.ResolveReference(u)
		}
		if (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

func (m *meta) outlet() string {
	if v := m.first("og:site_name"); v != "" {
		return clean(v)
	}
	if m.data.publisher != "" {
		return clean(m.data.publisher)
	}
	return clean(m.first("application-name", "dc.publisher", "apple-mobile-web-app-title"))
}

// headline prefers what is shown: the h1 that a machine-readable title agrees
// with. The title of the window, "Headline | Outlet", is the last resort.
func (m *meta) headline(extracted string, blocks []string) string {
	stated := []string{m.data.headline, m.first("og:title"), m.first("twitter:title"), m.title, extracted}
	for _, h := range m.h1 {
		for _, s := range stated {
			if sameWords(h, s) || len(h) > 15 && strings.HasPrefix(normal(s), normal(h)) {
				return clean(h)
			}
		}
	}
	for _, s := range stated {
		if part := partOfTitle(s, blocks); part != "" {
			return clean(part)
		}
	}
	for _, s := range stated {
		if s = clean(m.withoutOutlet(clean(s))); s != "" {
			return s
		}
	}
	return ""
}

// headBlocks is among how many blocks of the text the headline is looked for.
const headBlocks = 12

// partOfTitle returns the part of a window's title that stands among the first
// blocks of the text as it is: of "Outlet - Headline" the headline.
func partOfTitle(title string, blocks []string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", ": "} {
		parts := strings.Split(title, sep)
		for _, part := range parts {
			for _, b := range blocks[:min(len(blocks), headBlocks)] {
				if len(parts) > 1 && len(strings.Fields(part)) > 2 && sameWords(part, b) {
					return b
				}
			}
		}
	}
	return ""
}

// withoutOutlet cuts " | Outlet" and " - Outlet" off a title.
func (m *meta) withoutOutlet(title string) string {
	name := m.outlet()
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · "} {
		i := strings.LastIndex(title, sep)
		if i < 0 {
			continue
		}
		tail := title[i+len(sep):]
		if sep == " | " || name != "" && sameWords(tail, name) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// byline prefers names that the page states for machines.
func (m *meta) byline(extracted string) []string {
	if len(m.data.authors) > 0 {
		return names(m.data.authors...)
	}
	if v := m.first("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl"); v != "" && !strings.Contains(v, "://") {
		return names(v)
	}
	for _, line := range m.authors {
		if found := names(line); len(found) > 0 {
			return found
		}
	}
	return names(strings.Split(extracted, ";")...)
}

// addAuthor keeps the text of an element that is named as a byline and stands
// in none of the parts of a page where other authors do.
func (m *meta) addAuthor(n *html.Node) {
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "rel") + " " + attr(n, "itemprop") + " " + attr(n, "property"))
	if len(m.authors) == 4 || !strings.Contains(name, "byline") && !strings.Contains(name, "author") && !strings.Contains(name, "submitted") {
		return
	}
	for up := n; up != nil; up = up.Parent {
		if up.Data == "aside" || up.Data == "footer" || up.Data == "nav" || strings.Contains(attr(up, "class"), "comment") {
			return
		}
	}
	if s := textOf(n); len(s) > 4 && len(s) < 160 {
		m.authors = append(m.authors, s)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text under n with white space as a browser shows it.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// normal is s for comparison: letters and digits in lower case, single blanks.
func normal(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !wordRune(r) }), " ")
}

// sameWords reports whether two lines hold the same words, and at least one.
func sameWords(a, b string) bool {
	a = normal(a)
	return a != "" && a == normal(b)
}
