# What is done often, by name. Needs an activated environment with `pip install -e ".[dev]"`.
.DEFAULT_GOAL := help
.PHONY: help quick test coverage lint spelling types rules docs bench format clean

PYTHON ?= python
JOBS ?= 2
# Files whose tests start many processes, build the documentation or try every expression of every rule: two thirds of the
# time. `make quick` leaves them out, and tries each property on fewer examples.
SLOW := action benchmarks cli docs draft hooks linearity lsp new_rule output results_cache watch

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

quick: lint types ## Lint, types and the fast tests: about a minute on two cores
	HYPOTHESIS_PROFILE=quick $(PYTHON) -m pytest -n $(JOBS) $(SLOW:%=--ignore=tests/test_%.py)

test: ## Run all tests: four to five minutes on two cores
	$(PYTHON) -m pytest -n $(JOBS)

coverage: ## Run all tests, measure what they reach, and fail below the floor in pyproject.toml
	HYPOTHESIS_PROFILE=quick $(PYTHON) -m pytest -n $(JOBS) --cov --cov-report=term:skip-covered

lint: spelling ## Check code style, formatting and the spelling of our own prose
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

spelling: ## Check the spelling of pages, messages, docstrings and comments
	codespell

types: ## Check types
	$(PYTHON) -m mypy

rules: ## Run the examples of all rules
	$(PYTHON) -m textlint test

docs: ## Build the documentation into docs/_build/html
	$(PYTHON) -m sphinx -W --keep-going -b html docs docs/_build/html

bench: ## Measure speed; BENCH="--alone --size 1 --largest 1 --rounds 3" is quick
	$(PYTHON) -m benchmarks $(BENCH)

format: ## Format the code and make the safe fixes of the linter
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

clean: ## Delete what builds, tests and tools leave behind
	rm -rf build dist htmlcov .coverage .coverage.* docs/_build docs/reference/rules docs/reference/command-line.md
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -not -path './.venv/*' -exec rm -rf {} +
