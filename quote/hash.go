package quote

import "unicode"

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// hashLower hashes the lower-case form; curly apostrophes count as straight.
func hashLower(s string) uint32 {
	h := uint32(2166136261)
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r == '’':
			r = '\''
		case r >= 128:
			r = unicode.ToLower(r)
		}
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}

// mix joins up to three values into a feature of template t.
func mix(t, a, b, c uint32) uint32 {
	x := uint64(t)*0x9E3779B97F4A7C15 ^ (uint64(a)<<32 | uint64(b))
	x *= 0xD6E8FEB86659FD93
	x ^= x>>32 ^ uint64(c)*0x9FB21C651E98DF25
	x *= 0xD6E8FEB86659FD93
	return uint32(x >> 32)
}
