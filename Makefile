# `make` lists the targets. Each is one step; what it needs, it makes first.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready

export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1
# Dates in the built site come from the last commit, never from the clock.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)

.DEFAULT_GOAL := help
.PHONY: help serve build search-report test lock bench pictures anchors check-facts check-age facts-issue audit clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(READY): requirements.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. Install Python 3.11 or later, or name one: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; this is $$($(PYTHON) --version). Name another: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@echo "Installing what the site is built with in $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

serve: $(READY) ## build the site and show it at 127.0.0.1:8000, live (PORT= for another)
	@$(RUN) tools/port.py $(PORT)
	@SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)/} $(RUN) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

build: $(READY) ## write the site to site/, strict: the thing that is published
	@$(RUN) tools/libraries.py pdf
	@$(RUN) -m mkdocs build --clean # not --quiet: that hides warnings from --strict too

test: $(READY) ## run every test
	@$(RUN) tools/browser.py
	@$(RUN) tools/nginx.py
	@$(RUN) tools/libraries.py pdf code
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m pytest --numprocesses auto --dist worksteal

.PHONY: serve-nginx load
serve-nginx: build ## show the built site as it is published, through nginx, at 127.0.0.1:8000 (PORT= for another)
	@$(RUN) tools/port.py $(PORT)
	@$(RUN) tools/nginx.py $(PORT)

load: build ## measure the shipped server against a bare one, with a worker killed halfway
	@$(RUN) tools/load.py


.PHONY: system
system: $(READY) ## install what build and tests need of the system, through sudo (Debian, Ubuntu; root needs it not)
	@sudo $(abspath $(RUN)) tools/libraries.py pdf code
	@sudo $(abspath $(RUN)) tools/nginx.py

bench: $(READY) ## how fast the site is, against stock Material and one hand-written page (ARGS=visits or builds)
	@$(RUN) tools/browser.py
	@$(RUN) -m tools.bench $(ARGS)

pictures: $(READY) ## screenshots of every page to pictures/, for whoever changes a template
	@$(RUN) tools/browser.py
	@$(MAKE) --no-print-directory build
	@$(RUN) tools/pictures.py $(ARGS)

lock: $(READY) ## pin what pyproject.toml asks for in requirements.txt, and show what changed
	@$(RUN) tools/lock.py

check-facts: $(READY) ## compare contacts and sources with their live pages (needs the internet; ARGS=--help tells more)
	@$(RUN) -m tools.check_facts $(ARGS)

anchors: build ## hold the places of a new page or heading in tests/site/anchors.txt
	@$(RUN) tools/anchors.py

check-age: $(READY) ## list what was checked too long ago, oldest first
	@$(RUN) tools/check_age.py $(ARGS)

facts-issue: $(READY) ## both checks, told in one issue on the forge (for its weekly workflow)
	@$(RUN) tools/facts_issue.py

audit: build ## known holes in what is pinned, and licences of what reaches the reader
	@$(RUN) tools/audit.py

clean: ## take away what was made
	@rm -rf $(VENV) site pictures .pytest_cache
