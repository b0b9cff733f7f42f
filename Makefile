# The whole check of a change is: make check
.PHONY: check test score fuzz bench demo

# Tools that are not Go packages of this module; go run fetches them through
# the module proxy. Without the proxy a check says that it was skipped.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
GOVULNCHECK = golang.org/x/vuln/cmd/govulncheck@v1.8.0
FUZZTIME ?= 10s

check:
	@test -z "$$(gofmt -l .)" || { echo "not formatted, run gofmt -w on:"; gofmt -l .; exit 1; }
	go vet ./...
	.ci/tool $(STATICCHECK) ./...
	.ci/tool $(GOVULNCHECK) ./...
	go test -race ./...

test:
	go test ./...

# Rewrites eval/scoreboard.txt with what the reader gets right now, and what
# README.md takes from it: the figures and the transcript.
score:
	go run ./cmd/lab score
	go test . -run TestFiguresInReadme -figures
	go test ./cmd/onrecord -run TestReadmeTranscript -readme

fuzz:
	FUZZTIME=$(FUZZTIME) .ci/fuzz

bench:
	go test -run '^$$' -bench . ./...

demo:
	go run ./cmd/onrecord demo
