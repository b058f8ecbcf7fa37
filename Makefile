# Two commands do everything: `make present` and `make test`.
#   make present DECK=talk.yaml   presents another deck
#   make test ARGS='-k wrap'      runs some of the tests
#   make present PYTHON=python3.13   makes .venv with that Python

BIN := .venv/bin
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
# Compiled bytecode is half of a fast start, so it is written even where the environment says no.
COMPILED := env -u PYTHONDONTWRITEBYTECODE
INSTALL := $(COMPILED) $(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --editable

.PHONY: present test check format bench clean

present: $(READY)
	@$(COMPILED) $(BIN)/presenter $(DECK)

test: $(READY_DEV)
	@$(COMPILED) $(BIN)/python -m pytest $(ARGS)

check: $(READY_DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

format: $(READY_DEV)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(READY_DEV)
	@$(BIN)/python -m benchmarks $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist

$(READY): pyproject.toml
	@python=$(PYTHON); \
	for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
		[ -n "$$python" ] && break; \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && python=$$candidate; \
	done; \
	if [ -z "$$python" ]; then echo "presenter needs Python 3.11 or later." >&2; exit 1; fi; \
	if ! "$$python" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$python cannot make virtual environments. On Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$python (once; less than a minute)" >&2; \
	"$$python" -m venv .venv
	@$(INSTALL) .
	@$(COMPILED) $(BIN)/python -m compileall -q presenter
	@touch $@

$(READY_DEV): $(READY)
	@echo "Installing what tests and checks need (once)" >&2
	@$(INSTALL) '.[dev]'
	@touch $@
