package web

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	printing "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestBrowserAcross reads the pages about what is computed across articles in a
// real browser, at the width of a phone and of a desk, with JavaScript and
// without, and prints them.
func TestBrowserAcross(t *testing.T) {
	b := newBrowser(t)
	readings, st := acrossRecord(t)
	a := &across{t: t, st: st, readings: readings}
	srv := httptest.NewServer(New(st, Options{Loopback: true, Log: logTo(t)}))
	defer srv.Close()
	for _, width := range []int64{360, 1400} {
		for _, js := range []bool{true, false} {
			t.Run(fmt.Sprintf("width %d, JavaScript %v", width, js), func(t *testing.T) {
				tab := b.tab(t, srv.URL, width, js)
				issueAround(tab, width)
				changesAround(tab, width)
				reportsAround(tab, "/statement/"+string(a.at("toll-courier 1")))
				compareAround(tab, width)
				if js {
					keysOnChanges(tab)
				}
			})
		}
	}
	t.Run("print", func(t *testing.T) {
		tab := b.tab(t, srv.URL, 1400, true)
		for _, address := range []string{"/issue/" + string(tollIssue), "/changes", "/statement/" + string(a.at("toll-courier 1"))} {
			tab.prints(address)
		}
	})
}

// issueAround goes from the list of issues to one, and from a mark and a bracket
// to their statements.
func issueAround(tab *tab, width int64) {
	tab.t.Helper()
	tab.open("/issues")
	tab.fits()
	tab.follow("to the issue", chromedp.Click(chromedp.CSS(`main a[href="/issue/`+string(tollIssue)+`"]`)))
	tab.fits()
	class, hidden := "wide", "narrow"
	if width < 500 {
		class, hidden = hidden, class
	}
	tab.want("the chart for this width is shown", tab.text(`getComputedStyle(document.querySelector(".chart.`+class+`")).display`), "block")
	tab.want("the other is not", tab.text(`getComputedStyle(document.querySelector(".chart.`+hidden+`")).display`), "none")
	tab.want("words of the chart that are cut off", tab.text(cutOff(class)), "")
	tab.want("marks over each other", tab.text(overlapping(class)), "")
	tab.want("least letters of the chart", tab.text(`String(Math.min(...[...document.querySelectorAll(".chart.`+class+` text")].map(t => t.getBoundingClientRect().height)) >= 9)`), "true")
	tab.want("a disc for each that is for", tab.number(`.chart.`+class+` a.mark.for circle`), 2)
	tab.want("a dashed line for what an article says", tab.text(`getComputedStyle(document.querySelector(".chart.`+class+` .edge.stated")).strokeDasharray !== "none" ? "dashed" : "plain"`), "dashed")
	tab.contains(".strip", "7 articles")
	tab.follow("from a mark to its statement", chromedp.Click(chromedp.CSS(`.chart.`+class+` a.mark.for.tentative`)))
	tab.contains("h1", "Hedda Lund")
	tab.open("/issue/" + string(tollIssue))
	tab.follow("from a bracket to the change", chromedp.Click(chromedp.CSS(`.chart.`+class+` a.tag`)))
	tab.contains("#changes", "What else could explain it")
	tab.open("/issue/" + string(tollIssue))
	tab.follow("to one lane", chromedp.Click(chromedp.CSS(`table.lanes a[href*="per-holm"]`)))
	tab.want("lanes", tab.number(`.chart.`+class+` .lane-name`), 1)
	tab.fits()
}

// cutOff lists words of a chart that lie outside of it.
func cutOff(class string) string {
	return `(() => { const box = document.querySelector(".chart.` + class + ` svg").getBoundingClientRect();
	return [...document.querySelectorAll(".chart.` + class + ` text:not(.lane-name)")].filter(t => { const r = t.getBoundingClientRect(); return r.left < box.left - 1 || r.right > box.right + 1 }).map(t => t.textContent).join("; ") })()`
}

// overlapping lists marks of a chart that cover each other.
func overlapping(class string) string {
	return `(() => { const all = [...document.querySelectorAll(".chart.` + class + ` a.mark > :is(circle, rect)")].map(m => m.getBoundingClientRect());
	return all.flatMap((a, i) => all.slice(i + 1).filter(b => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length || "" })() + ""`
}

