# Livret. « make » installe ce qui manque, construit le programme et fabrique le guide.
# "make" installs what is missing, builds the program and makes the guide.

SHELL := /bin/sh
# A folder that holds a book; by default the guide of this repository.
BOOK ?= .
# Runs of "make bench": of the book, of ten times as long a book, of a hundred times as long.
RUNS ?= 15 3 1

# The Swift runtime is linked in: the program starts in milliseconds and runs without a toolchain.
release := swift build -c release --static-swift-stdlib
sources := Sources Tests Package.swift
livret := .build/release/livret

.DEFAULT_GOAL := guide
.PHONY: guide program test check format bench pictures clean help set-up-to-build set-up-to-test

guide: program ## Fabrique le guide, dans toutes ses langues et éditions · Makes the guide in all its languages and editions
	$(livret) build $(BOOK)

# One language, or one edition in the languages that its sheet says: what a matrix of machines shares out, and
# "make -j guide-fr guide-en edition-dijon" does at once.
guide-%: program
	$(livret) build $(BOOK) --lang $*

edition-%: program
	$(livret) build $(BOOK) --edition $*

program: set-up-to-build ## Construit le programme .build/release/livret · Builds the program
	$(release) --product livret

# One after another: Cairo 1.16 and Pango open fonts through one FreeType, which two threads corrupt.
test: set-up-to-test ## Lance tous les tests · Runs all tests
	swift test --no-parallel

check: set-up-to-build ## Vérifie la forme du code, sans avertissement · Checks format and warnings
	swift format lint --strict --recursive $(sources)
	LIVRET_WARNINGS=errors swift build --build-tests --scratch-path .build/check

format: set-up-to-build ## Met le code en forme · Formats the code
	swift format --in-place --recursive $(sources)

bench: program ## Mesure chaque étape, du livre et de plus longs · Times each stage, also of longer books
	scripts/bench $(livret) $(BOOK) $(RUNS)

# Two pages with much of what a chapter may hold, and the sheet with the covers; a thousand pixels
# wide at this resolution.
spread := 22-23
picture := $(livret) pages . --ppi 86 --output .build/pictures
pictures: program ## Refait les images du README : docs/*.png · Makes the pictures of the README
	$(picture) --spreads --pages $(spread)
	$(picture) --sheets --pages 1
	mkdir -p docs
	cp .build/pictures/spread-$(spread).png docs/spread.png
	cp .build/pictures/sheet-01-outer.png docs/sheet.png

clean: ## Efface ce qui a été construit · Removes what was built
	rm -rf .build
	find output -mindepth 1 ! -name .gitkeep -delete

help: ## Affiche cette aide · Prints this help
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | \
	  awk -F@ '{ printf "%-16s%s\n", $$1, $$2 }'

set-up-to-build:
	@scripts/set-up build

set-up-to-test:
	@scripts/set-up test
