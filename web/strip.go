package web

import (
	"fmt"
	"time"

	"onrecord"
	"onrecord/store"
)

// A strip says how many articles were read in each month, or year where there
// are many, and how many positions were taken in it: silence says something only
// where articles were read.
type strip struct {
	By        string // "month", "year"
	First     string // "January 2017"
	Last      string
	Width     int // of its grid
	Bars      []stripBar
	Most      int // articles in one period
	Articles  int // in all
	Undated   int // articles without a date, which stand in no period
	Unread    int // periods without an article
	Positions int // that are dated well enough to stand in a period
}

// A stripBar is one period.
type stripBar struct {
	X         int
	Y, H      int // of the articles, in a grid of 40
	Name      string
	Articles  int
	Positions int
	Dot       int // height of the positions, in a grid of 12
}

const stripHeight, dotHeight, stripStep, mostBars = 40, 12, 10, 120

// stripOf counts coverage and points by month.
func stripOf(read []store.Month, points []point) *strip {
	first, last, found := between(points)
	months, undated := map[int]int{}, 0
	for _, m := range read {
		t, err := time.Parse("2006-01", m.Month)
		if err != nil {
			undated += m.Documents
			continue
		}
		months[t.Year()*12+int(t.Month())-1] += m.Documents
		if !found || t.Before(first) {
			first = t
		}
		if !found || t.After(last) {
			last = t
		}
		found = true
	}
	s := &strip{By: "month", Undated: undated}
	if len(months) == 0 {
		return s
	}
	by := stepMonth
	if from, to := stepMonth.of(first), stepMonth.of(last); to-from >= mostBars {
		s.By, by = "year", stepYear
	}
	s.fill(by, by.of(first), by.of(last), months, points)
	return s
}

// of is the period that a time lies in.
func (s step) of(t time.Time) int {
	n, _ := s.slot(onrecord.Day(t.Format(time.DateOnly)))
	return n
}

func (s *strip) fill(by step, from, to int, months map[int]int, points []point) {
	s.Bars, s.Width = make([]stripBar, to-from+1), (to-from+1)*stripStep
	for month, n := range months {
		s.Bars[by.of(stepMonth.begin(month))-from].Articles += n
	}
	mostDots := 0
	for _, p := range points {
		first, a := by.slot(p.First)
		last, b := by.slot(p.Last)
		if a && b && first == last { // else it is not known in which it was
			s.Positions++
			s.Bars[first-from].Positions++
			mostDots = max(mostDots, s.Bars[first-from].Positions)
		}
	}
	for i := range s.Bars {
		b := &s.Bars[i]
		s.Most, s.Articles = max(s.Most, b.Articles), s.Articles+b.Articles
		if b.Articles == 0 {
			s.Unread++
		}
	}
	for i := range s.Bars {
		b := &s.Bars[i]
		b.X, b.Name = i*stripStep, by.long(from+i)
		b.H = share(b.Articles, s.Most, stripHeight)
		b.Y, b.Dot = stripHeight-b.H, share(b.Positions, mostDots, dotHeight)
	}
	s.First, s.Last = s.Bars[0].Name, s.Bars[len(s.Bars)-1].Name
}

// share is n of most in a grid, 1 where it would vanish.
func share(n, most, grid int) int {
	if n == 0 || most == 0 {
		return 0
	}
	return max(1, n*grid/most)
}

// long is the name of a period with its year.
func (s step) long(slot int) string {
	t := s.begin(slot)
	if s == stepYear {
		return fmt.Sprint(t.Year())
	}
	return t.Format("January 2006")
}
