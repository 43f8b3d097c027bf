# make run: the demo. make check: lint, format, types and all tests. make bench: side by side with
# other bots. make take-overs: two houses, twenty take-overs. make simulate: a year of a district.
# make understanding: how well it reads riders. make faults: what breaks it, written down.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: run check test night take-overs faults format bench simulate understanding

run: .venv/ready
	$(BIN)/gridbee demo

# lint, format and strict types are tests too: tests/architecture/test_habits.py
check test: .venv/dev
	$(BIN)/python -m pytest

night: .venv/dev
	$(BIN)/python -m pytest --hypothesis-profile=night

take-overs: .venv/dev
	GRIDBEE_TAKE_OVERS=20 $(BIN)/python -m pytest -n 0 -s tests/storage/test_take_over.py

faults: .venv/dev
	$(BIN)/python -m tests.faults

format: .venv/dev
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

bench: .venv/dev
	$(BIN)/pip install -q -c constraints.txt -e '.[bench]'
	$(BIN)/python -m bench
	$(BIN)/python -m bench.growth

simulate: .venv/dev
	$(BIN)/python -m bench.simulate

understanding: .venv/dev
	$(BIN)/python -m bench.understanding

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -c constraints.txt -e .
	touch $@

.venv/dev: .venv/ready tests/system-packages.sh
	$(BIN)/pip install -q -c constraints.txt -e '.[dev]'
	bash tests/system-packages.sh
	touch $@
