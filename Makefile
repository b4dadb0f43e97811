# make demo     build the example corpus and ask it three questions
# make site     build the documentation as a site, with its links checked
# make web      build the explorer's scripts, with Node.js 20 or later
# make test     run the tests
# make parses   parse the texts of the tests of rules with the installed models, and keep the parses
# make slow     run those that wait for processes, browsers and clients, with whatever of these is installed
# make scores   score the annotated articles; README=1 also puts the figures of the real ones into README.md
# make bench    measure speed, memory and growth on small corpora, beside the models and stores they are compared with
# make clients  install the client that these tests take from npm
# make validators  install, in a Python of their own, the validators of RO-Crate and FollowTheMoney for these tests
# make check    lint and types, as the continuous integration does
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := demo

SCRIPTS := src/onrecord/serve/explorer/built/main.js
BENCH := runs/bench
VALIDATORS := .venv-validators
CLIENTS := tests/serve/clients/node_modules/.package-lock.json

.PHONY: demo site web test parses slow scores bench clients validators check clean

demo: $(VENV)/.installed
	@rm -rf $(DEMO)
	@$(BIN)/onrecord build examples/articles --store $(DEMO)/store
	@for question in figures positions acts; do \
		echo; echo "== onrecord ask $$question --store $(DEMO)/store"; \
		$(BIN)/onrecord ask $$question --store $(DEMO)/store || exit 1; \
	done
	@echo
	@$(BIN)/onrecord export --store $(DEMO)/store --out $(DEMO)/graph.ttl
	@echo "The graph in Turtle: $(DEMO)/graph.ttl"

site: $(VENV)/.installed
	$(BIN)/python website/build.py

web: $(SCRIPTS)

$(SCRIPTS): web/package-lock.json web/vite.config.ts web/tsconfig.json $(wildcard web/src/*)
	npm --prefix web ci --ignore-scripts --no-audit --no-fund
	npm --prefix web run check
	npm --prefix web run build

clients: $(CLIENTS)

$(CLIENTS): tests/serve/clients/package-lock.json
	npm --prefix tests/serve/clients ci --ignore-scripts --no-audit --no-fund

# They ask for other versions of libraries than the program does; PyICU needs pkg-config and ICU (Debian: libicu-dev).
validators: $(VALIDATORS)/.installed

$(VALIDATORS)/.installed:
	$(PYTHON) -m venv $(VALIDATORS)
	$(VALIDATORS)/bin/python -m pip install --quiet --disable-pip-version-check 'roc-validator==0.13.0' 'followthemoney==4.11.2'
	@touch $@

# Each process loads the models for itself: a few are enough.
test: $(VENV)/.installed
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

parses: $(VENV)/.installed
	$(BIN)/python -m pytest --write-parses -m "not slow and not model" tests/extract tests/coref tests/evaluation

slow: $(VENV)/.installed
	$(BIN)/python -m pytest -m slow -r s

scores: $(VENV)/.installed
	$(BIN)/python benchmarks/scores.py $(if $(README),--readme)

# In under three minutes on idle cores; each of these takes more articles and rounds if asked.
bench: $(VENV)/.installed
	$(BIN)/python benchmarks/build.py examples/articles --rounds 1
	$(BIN)/python benchmarks/growth.py --articles 12 --keep $(BENCH) --plot $(BENCH)/growth.svg
	$(BIN)/python benchmarks/workers.py --articles 60 --rounds 1
	$(BIN)/python benchmarks/loading.py $(BENCH)/store-120 --rounds 3
	$(BIN)/python benchmarks/verify.py $(BENCH)/store-120
	$(BIN)/python benchmarks/pages.py $(BENCH)/store-120 --pages 150
	$(BIN)/python benchmarks/scale.py --articles 40

check: $(VENV)/.installed
	$(BIN)/ruff check src tests train benchmarks website
	$(BIN)/ruff format --check src tests train benchmarks website
	$(BIN)/mypy

clean:
	rm -rf $(VENV) $(VALIDATORS) $(DEMO) web/node_modules tests/serve/clients/node_modules $(dir $(SCRIPTS))

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("onrecord needs Python 3.11 or later: make PYTHON=python3.11 ..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
