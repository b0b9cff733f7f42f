package people

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"onrecord"
)

// Read reads a list, CSV or Popolo JSON by content. name is how the list is
// called from then on: the file's name. The error says what to do.
func Read(name string, r io.Reader) (*List, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("list %s: %w", name, err)
	case len(b) > maxBytes:
		return nil, fmt.Errorf("list %s: longer than %d MiB: import it in parts", name, maxBytes>>20)
	case !utf8.Valid(b) || bytes.IndexByte(b, 0) >= 0:
		return nil, fmt.Errorf("list %s: not a text in UTF-8: save it as CSV or JSON in UTF-8", name)
	}
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\uFEFF")))
	l := &List{Name: name}
	switch {
	case len(b) == 0:
		err = errors.New("it is empty")
	case b[0] == '{' || b[0] == '[':
		err = l.popolo(b)
	default:
		err = l.csv(b)
	}
	if err == nil && len(l.Holdings) == 0 {
		err = errors.New("no line of it says who held which office")
		if len(l.Skipped) > 0 {
			err = fmt.Errorf("%w: %s", err, l.Skipped[0])
		}
	}
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", name, err)
	}
	return l, nil
}

// add adds a holding, or says why the line is passed over.
func (l *List) add(h onrecord.Holding, start, end string) {
	h.List = l.Name
	h.OtherNames = slices.DeleteFunc(h.OtherNames, func(s string) bool { return s == "" || s == h.Person })
	slices.Sort(h.OtherNames)
	if h.OtherNames = slices.Compact(h.OtherNames); len(h.OtherNames) == 0 {
		h.OtherNames = nil
	}
	err := dates(&h, start, end)
	if err == nil {
		err = Check(&h)
	}
	if err != nil {
		l.Skipped = append(l.Skipped, fmt.Sprintf("%s:%d: %v", l.Name, h.Line, err))
		return
	}
	l.Holdings = append(l.Holdings, h)
}
