# Two commands do everything: `make present` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.installed

.PHONY: present test check format bench clean

present: $(READY)
	@$(BIN)/presenter

test: $(READY)
	@$(BIN)/pytest

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(READY)
	@$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist

# Compiled bytecode is half of a fast start, so it is written even where the environment says no.
$(READY): pyproject.toml
	@$(PYTHON) -m venv .venv
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --editable '.[dev]'
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q presenter
	@touch $(READY)
