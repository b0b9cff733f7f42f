package web

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"onrecord"
	"onrecord/store"
)

// logTo sends the server's log to the test's.
func logTo(t testing.TB) *slog.Logger {
	return slog.New(slog.NewTextHandler(testWriter{t}, nil))
}

type testWriter struct{ t testing.TB }

func (w testWriter) Write(p []byte) (int, error) { w.t.Log(string(p)); return len(p), nil }

func get(t testing.TB, h http.Handler, address string, headers ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func body(t testing.TB, h http.Handler, address string) string {
	t.Helper()
	res := get(t, h, address)
	b, _ := io.ReadAll(res.Body)
	if res.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: have status %d, want 200:\n%.600s", address, res.StatusCode, b)
	}
	return string(b)
}

func byFile(t testing.TB, readings []*onrecord.Reading, name string) *onrecord.Reading {
	t.Helper()
	for _, r := range readings {
		if r.Doc.Article == "articles/"+name+".txt" {
			return r
		}
	}
	t.Fatalf("no article %s in testdata", name)
	return nil
}

// addresses are one of each page of a record with these articles.
func addresses(readings []*onrecord.Reading) []string {
	out := []string{"/", "/search", "/search?q=ferry", "/search?q=speaker:tvedt+-kind:act&order=oldest", "/search?q=zeppelin", "/speakers", "/speakers?q=tvedt",
		"/speaker/person:osric-tvedt", "/speaker/person:osric-tvedt?q=winter", "/outlets", "/about"}
	for _, r := range readings {
		out = append(out, "/document/"+string(r.Doc.ID))
		speaks := map[onrecord.EntityID]bool{}
		for _, st := range r.Statements {
			out = append(out, "/statement/"+string(st.ID))
			speaks[st.Speaker] = true
		}
		for _, e := range r.Entities {
			if speaks[e.ID] {
				out = append(out, speakerHref(store.KeyOf(e.Kind, e.Name)))
			}
		}
	}
	return out
}

// form is the address in another format.
func form(address, format string) string {
	path, query, asked := strings.Cut(address, "?")
	if path == "/" {
		path = "/index"
	}
	if path += "." + format; asked {
		path += "?" + query
	}
	return path
}

var outsideRef = regexp.MustCompile(`(?:src|href|action)="(?:https?:)?//[^"]*"`)

func TestPages(t *testing.T) {
	readings := testArticles(t)
	pagesOf(t, New(record(t, readings), Options{Log: logTo(t)}), addresses(readings))
}

func pagesOf(t *testing.T, h http.Handler, addresses []string) {
	t.Helper()
	for _, address := range addresses {
		html := body(t, h, address)
		if !strings.Contains(html, "<main id=\"main\"") || !strings.HasSuffix(html, "</html>\n") {
			t.Errorf("GET %s: not a whole page:\n%.400s", address, html)
		}
		for _, bad := range []string{"ZgotmplZ", "<no value>", " style=", "onclick=", "%!"} {
			if strings.Contains(html, bad) {
				t.Errorf("GET %s: the page holds %q", address, bad)
			}
		}
		for _, ref := range outsideRef.FindAllString(html, -1) {
			if !strings.Contains(html, ref+` rel="noreferrer nofollow external"`) {
				t.Errorf("GET %s: refers to the outside: %s", address, ref)
			}
		}
		var v map[string]any
		if err := json.Unmarshal([]byte(body(t, h, form(address, "json"))), &v); err != nil || len(v) == 0 {
			t.Errorf("GET %s: not a JSON object: %v", form(address, "json"), err)
		}
	}
}

// TestScripts reads testdata/pages.script: "GET address", then lines that the
// page must hold, or must not when they begin with "!".
func TestScripts(t *testing.T) {
	readings := testArticles(t)
	script(t, readings, New(record(t, readings), Options{Log: logTo(t)}), "testdata/pages.script")
}

func script(t *testing.T, readings []*onrecord.Reading, h http.Handler, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	page, address := "", ""
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		line = braced.ReplaceAllStringFunc(line, func(s string) string { return withIDs(t, readings, "<"+s[1:len(s)-1]+">") })
		switch rest, isGet := strings.CutPrefix(line, "GET "); {
		case line == "" || line[0] == '#':
		case isGet:
			address = withIDs(t, readings, rest)
			page = strings.Join(strings.Fields(body(t, h, address)), " ")
		case line[0] == '!':
			if strings.Contains(page, strings.TrimSpace(line[1:])) {
				t.Errorf("GET %s: the page holds %s", address, line[1:])
			}
		case !strings.Contains(page, line):
			t.Errorf("GET %s: the page does not hold %s\n%s", address, line, page)
		}
	}
}

