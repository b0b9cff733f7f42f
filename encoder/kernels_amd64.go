package encoder

var best = portable
