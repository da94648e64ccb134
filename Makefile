# The commands of this project. `make help` lists them.
SHELL := /bin/bash
BIN := .venv/bin
# Test processes at once; ARGS goes to pytest, as in `make test ARGS="-k codec"`.
WORKERS ?= 2
ARGS ?=
export UPGRADE
# SEARCH=1: property tests draw other examples each time.
export SEARCH
# Tests start the program some hundred times; without compiled modules each start compiles it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: screens help setup setup-test setup-bench run test bench soak validate lint format lock clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-12s %s\n", $$1, $$2 }'

setup: ## prepare this checkout to run: system packages, virtual environment, the program
	@packaging/setup/setup.sh run

setup-test:
	@packaging/setup/setup.sh test

setup-bench:
	@packaging/setup/setup.sh bench

run: setup ## open the workstation on its sample desk; without a display, run the tour
	@packaging/setup/start.sh

test: lint ## the whole gate, the same as CI's: lint, then every test
	@$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

lint: setup-test ## formatting, style, types, layers
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: setup-test ## put the code into shape
	@$(BIN)/ruff check --fix-only .
	@$(BIN)/ruff format .

validate: setup-test ## ask outside validators about our exports
	@packaging/setup/marked.sh validate

soak: setup-test ## the long tests: minutes to hours
	@packaging/setup/marked.sh soak

bench: setup-bench ## every benchmark, one after another; each prints a ratio
	@status=0; for file in benchmarks/bench_*.py; do \
	    [ -e "$$file" ] || { echo "There are no benchmarks yet."; break; }; \
	    echo "== $$file"; $(BIN)/python "$$file" || status=1; \
	done; exit $$status

screens: setup ## make the pictures of the README anew, from the tour
	@QT_QPA_PLATFORM=offscreen $(BIN)/deskeditor tour --out build/tour
	@mkdir -p docs/screens
	@cp build/tour/screens/writing/{write-ar-light,write-ar-dark,write-en-light,quotes-ar-light}.png docs/screens/
	@cp build/tour/screens/review/desk-ar-light.png docs/screens/

lock: setup ## write the lock files anew from pyproject.toml; UPGRADE=1 takes the newest
	@packaging/setup/lock.sh

clean: ## remove all that these commands made, the virtual environment too
	rm -rf .venv build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
