# Every target makes what it needs: `make demo` and `make test` work on a bare machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A pip that asks no questions and looks for no news of itself.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
# As pip does for a package; an editable install is left to compile itself, which some machines forbid.
COMPILED := $(BIN)/python -m compileall -q assay collectors reports
export PATH := $(CURDIR)/.tools:$(PATH)

.PHONY: demo test lint rego pytest smoke schemas bench lock clean

demo: $(VENV)/.demo  ## audit the invented organisation in examples/
	$(BIN)/assay demo --out demo

test: lint rego pytest smoke  ## everything that .ci/run runs

lint: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

rego: $(VENV)/.test
	tests/tools/rego.sh

pytest: $(VENV)/.test
	$(BIN)/python -m pytest -n 2 --dist loadfile

smoke: $(VENV)/.test
	tests/tools/smoke.sh $(BIN)/python

bench: $(VENV)/.test  ## what is claimed about speed, as ratios in one run
	$(BIN)/python -m benchmarks.audit

schemas: $(VENV)/.demo  ## generate policies/schemas/KIND.input.json from the kinds and the checks
	$(BIN)/python -m assay.input_schemas

lock:  ## renew the locks from pyproject.toml
	tests/tools/lock.sh

$(VENV)/.demo: requirements/demo.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements/demo.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	$(COMPILED)
	touch $@

$(VENV)/.test: requirements/test.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements/test.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	$(COMPILED)
	tests/tools/install.sh $(BIN)
	touch $@ $(VENV)/.demo

clean:
	rm -rf $(VENV) .tools demo dist