// braced is what stands for an ID in a line that a page must hold.
var braced = regexp.MustCompile(`\{[\w-]+(?: \d+)?\}`)

var named = regexp.MustCompile(`<([\w-]+)(?: (\d+))?>`)

// withIDs puts IDs for <ferry>, the document, and <ferry 1>, its first statement.
func withIDs(t *testing.T, readings []*onrecord.Reading, address string) string {
	return named.ReplaceAllStringFunc(address, func(s string) string {
		m := named.FindStringSubmatch(s)
		r := byFile(t, readings, m[1])
		if m[2] == "" {
			return string(r.Doc.ID)
		}
		return string(r.Statements[m[2][0]-'1'].ID)
	})
}

func TestErrors(t *testing.T) {
	st := record(t, testArticles(t))
	h := New(st, Options{})
	long := strings.Repeat("a", maxQuery+1)
	cases := []struct {
		address string
		status  int
		words   string
	}{
		{"/nothing", 404, "no page"}, {"/statement/snothing", 404, "holds nothing"}, {"/document/d1", 404, "holds nothing"},
		{"/speaker/person:nobody", 404, "holds nothing"}, {"/speaker/x", 404, "holds nothing"}, {"/static/none.css", 404, "no page"},
		{"/search?q=" + long, 400, "longer than"}, {"/search?q=%22unclosed", 400, "q"}, {"/search?order=up", 400, "newest, oldest or best"},
		{"/search?limit=0", 400, "1 to 200"}, {"/search?limit=x", 400, "1 to 200"}, {"/statement/x.pdf", 404, "no page"},
		{"/search?q=" + strings.Repeat("b", 5*maxQuery), 414, "too long"},
	}
	for _, c := range cases {
		res := get(t, h, c.address)
		b, _ := io.ReadAll(res.Body)
		if res.StatusCode != c.status || !strings.Contains(string(b), c.words) || !strings.Contains(string(b), "</html>") {
			t.Errorf("GET %.60s: have %d, want %d and %q in a page:\n%.200s", c.address, res.StatusCode, c.status, c.words, b)
		}
		if strings.Contains(c.address, "/static/") || strings.Contains(c.address, ".pdf") {
			continue // these have no form in JSON
		}
		address := form(c.address, "json")
		res = get(t, h, address)
		var p problem
		err := json.NewDecoder(res.Body).Decode(&p)
		if err != nil || p.Status != c.status || res.StatusCode != c.status || res.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("GET %.60s: have %d %+v %v, want the problem %d", address, res.StatusCode, p, err, c.status)
		}
	}
	st.Close()
	for _, address := range []string{"/", "/search", "/speakers", "/about.json", "/outlets", "/document/d1.json"} {
		if res := get(t, h, address); res.StatusCode != 500 {
			t.Errorf("GET %s of a closed record: have status %d, want 500", address, res.StatusCode)
		}
	}
}

func TestHeaders(t *testing.T) {
	h := New(record(t, testArticles(t)), Options{})
	for _, address := range []string{"/", "/search.json", "/search.csv", "/static/style.css", "/nothing", "/openapi.json"} {
		res := get(t, h, address)
		if csp := res.Header.Get("Content-Security-Policy"); !strings.HasPrefix(csp, "default-src 'none'; style-src 'self'; script-src 'self'") || strings.Contains(csp, "unsafe") {
			t.Errorf("GET %s: Content-Security-Policy is %q", address, csp)
		}
		if res.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("GET %s: may be sniffed", address)
		}
	}
}

func TestETag(t *testing.T) {
	h := New(record(t, testArticles(t)), Options{})
	for _, address := range []string{"/", "/search.json?q=ferry", "/static/style.css"} {
		tag := get(t, h, address).Header.Get("ETag")
		if tag == "" {
			t.Errorf("GET %s: no ETag", address)
		}
		if res := get(t, h, address, "If-None-Match", "W/\"x\", "+tag); res.StatusCode != http.StatusNotModified {
			t.Errorf("GET %s with its ETag: have status %d, want 304", address, res.StatusCode)
		}
	}
}

func TestLoopbackOnly(t *testing.T) {
	h := New(record(t, nil), Options{Loopback: true})
	for host, want := range map[string]int{"localhost:8080": 200, "127.0.0.1": 200, "[::1]:80": 200, "127.9.9.9:1": 200, "LOCALHOST": 200,
		"evil.example": 421, "localhost.evil.example:8080": 421, "192.168.0.4:8080": 421, "": 421, "0.0.0.0": 421} {
		r := httptest.NewRequest("GET", "/", nil)
		r.Host = host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("Host %q: have status %d, want %d", host, w.Code, want)
		}
	}
}

