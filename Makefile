# make run: the demo. make check: lint, format, types and all tests. make bench: side by side with
# other bots. make take-overs: two houses, twenty take-overs. make simulate: a year of a district and its hive.
# make understanding: how well it reads riders. make faults: what breaks it, written down.
# make lock: the hashes of what constraints.txt pins.
PYTHON ?= python3
BIN := .venv/bin
# nothing is installed whose hash is not in locks/
INSTALL := $(BIN)/pip install -q --require-hashes -r
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header -c constraints.txt pyproject.toml

.PHONY: run check test night lock take-overs faults format bench simulate understanding

run: .venv/ready
	$(BIN)/gridbee demo

# lint, format and strict types are tests too: tests/architecture/test_habits.py
check test: .venv/dev
	$(BIN)/python -m pytest

night: .venv/dev
	$(BIN)/python -m pytest --hypothesis-profile=night

lock: .venv/ready
	$(BIN)/pip install -q -c constraints.txt uv
	$(LOCK) locks/build.in -o locks/run.txt
	$(LOCK) locks/build.in --extra dev -o locks/dev.txt
	$(LOCK) locks/build.in --extra bench -o locks/bench.txt

take-overs: .venv/dev
	GRIDBEE_TAKE_OVERS=20 $(BIN)/python -m pytest -n 0 -s tests/storage/test_take_over.py

faults: .venv/dev
	$(BIN)/python -m tests.faults

format: .venv/dev
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

bench: .venv/dev
	$(INSTALL) locks/bench.txt
	$(BIN)/python -m bench
	$(BIN)/python -m bench.growth

simulate: .venv/dev
	$(BIN)/python -m bench.simulate

understanding: .venv/dev
	$(BIN)/python -m bench.understanding

.venv/ready: pyproject.toml locks/run.txt
	$(PYTHON) -m venv .venv
	$(INSTALL) locks/run.txt
	$(BIN)/pip install -q --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: .venv/ready locks/dev.txt tests/system-packages.sh
	$(INSTALL) locks/dev.txt
	bash tests/system-packages.sh
	touch $@
