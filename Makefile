# Common tasks. Activate an environment and run `pip install -e ".[dev]"` first.
.DEFAULT_GOAL := help
.PHONY: help quick test coverage lint spelling types rules docs bench format clean

PYTHON ?= python
JOBS ?= 2
# Test files that take two thirds of the time: they start many processes, build the documentation or try every regular
# expression. `make quick` skips them, and tries fewer examples of each property.
SLOW := action benchmarks cli docs draft hooks linearity lsp new_rule output results_cache training watch

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

quick: lint types ## Run lint, type checks and the fast tests: about a minute on two cores
	HYPOTHESIS_PROFILE=quick $(PYTHON) -m pytest -n $(JOBS) $(SLOW:%=--ignore=tests/test_%.py)

test: ## Run all tests: four to five minutes on two cores
	$(PYTHON) -m pytest -n $(JOBS)

coverage: ## Run all tests with coverage, and fail below the minimum in pyproject.toml
	HYPOTHESIS_PROFILE=quick $(PYTHON) -m pytest -n $(JOBS) --cov --cov-report=term:skip-covered

lint: spelling ## Check code style, formatting and spelling
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

spelling: ## Check the spelling of docs, messages, docstrings and comments
	codespell

types: ## Check types
	$(PYTHON) -m mypy

rules: ## Run the examples of all rules
	$(PYTHON) -m textlint test

docs: ## Build the documentation into docs/_build/html
	$(PYTHON) -m sphinx -W --keep-going -b html docs docs/_build/html

bench: ## Measure speed; for a quick run, BENCH="--alone --size 1 --largest 1 --rounds 3"
	$(PYTHON) -m benchmarks $(BENCH)

format: ## Format the code and apply safe lint fixes
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

clean: ## Delete the files that builds, tests and tools create
	rm -rf build dist htmlcov .coverage .coverage.* docs/_build docs/reference/rules docs/reference/command-line.md
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -not -path './.venv/*' -exec rm -rf {} +
