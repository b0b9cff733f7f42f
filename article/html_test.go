package article

import (
	"fmt"
	"strings"
	"testing"

	"onrecord"
)

// page puts a head and the middle of an article into a template.
func page(head, middle string) []byte {
	return []byte(fmt.Sprintf(`<!doctype html><html lang="en-GB"><head>%s</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Mayor gives up the bridge</h1>
<p>The mayor gave up the bridge on Saturday after eleven years in office, saying that he was tired of the letters about it.</p>
%s
<p>“It was time,” he told the council. “Nobody else would have told me so, and I did not want to wait until they did.”</p>
<p>His deputy said that she would not stand for the office, because she too disliked the letters.</p></article>
<footer>© 2017 The Crier</footer></body></html>`, head, middle))
}

// TestBlocks: what must stay in the text of an article.
func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, middle, want string }{
		{"embedded post", `<div class="embed-twitter"><blockquote class="social twitter-tweet"><p>I will miss the bridge least of all.</p>&mdash; Mayor (@mayor) <a href="x">March 4, 2017</a></blockquote></div>`,
			"I will miss the bridge least of all.\n\n— Mayor (@mayor) March 4, 2017"},
		{"block quote", `<blockquote>We ask the mayor to reconsider, and to read the letters.</blockquote>`, "\n\nWe ask the mayor to reconsider, and to read the letters.\n\n"},
		{"list", `<ul><li>He wrote 211 letters about the bridge.</li><li>He was sent 4,000.</li></ul>`, "He wrote 211 letters about the bridge.\n\nHe was sent 4,000."},
		{"breaks", `<p>He said no.<br><br>She said yes.<br>Both of them meant it, the council said.</p>`, "He said no.\n\nShe said yes. Both of them meant it, the council said."},
		{"white space", "<p>He   said\n<b>no</b>\u00A0again, and the council believed him.</p>", "He said no again, and the council believed him."},
	} {
		doc, err := Read(Page{Article: c.name, Bytes: page("<title>x</title>", c.middle)})
		if err != nil || !strings.Contains(doc.Text, c.want) {
			t.Errorf("%s: have %v %q, want %q in it", c.name, err, doc.Text, c.want)
			continue
		}
		if doc.Title != "Mayor gives up the bridge" || doc.Headline.In(doc.Text) != doc.Title || !doc.Extracted || strings.Count(doc.Text, doc.Title) != 1 {
			t.Errorf("%s: title %q at %v of %q, want it once, first", c.name, doc.Title, doc.Headline, doc.Text)
		}
	}
}

// TestMeta: what the head of a page says.
func TestMeta(t *testing.T) {
	for _, c := range []struct {
		name, head, address          string
		outlet, url, published, from string
		byline                       string
	}{
		{"JSON-LD graph", `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle"],"datePublished":"2017-03-04T23:30:00-05:00","author":[{"name":"Jane Roe"},{"name":"John Doe"}],"publisher":{"name":"The Crier"}}]}</script>`, "",
			"The Crier", "", "2017-03-04", "json-ld", "Jane Roe; John Doe"},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"a "b" c","datePublished": "2017-03-04",}</script>`, "", "", "", "2017-03-04", "json-ld", ""},
		{"meta", `<meta property="article:published_time" content="2017-03-04T10:00:00Z"><meta property="og:site_name" content="The Crier"><meta name="author" content="By Jane Roe">`, "",
			"The Crier", "", "2017-03-04", "meta", "Jane Roe"},
		{"address", `<link rel="canonical" href="/2017/03/04/bridge.html">`, "https://crier.example/bridge?from=home", "", "https://crier.example/2017/03/04/bridge.html", "2017-03-04", "url", ""},
		{"nothing", `<title>x</title>`, "", "", "", "", "", ""},
		{"a day that is not one", `<meta name="date" content="2017-02-31">`, "", "", "", "2017-02", "text", ""},
	} {
		doc, err := Read(Page{Article: c.name, Bytes: page(c.head, ""), URL: c.address})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		url := c.url
		if url == "" {
			url = c.address
		}
		if doc.Outlet != c.outlet || doc.URL != url || string(doc.Published.EDTF) != c.published || string(doc.Published.Basis) != c.from || strings.Join(doc.Byline, "; ") != c.byline || doc.Language != "en" {
			t.Errorf("%s: have outlet %q, url %q, published %+v, byline %q, language %q; want %q %q %q (%s) %q en", c.name, doc.Outlet, doc.URL, doc.Published, doc.Byline, doc.Language,
				c.outlet, url, c.published, c.from, c.byline)
		}
	}
}

// TestGiven: what is known of a page counts where the page says nothing.
func TestGiven(t *testing.T) {
	given := Page{Article: "a", Title: "Bridge", Byline: []string{"Ann Poe"}, Outlet: "The Echo", Published: "2016", URL: "https://echo.example/1"}
	given.Bytes = []byte(story)
	doc, err := Read(given)
	if err != nil || doc.Outlet != "The Echo" || doc.URL != given.URL || len(doc.Byline) != 1 || doc.Published.Basis != "given" || doc.Title != "Bridge" || doc.Headline != (onrecord.Span{}) {
		t.Errorf("plain text: have %v %+v, want what was given", err, doc)
	}
	given.Bytes = page(`<meta property="article:published_time" content="2017-03-04"><meta property="og:site_name" content="The Crier">`, "")
	doc, err = Read(given)
	if err != nil || doc.Outlet != "The Crier" || doc.Published.EDTF != "2017-03-04" || doc.Title != "Mayor gives up the bridge" {
		t.Errorf("HTML: have %v %+v, want what the page says", err, doc)
	}
}