// changesAround reads pairs: beside each other where there is room.
func changesAround(tab *tab, width int64) {
	tab.t.Helper()
	tab.open("/changes")
	tab.fits()
	tab.want("pairs", tab.number(".pair"), 4)
	tab.want("the two are beside each other", tab.text(`(() => { const [a, b] = document.querySelectorAll(".pair .side-of"); return String(b.getBoundingClientRect().left > a.getBoundingClientRect().right - 1) })()`), fmt.Sprint(width > 500))
	tab.want("words of one side are marked by a line", tab.text(`getComputedStyle(document.querySelector(".pair ins")).textDecorationLine + " " + getComputedStyle(document.querySelector(".pair del")).textDecorationStyle`), "underline dashed")
	tab.follow("the kind alone", chromedp.Click(chromedp.CSS(`.pair h3 a`)))
	tab.open("/changes?kind=drops_condition")
	tab.want("pairs of one kind", tab.number(".pair"), 1)
}

// reportsAround reads all reports of an utterance.
func reportsAround(tab *tab, address string) {
	tab.t.Helper()
	tab.open(address)
	tab.fits()
	tab.want("reports", tab.number(".report"), 3)
	tab.contains(".shout", "Leaves out “NOT”")
	tab.want("what is left out is struck through", tab.text(`getComputedStyle(document.querySelector(".report del")).textDecorationLine`), "line-through")
	tab.do(chromedp.Click(chromedp.CSS(".report:nth-child(2) details summary")))
	tab.contains(".report:nth-child(2) details[open]", "onrecord apart s")
	tab.follow("to another report", chromedp.Click(chromedp.CSS(".report:nth-child(2) .meta a")))
	tab.want("reports seen from another", tab.number(".report"), 3)
	tab.fits()
}

// compareAround fills in the forms.
func compareAround(tab *tab, width int64) {
	tab.t.Helper()
	tab.open("/compare?issue=" + string(tollIssue))
	tab.fits()
	tab.do(chromedp.SendKeys(chromedp.CSS("#f-a"), "lund"))
	tab.follow("compare", chromedp.SendKeys(chromedp.CSS("#f-b"), "holm\r"))
	tab.want("sides", tab.number(".two.sides > section"), 2)
	tab.contains(".two.sides", "off the table for good")
	tab.fits()
	tab.open("/check-quote")
	tab.fits()
	tab.do(chromedp.SendKeys(chromedp.CSS("#quote"), "we will wait for the islands to agree"))
	tab.follow("check the quote", chromedp.Click(chromedp.CSS(".paste button")))
	tab.contains(".near", "Hedda Lund")
	tab.fits()
}

func keysOnChanges(tab *tab) {
	tab.t.Helper()
	tab.open("/changes")
	tab.do(chromedp.KeyEvent("jj"))
	tab.want("pair with the focus after j j", tab.text(`String([...document.querySelectorAll(".pair")].indexOf(document.activeElement))`), "1")
	tab.do(chromedp.KeyEvent("k"))
	tab.follow("o", chromedp.KeyEvent("o"))
	tab.want("path after o", strings.HasPrefix(tab.text("location.pathname"), "/statement/"), true)
}

// prints says that a page has something to print, in dark ink on white, and the
// chart for paper. ONRECORD_SHOTS names a folder for pictures of the sheets.
func (tab *tab) prints(address string) {
	tab.t.Helper()
	tab.open(address)
	media := func(name string) {
		tab.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: name})
			return err
		}))
	}
	media("print")
	tab.want(address+": ground on paper", tab.text(`getComputedStyle(document.body).backgroundColor`), "rgb(255, 255, 255)")
	tab.want(address+": menu on paper", tab.text(`getComputedStyle(document.querySelector(".top nav")).display`), "none")
	if tab.number(".chart.wide") > 0 {
		tab.want(address+": chart on paper", tab.text(`getComputedStyle(document.querySelector(".chart.wide")).display`), "block")
	}
	if dir := os.Getenv("ONRECORD_SHOTS"); dir != "" {
		tab.shoots(filepath.Join(dir, strings.ReplaceAll(address[1:], "/", "-")+".png"))
	}
	media("")
	var sheet []byte
	tab.do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		res, err := cdp.Call(ctx, target, printing.PrintToPDF, printing.PrintToPDFParams{})
		sheet = res.Data
		return err
	}))
	if len(sheet) < 1000 {
		tab.t.Errorf("%s: a print of %d bytes", address, len(sheet))
	}
}

// shoots writes a picture of the page at the width of a sheet.
func (tab *tab) shoots(path string) {
	tab.t.Helper()
	tab.do(chromedp.EmulateViewport(794, 1123))
	picture, err := chromedp.Run(tab.ctx, chromedp.FullScreenshot(100))
	if err == nil {
		err = os.WriteFile(path, picture, 0o666)
	}
	if err != nil {
		tab.t.Error(err)
	}
}
