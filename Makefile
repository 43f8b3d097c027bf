# make run: the demo. make test: everything. make bench: side by side with other bots. make simulate: a year of a district.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench simulate lint

run: .venv/ready
	$(BIN)/gridbee demo

test: .venv/dev
	$(BIN)/python -m pytest

lint: .venv/dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

bench: .venv/dev
	$(BIN)/pip install -q -c constraints.txt -e '.[bench]'
	$(BIN)/python -m bench
	$(BIN)/python -m bench.growth

simulate: .venv/dev
	$(BIN)/python -m bench.simulate

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -c constraints.txt -e .
	touch $@

.venv/dev: .venv/ready tests/system-packages.sh
	$(BIN)/pip install -q -c constraints.txt -e '.[dev]'
	bash tests/system-packages.sh
	touch $@