func TestMethods(t *testing.T) {
	h := New(record(t, testArticles(t)), Options{})
	for method, want := range map[string]int{"POST": 405, "DELETE": 405, "HEAD": 200, "TRACE": 405} {
		r := httptest.NewRequest(method, "/", strings.NewReader("q=1"))
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != want || method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("%s /: have status %d and %d bytes, want %d", method, w.Code, w.Body.Len(), want)
		}
	}
}

// TestNothingIsLost walks the pages of a list to the end and holds them and the
// CSV against the record.
func TestNothingIsLost(t *testing.T) {
	readings := manyArticles(t, 30)
	h := New(record(t, readings), Options{Log: logTo(t)})
	want := 0
	for _, r := range readings {
		want += len(r.Statements)
	}
	seen := map[string]bool{}
	for after := ""; ; {
		var l listing
		if err := json.Unmarshal([]byte(body(t, h, "/search.json?limit=50&after="+url.QueryEscape(after))), &l); err != nil {
			t.Fatal(err)
		}
		for _, st := range l.Statements {
			if seen[st.ID] {
				t.Errorf("statement %s stands on two pages", st.ID)
			}
			seen[st.ID] = true
		}
		if l.Total != want {
			t.Fatalf("total: have %d, want %d", l.Total, want)
		}
		if l.Next == nil {
			break
		}
		after = *l.Next
	}
	if len(seen) != want {
		t.Errorf("pages: have %d statements, want %d", len(seen), want)
	}
	rows, err := csv.NewReader(strings.NewReader(body(t, h, "/search.csv"))).ReadAll()
	if err != nil || len(rows) != want+1 {
		t.Errorf("CSV: have %d rows, %v; want %d and a header", len(rows), err, want)
	}
}

// TestHostileText holds the promise that words are shown as text: every "<" of
// an article is escaped, in each form.
func TestHostileText(t *testing.T) {
	readings := testArticles(t)
	long := "“" + strings.Repeat("<em>word</em> ", 90_000) + "”"
	big := parseArticle(t, "big.txt", "title: Long\nperson: B\n1: direct speaker=B score=.1\n\n{1s:B} {1c:said} {1k:"+long+"}.\n")
	unbroken := parseArticle(t, "unbroken.txt", "title: Unbroken\nperson: B\n1: direct speaker=B score=.1\n\n{1s:B} {1c:said} {1k:"+strings.Repeat("<", 1<<20)+"}.\n")
	readings = append(readings, big, unbroken)
	h := New(record(t, readings), Options{Log: logTo(t)})
	escapes(t, h, addresses(readings))
	if n := len(body(t, h, "/search")); n > 200_000 {
		t.Errorf("GET /search: %d bytes; lists must cut long words", n)
	}
}

func escapes(t *testing.T, h http.Handler, addresses []string) {
	t.Helper()
	for _, address := range addresses {
		html := body(t, h, address)
		for _, bad := range []string{"<script>", "<img", "<em>", "<svg onload", "<i>", "\x00", `href="javascript`} {
			if strings.Contains(html, bad) {
				t.Errorf("GET %s: %q is not escaped", address, bad)
			}
		}
	}
}

func TestVersions(t *testing.T) {
	const head = "url: https://paper.example/x\ntitle: Pier\nperson: B\n1: direct speaker=B score=.5\n\n"
	first := parseArticle(t, "x.txt", head+"{1s:B} {1c:said} “{1k:the pier is safe}”.\n")
	second := parseArticle(t, "x.txt", head+"{1s:B} {1c:said} “{1k:the pier is unsafe}”.\n")
	st := record(t, []*onrecord.Reading{first})
	if _, err := st.Put(t.Context(), []*onrecord.Reading{second}); err != nil {
		t.Fatal(err)
	}
	h := New(st, Options{Log: logTo(t)})
	if page := body(t, h, "/document/"+string(first.Doc.ID)); !strings.Contains(page, `<a href="/document/`+string(second.Doc.ID)) || !strings.Contains(page, "was changed since") {
		t.Errorf("the earlier version does not lead to the newest:\n%s", page)
	}
	if page := body(t, h, "/document/"+string(second.Doc.ID)); !strings.Contains(page, "This is the newest version") {
		t.Errorf("the newest version does not say so:\n%s", page)
	}
	if page := body(t, h, "/statement/"+string(first.Statements[0].ID)); !strings.Contains(page, "was changed since") {
		t.Errorf("a statement of an earlier version does not say so:\n%s", page)
	}
}
