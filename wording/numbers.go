package wording

import (
	"strconv"
	"strings"
)

var units = func() map[string]int {
	out := map[string]int{"dozen": 12}
	for i, w := range strings.Fields(`zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen`) {
		out[w] = i
	}
	for i, w := range strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety") {
		out[w] = 20 + 10*i
	}
	for i, w := range strings.Fields("fourth fifth sixth seventh eighth ninth tenth eleventh twelfth") {
		out[w] = 4 + i
	}
	return out
}()

// numbers puts numbers in words into digits: "two hundred and five" is 205.
// Millions stay as words, since they do so after digits too.
func numbers(words []Word) []Word {
	out := words[:0]
	for i := 0; i < len(words); {
		n, end := number(words, i)
		if end == i {
			out = append(out, words[i])
			i++
			continue
		}
		w := words[i]
		w.End, w.Norm = words[end-1].End, strconv.Itoa(n)
		out = append(out, w)
		i = end
	}
	return out
}

// number reads the number that begins at word i and the word it ends before, i
// when there is none.
func number(words []Word, i int) (n, end int) {
	total, now, k := 0, 0, i
	for k < len(words) && (k == i || !words[k].Gap) {
		w := words[k].Norm
		u, isUnit := units[w]
		switch {
		case isUnit && (k == i || now%100 == 0 && now > 0 || now == 0 && total > 0 || now%10 == 0 && now%100 >= 20 && u < 10 && u > 0):
			now += u
		case (w == "hundred" || w == "hundreds") && w == "hundred" && k > i && now > 0 && now < 100:
			now *= 100
		case w == "thousand" && k > i && now > 0 && total == 0:
			total, now = now*1000, 0
		case (w == "a") && k == i && k+1 < len(words) && (words[k+1].Norm == "hundred" || words[k+1].Norm == "thousand"):
			now = 1
		case w == "and" && k > i && (now >= 100 && now%100 == 0 || now == 0 && total > 0) && k+1 < len(words) && units[words[k+1].Norm] > 0:
		case k == i && plainInt(w) > 0 && k+1 < len(words) && (words[k+1].Norm == "thousand" || words[k+1].Norm == "hundred"):
			now = plainInt(w)
		default:
			return total + now, k
		}
		k++
	}
	return total + now, k
}

// plainInt is a number of at most three digits, 0 for another word.
func plainInt(w string) int {
	if len(w) > 3 {
		return 0
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return 0
	}
	return n
}

// figures is the normal form of a word that begins with a digit: "5bn" is 5
// billion, "3rd" third, "7th" 7, "1990s" 1990s.
func figures(w string) string {
	digits := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz")
	switch end := w[len(digits):]; end {
	case "st", "nd", "rd", "th":
		if word := (map[string]string{"1": "first", "2": "second", "3": "third"})[digits]; word != "" {
			return word
		}
		return digits
	case "m", "mn", "mln":
		return digits + " million"
	case "bn":
		return digits + " billion"
	case "k":
		return digits + " thousand"
	case "am", "pm":
		return digits + " " + end
	}
	return w
}
