# Two commands do everything: `make present` and `make test`.
#   make present DECK=talk.yaml      presents another deck
#   make present PYTHON=python3.13   makes .venv with that Python
#   make setup                       only makes .venv, with the command `presenter` in it
#   make test ARGS='-k wrap'         runs some of the tests; JOBS=8 runs eight side by side
#   make check CONSTRAINTS=FILE      installs the versions that FILE pins, as .ci/run does

BIN := .venv/bin
READY := .venv/.ready
READY_DEV := .venv/.ready-dev
# Compiled bytecode is half of a fast start, so it is written even where the environment says no.
COMPILED := env -u PYTHONDONTWRITEBYTECODE
INSTALL := $(COMPILED) $(BIN)/python -m pip install --quiet --disable-pip-version-check --compile \
	$(if $(CONSTRAINTS),--constraint $(CONSTRAINTS)) --editable

# Tests of one file stay together: they share what is slow to make, and a socket or two. Files begin
# in the order of tests/conftest.py. Two jobs for each core of CI's two, as many tests wait.
JOBS := 4

.PHONY: present setup test check format bench terminals soak mutants clean

present: $(READY)
	@$(COMPILED) $(BIN)/presenter $(DECK)

setup: $(READY)

test: $(READY_DEV)
	@$(COMPILED) $(BIN)/python -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder $(ARGS)

check: $(READY_DEV)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m tests.audit

format: $(READY_DEV)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(READY_DEV)
	@$(BIN)/python -m benchmarks $(ARGS)

# A talk in every terminal that is installed; prints the tables of docs/stage.md.
terminals: $(READY_DEV)
	@$(BIN)/python -m tests.terminals $(ARGS)

# Random keys, sizes, edits, signals and guests: ARGS='--minutes 30', and --seed for the same again.
soak: $(READY_DEV)
	@$(COMPILED) nice $(BIN)/python -m tests.soak $(ARGS)

mutants: $(READY_DEV)
	@nice $(BIN)/python -m benchmarks.mutants $(ARGS)

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml $(CONSTRAINTS)
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
	@$(INSTALL) '.[handout,share]'
	@$(COMPILED) $(BIN)/python -m compileall -q presenter
	@touch $@

$(READY_DEV): $(READY)
	@echo "Installing what tests and checks need (once)" >&2
	@$(INSTALL) '.[dev]'
	@touch $@
