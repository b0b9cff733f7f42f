package eval

import (
	"fmt"
	"os"
	"strings"
)

// SameAgain holds a second reader's clusters of statements against the first's,
// as if it were a program's answer.
func SameAgain(corpus, first, second string) ([]Line, error) {
	a, err := sameRows(first)
	if err != nil {
		return nil, err
	}
	b, err := sameRows(second)
	if err != nil {
		return nil, err
	}
	type place struct {
		article string
		points  [2]int
	}
	cluster := map[place]string{}
	for _, r := range a {
		cluster[place{r.article, r.points}] = r.group + "/" + r.cluster
	}
	var items []SameItem
	var group []int
	number := map[string]int{}
	for _, r := range b {
		was, ok := cluster[place{r.article, r.points}]
		if !ok {
			return nil, fmt.Errorf("labels %s: %s %v is not in %s", second, r.article, r.points, first)
		}
		now := r.group + "/" + r.cluster
		if _, ok := number[now]; !ok {
			number[now] = len(number)
		}
		items = append(items, SameItem{Article: r.article, Cluster: was, Speaker: r.speaker, Quoted: r.kind != "indirect"})
		group = append(group, number[now])
	}
	return SameLines(corpus, "second reader", ScoreSame(items, group)), nil
}

// ChangesAgain says how often a second reader of pairs gave the first's label.
// The second's file has the columns file, number, label.
func ChangesAgain(corpus, folder, second string) ([]Line, error) {
	b, err := os.ReadFile(second)
	if err != nil {
		return nil, fmt.Errorf("pairs: %w", err)
	}
	first := map[string]string{}
	same, of := 0, 0
	for n, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 3 {
			return nil, fmt.Errorf("pairs %s:%d: %d columns, want 3", second, n+1, len(f))
		}
		if first[f[0]+" read"] == "" {
			pairs, err := ReadPairs(folder + "/" + f[0])
			if err != nil {
				return nil, err
			}
			for i := range pairs {
				first[f[0]+" "+pairs[i].Number] = pairs[i].Want
			}
			first[f[0]+" read"] = "yes"
		}
		want, ok := first[f[0]+" "+f[1]]
		if !ok {
			return nil, fmt.Errorf("pairs %s:%d: %s has no pair %s", second, n+1, f[0], f[1])
		}
		of++
		same += one(want == f[2])
	}
	return []Line{{corpus, "labels", "change the same twice", percent(same, of), of}}, nil
}
