package article

import (
	"encoding/json"
	"strings"
)

// linked is what the JSON-LD of a page says of its article (schema.org:
// NewsArticle and its kin).
type linked struct {
	headline, published, publisher, url string
	authors                             []string
}

// read adds one script. JSON that is broken is searched for the date alone.
func (l *linked) read(script string) {
	var value any
	if err := json.Unmarshal([]byte(script), &value); err != nil {
		if l.published == "" {
			l.published = quotedAfter(script, `"datePublished"`)
		}
		return
	}
	l.walk(value, 0)
}

// walk looks for articles in objects, lists and graphs.
func (l *linked) walk(value any, depth int) {
	if depth > 6 {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			l.walk(item, depth+1)
		}
	case map[string]any:
		if isArticle(v["@type"]) {
			l.article(v)
			return
		}
		l.walk(v["@graph"], depth+1)
		l.walk(v["mainEntity"], depth+1)
	}
}

func isArticle(kind any) bool {
	switch k := kind.(type) {
	case string:
		return strings.HasSuffix(k, "Article") || strings.HasSuffix(k, "Posting") || k == "Report"
	case []any:
		for _, one := range k {
			if isArticle(one) {
				return true
			}
		}
	}
	return false
}

func (l *linked) article(v map[string]any) {
	set(&l.headline, v["headline"])
	set(&l.headline, v["name"])
	set(&l.published, v["datePublished"])
	set(&l.publisher, nameOf(v["publisher"]))
	set(&l.url, v["url"])
	if page, ok := v["mainEntityOfPage"].(map[string]any); ok {
		set(&l.url, page["@id"])
	}
	set(&l.url, v["mainEntityOfPage"])
	if len(l.authors) == 0 {
		l.authors = allNames(v["author"])
	}
}

func set(to *string, value any) {
	if s, ok := value.(string); ok && *to == "" {
		*to = strings.Join(strings.Fields(s), " ")
	}
}

func nameOf(value any) any {
	if m, ok := value.(map[string]any); ok {
		return m["name"]
	}
	return value
}

func allNames(value any) []string {
	if list, ok := value.([]any); ok {
		var all []string
		for _, one := range list {
			if s, ok := nameOf(one).(string); ok {
				all = append(all, s)
			}
		}
		return all
	}
	switch name := nameOf(value).(type) {
	case string:
		return []string{name}
	case []any:
		return allNames(name)
	}
	return nil
}

// quotedAfter returns the string between the next two quotation marks that
// follow key in s.
func quotedAfter(s, key string) string {
	_, rest, ok := strings.Cut(s, key)
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\r\n:")
	if !strings.HasPrefix(rest, `"`) {
		return ""
	}
	value, _, _ := strings.Cut(rest[1:], `"`)
	return value
}
