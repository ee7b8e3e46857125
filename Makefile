# What there is to do here. `make help` lists it. Everything runs in .venv, made from the lock file.
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: help setup demo test test-frontend test-uncompiled fast check format golden conformance fuzz hostile kills mutants oracle docs bench clean
help:  ## list these commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY)  ## make .venv with the locked dependencies
$(READY): uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed: make PYTHON=python3.12 ..." if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"
	@UV_SYSTEM_CERTS=true $(BIN)/uv sync --frozen --quiet --inexact --compile-bytecode
	@touch $@

demo: setup  ## load the samples, answer two questions with their reasons, leave a server running (PORT=8000)
	@ATTENDU_MODE=$${ATTENDU_MODE:-development} $(BIN)/attendu demo --port $(PORT)

export PYTHONDONTWRITEBYTECODE :=  # tests start many processes: each would compile every module anew
TESTS := -n logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder -m "not browser and not node"
test: setup  ## every test that needs Python alone, PostgreSQL included
	@$(BIN)/pytest $(TESTS)

NODE := tests/clients examples/frontend
test-frontend: setup $(NODE:%=%/node_modules/.ready)  ## what needs Node.js or Chromium: pages, GraphQL clients, audits of the schema
	@ATTENDU_BROWSER=needed $(BIN)/pytest -q -m "browser or node"
	@cd examples/frontend && npm run --silent check && npm test --silent

%/node_modules/.ready: %/package-lock.json
	@npm ci --prefix $* --no-audit --no-fund --loglevel=error
	@touch $@

test-uncompiled: setup  ## every test, with compiled GraphQL execution switched off
	@ATTENDU_COMPILED_EXECUTION=off $(BIN)/pytest $(TESTS)

fast: setup  ## the tests that need no server and no PostgreSQL
	@$(BIN)/pytest -m "not server and not postgresql and not browser and not node" -x -q

check: setup  ## format, lint, types, imports, dependencies, tests: what lands
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/deptry .
	@$(MAKE) --no-print-directory test

format: setup  ## format and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

golden: setup  ## write the golden files anew; read the difference, it is the effect
	@ATTENDU_GOLDEN=write $(BIN)/pytest -q -m golden

conformance: setup  ## hold compiled execution to graphql-core: its own tests, 5,000 random cases, planted mistakes (minutes)
	@$(BIN)/python -m tests.api.execution.conformance.graphql_core
	@EXECUTION_EXAMPLES=5000 $(BIN)/pytest -q tests/api/execution/test_differential.py
	@$(BIN)/python -m tests.api.execution.conformance.mutants

fuzz: setup  ## more than 500 questions and changes made from the schema by schemathesis (minutes)
	@ATTENDU_EXAMPLES=11 $(BIN)/pytest -q tests/api/test_fuzz.py

hostile: setup  ## attack a server in every way known here, timed against healthy requests beside it (minutes)
	@$(BIN)/python -m tests.hostile

kills: setup  ## kill and stop servers under load, 20 times on each database (minutes)
	@ATTENDU_KILLS=20 $(BIN)/pytest -q -s tests/acceptance/test_killed_servers.py

mutants: setup  ## change the law in 500 small ways; each time a case must turn red (MUTANTS="--seed 7", "--all")
	@$(BIN)/python -m tests.rules.mutants $(MUTANTS)

oracle: setup .venv-oracle/.ready  ## hold our figures against OpenFisca-France, on 1,000 random households at two dates
	@$(BIN)/python -m tests.oracle

.venv-oracle/.ready: tests/oracle/requirements.txt
	@$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv-oracle
	@$(BIN)/uv pip install --quiet --python .venv-oracle/bin/python --requirements tests/oracle/requirements.txt
	@touch $@

docs: setup  ## write the catalogue of rules as pages that need no server: build/catalogue/index.html
	@$(BIN)/attendu rules site build/catalogue

bench: setup  ## measure the budgets; writes benchmarks/RESULTS.md
	@$(BIN)/python -m benchmarks

clean:  ## remove the environment and caches
	rm -rf .venv .venv-oracle .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
