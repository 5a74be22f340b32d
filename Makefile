# `make` lists the targets. Each is one step; what it needs, it makes first.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
NEEDED := pdf code nginx chromium firefox webkit

export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help serve build test serve-nginx lock bench screenshots check-facts system clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. Install Python 3.11 or later, or name one: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; this is $$($(PYTHON) --version). Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Installing what the site is built with in $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

serve: $(READY) ## show the Dutch site at 127.0.0.1:8000, live (PORT= for another; ONLY= for all languages)
	@$(RUN) tools/setup.py $(PORT)
	@ONLY=$${ONLY-nl} SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)/} $(RUN) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(READY) ## write the site to site/, strict: the thing that is published
	@$(RUN) tools/setup.py pdf
	@$(RUN) -m mkdocs build --clean # not --quiet: that hides warnings from --strict too

test: $(READY) ## run every test
	@$(RUN) tools/setup.py $(NEEDED)
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m pytest --numprocesses auto --dist worksteal

serve-nginx: build ## show the built site as it is published, through nginx, at 127.0.0.1:8000 (PORT= for another)
	@$(RUN) tools/setup.py nginx $(PORT)
	@$(RUN) tools/nginx.py $(PORT)

system: $(READY) ## install what build and tests need of the system, through sudo (Debian, Ubuntu; root needs it not)
	@sudo CI=$(CI) $(abspath $(RUN)) tools/setup.py $(NEEDED)

bench: $(READY) ## how fast the site is, against stock Material and one hand-written page
	@$(RUN) tools/setup.py chromium
	@$(RUN) tools/bench.py

screenshots: build ## pictures of every page in pictures/, for whoever changes a template (ARGS="hulp/" for some)
	@$(RUN) tools/setup.py chromium
	@$(RUN) tools/screenshots.py $(ARGS)

lock: $(READY) ## pin the newest of what pyproject.toml asks for in requirements.txt, and show what changed
	@$(RUN) -m uv pip compile pyproject.toml --group dev --universal --upgrade --generate-hashes --quiet \
		--output-file requirements.txt --custom-compile-command "make lock"
	@git diff -U0 requirements.txt | grep '^[+-][a-z]' || echo "Nothing changed."

check-facts: $(READY) ## what was checked too long ago, and what the live pages say (ARGS=--offline for ages only)
	@$(RUN) tools/check_facts.py $(ARGS)

clean: ## take away what was made
	@rm -rf $(VENV) site pictures .pytest_cache
