package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
)

// TestBrowser reads the record in a real browser as a person does: search, open
// a statement, read its article, at the width of a phone and of a desk, with
// JavaScript and without. Nothing may be asked of another server, and the
// console stays empty.
func TestBrowser(t *testing.T) {
	b := newBrowser(t)
	srv := httptest.NewServer(New(record(t, append(testArticles(t), manyArticles(t, 12)...)), Options{Loopback: true, Log: logTo(t)}))
	defer srv.Close()
	for _, width := range []int64{360, 1400} {
		for _, js := range []bool{true, false} {
			t.Run(fmt.Sprintf("width %d, JavaScript %v", width, js), func(t *testing.T) {
				tab := b.tab(t, srv.URL, width, js)
				readAround(t, tab)
				if js {
					keysAround(t, tab)
				}
			})
		}
	}
}

// readAround goes by links and the search box alone.
func readAround(t *testing.T, tab *tab) {
	tab.open("/")
	tab.follow("front page to search", chromedp.SendKeys(chromedp.CSS("#q"), "wrong speaker:tvedt\r"))
	tab.want("number of results", tab.number(".card"), 1)
	tab.contains(".card blockquote", "“We were wrong in March")
	tab.want("chips", tab.number(".chips a:not(.all)"), 2)
	tab.fits()

	tab.follow("result to statement", chromedp.Click(chromedp.CSS(".card a.open")))
	tab.contains("h1", "Osric Tvedt")
	tab.contains("#cite-text", "Osric Tvedt, Harbour master (told): “We were wrong in March")
	tab.contains("#cite-text", "(said 19 November 2024: “after the harbour board met on Tuesday”)")
	tab.fits()

	tab.follow("statement to article", chromedp.Click(chromedp.CSS("#context ~ .more a")))
	tab.contains("h1", "Harbour master reverses course")
	tab.contains(".reader p:not(.legend) .source.unknown", "Two dockers")
	tab.contains(".who-unknown", "looked at three other boats")
	tab.want("styles of the lines under source, cue and content",
		tab.text(`["source:not(.unknown)", "source.unknown", "cue", "content.direct", "content.indirect"].map(c => getComputedStyle(document.querySelector(".reader ." + c)).textDecorationStyle).join(" ")`),
		"double wavy dotted solid dashed")
	tab.fits()

	standAround(tab)
	tab.follow("article to front page", chromedp.Click(chromedp.CSS("a.wordmark")))
	tab.follow("front page to speakers", chromedp.Click(chromedp.CSS(`nav a[href="/speakers"]`)))
	tab.fits()
	tab.follow("speakers to speaker", chromedp.Click(chromedp.CSS(`a[href="/speaker/person:osric-tvedt"]`)))
	tab.contains("h1", "Osric Tvedt")
	tab.fits()
	for _, address := range []string{"/outlets", "/about", "/search?q=the", "/search?q=zeppelin", "/statement/none"} {
		tab.open(address)
		tab.fits()
	}
}

// standAround goes from a statement to one that contradicts it, and to their
// article, and opens what is said on demand.
func standAround(tab *tab) {
	tab.t.Helper()
	tab.open("/search?q=relation:contradicts+weather")
	tab.contains(".card .way", "to shipowners")
	tab.contains(".tie-line .rel", "contradicted by")
	tab.follow("to the statement", chromedp.Click(chromedp.CSS(".card a.open")))
	tab.want("stations of the chain", tab.number(".chain .station"), 5)
	tab.want("stations that stand in reading order, none over another", tab.text(inOrder), "true")
	tab.want("stations told apart by a border", tab.text(`getComputedStyle(document.querySelector(".station")).borderTopStyle`), "solid")
	tab.want("the reason is shut", tab.text(`String(document.querySelector("#ties ~ ul details").open)`), "false")
	tab.do(chromedp.Click(chromedp.CSS("#ties ~ ul details summary")))
	tab.want("the reason is open", tab.text(`String(document.querySelector("#ties ~ ul details").open)`), "true")
	tab.contains("#ties ~ ul details mark", "contradict")
	tab.fits()
	tab.follow("to the other statement", chromedp.Click(chromedp.CSS("#ties ~ ul a")))
	tab.contains("h1", "the islands council")
	tab.follow("to the article", chromedp.Click(chromedp.CSS("#context ~ .more a")))
	tab.contains(".tie-rows", "How they stand to each other 6")
	tab.want("line over the words of a relation", tab.text(`getComputedStyle(document.querySelector(".reader p:not(.legend) .tie")).borderTopStyle`), "solid")
	tab.do(chromedp.Click(chromedp.CSS(".reader a.to-tie")))
	tab.want("from the words to the relation", tab.text("location.hash"), "#r1")
	tab.fits()
	tab.open("/speaker/person:per-holm")
	tab.contains("h1", "Per Holm")
	tab.contains(".told", "criticises")
	tab.fits()
}

// inOrder is whether each station stands right of the one before or below it.
const inOrder = `String([...document.querySelectorAll(".station")].map(s => s.getBoundingClientRect()).every((r, i, all) =>
	!i || r.left >= all[i-1].right || r.top >= all[i-1].bottom))`

