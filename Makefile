# `make` alone lists what there is.
.PHONY: help exports generate test lint bench

help:
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

exports: ## write exports/published and CITATION.cff anew from the built-in review
	go run ./cmd/policygraph export --quiet -o exports/published
	cp exports/published/CITATION.cff .

generate: ## write the constants of ontology/vocab anew from the ontology
	go generate ./...

test: ## run all tests
	go test ./...

lint: ## hold the code to .golangci.yml
	golangci-lint run ./...

bench: ## measure, with allocations
	go test -run '^$$' -bench . -benchmem ./...