// keysAround goes by keys.
func keysAround(t *testing.T, tab *tab) {
	tab.open("/search?q=the")
	tab.do(chromedp.KeyEvent("jj"))
	tab.want("card with the focus after j j", tab.text(`String([...document.querySelectorAll(".card")].indexOf(document.activeElement))`), "1")
	tab.do(chromedp.KeyEvent("k"))
	tab.want("card with the focus after k", tab.text(`String([...document.querySelectorAll(".card")].indexOf(document.activeElement))`), "0")
	tab.follow("o", chromedp.KeyEvent("o"))
	tab.want("path after o", strings.HasPrefix(tab.text("location.pathname"), "/statement/"), true)
	tab.open("/search?q=the")
	tab.do(chromedp.KeyEvent("j"))
	tab.follow("v", chromedp.KeyEvent("v"))
	tab.want("path after v", strings.HasPrefix(tab.text("location.pathname"), "/document/"), true)
	tab.do(chromedp.KeyEvent("?"))
	tab.want("the dialog is open after ?", tab.text(`String(document.getElementById("keys").open)`), "true")
	tab.open("/")
	tab.do(chromedp.KeyEvent("/"), chromedp.KeyEvent("jo"))
	tab.want("what has the focus after / j o", tab.text("document.activeElement.id + location.pathname"), "q/")
}

type browser struct{ ctx context.Context }

func newBrowser(t *testing.T) browser {
	t.Helper()
	path := chromium()
	if path == "" {
		t.Skip("SKIPPED: no Chromium here; the pages were not seen by a browser. Debian: apt-get install chromium")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium has no sandbox for root
	}
	allocated, stop := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(stop)
	ctx, quit := chromedp.NewContext(allocated)
	t.Cleanup(quit)
	if err := chromedp.Do(ctx); err != nil { // starts the browser, which the tabs then share
		t.Fatal(err)
	}
	return browser{ctx}
}

func chromium() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// A tab is one page of the browser, watched.
type tab struct {
	t    *testing.T
	ctx  context.Context
	base string
	mu   sync.Mutex
	bad  []string // requests to the outside and what the console said
}

func (b browser) tab(t *testing.T, base string, width int64, js bool) *tab {
	ctx, closeTab := chromedp.NewContext(b.ctx)
	t.Cleanup(closeTab)
	ctx, cancel := context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	tab := &tab{t: t, ctx: ctx, base: base}
	tab.do()
	if err := chromedp.Listen(ctx, tab.hear); err != nil {
		t.Fatal(err)
	}
	console := chromedp.Console(ctx)
	go func() {
		for m, err := range console {
			if err != nil {
				return
			}
			if !strings.Contains(m.Text, "404 (Not Found)") { // the test asks for one
				tab.note("console: " + m.Text)
			}
		}
	}()
	tab.do(chromedp.EmulateViewport(width, 900), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !js})
		return err
	}))
	t.Cleanup(func() {
		tab.mu.Lock()
		defer tab.mu.Unlock()
		if d := cmp.Diff([]string(nil), tab.bad); d != "" {
			t.Errorf("outside requests and console messages:\n%s", d)
		}
	})
	return tab
}

func (tab *tab) hear(event any) {
	if e, ok := event.(*network.EventRequestWillBeSent); ok && !strings.HasPrefix(e.Request.URL, tab.base+"/") {
		tab.note("request: " + e.Request.URL)
	}
}

func (tab *tab) note(s string) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	tab.bad = append(tab.bad, s)
}

func (tab *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	if err := chromedp.Do(tab.ctx, steps...); err != nil {
		tab.t.Fatal(err)
	}
}

func (tab *tab) open(address string) {
	tab.t.Helper()
	tab.do(chromedp.Navigate(tab.base + address))
}

// follow does what leads to another page and waits for it.
func (tab *tab) follow(what string, step chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	res, err := chromedp.RunResponse(tab.ctx, step)
	if err != nil || res.Status != 200 {
		tab.t.Fatalf("%s: have %v, %v", what, res, err)
	}
}

func (tab *tab) text(script string) string {
	tab.t.Helper()
	s, err := chromedp.Run(tab.ctx, chromedp.Evaluate[string](script))
	if err != nil {
		tab.t.Fatalf("%s: %v", script, err)
	}
	return s
}

func (tab *tab) number(selector string) int {
	tab.t.Helper()
	n := 0
	fmt.Sscan(tab.text(fmt.Sprintf("String(document.querySelectorAll(%q).length)", selector)), &n)
	return n
}

func (tab *tab) want(what string, have, want any) {
	tab.t.Helper()
	if have != want {
		tab.t.Errorf("%s: have %v, want %v", what, have, want)
	}
}

func (tab *tab) contains(selector, words string) {
	tab.t.Helper()
	have := tab.text(fmt.Sprintf("document.querySelector(%q)?.textContent ?? 'nothing'", selector))
	if !strings.Contains(have, words) {
		tab.t.Errorf("%s: have %.300q, want %q in it", selector, have, words)
	}
}

// fits says that the page is not wider than its window.
func (tab *tab) fits() {
	tab.t.Helper()
	if over := tab.text("String(document.documentElement.scrollWidth - innerWidth)"); over != "0" && over[0] != '-' {
		tab.t.Errorf("%s is %s pixels wider than the window", tab.text("location.href"), over)
	}
}
