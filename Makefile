# Everything that people do with Lyhty. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := .tools/uv/bin/uv
GATEWAY := .venvs/gateway/bin
BOT := .venvs/bot/bin
export PYTHONDONTWRITEBYTECODE ?= 1
# Labelled questions for `make eval`.
FILES ?= $(wildcard ../shared/eval/*.jsonl)

.PHONY: help setup run test eval bench check-content lint format clean

help: ## List these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

run: setup ## Start everything and print the address (Ctrl-C stops it)
	@$(GATEWAY)/lyhty serve

test: setup ## Run all tests: real Valkey, real Rasa model, real browser
	@deploy/development/get-chromium.sh
	@$(GATEWAY)/lyhty train
	@$(BOT)/python -m pytest tests/bot
	@$(GATEWAY)/python -m pytest -n 2 --dist loadfile $(TESTS)

eval: setup ## Measure the understanding, beside Rasa's default pipeline and NLP.js; FILES=… chooses the questions
	@$(GATEWAY)/lyhty train
	@$(GATEWAY)/lyhty eval $(FILES) --json eval-report.json --pictures eval-pictures

bench: setup ## Measure speed and memory of the running whole
	@$(GATEWAY)/lyhty train
	@$(GATEWAY)/python -m bench.load --json bench-report.json

check-content: setup ## Check every content file, with messages for editors
	@$(GATEWAY)/lyhty content check

lint: setup ## Check style, types, Dockerfiles and the compose file
	@$(GATEWAY)/ruff check .
	@$(GATEWAY)/ruff format --check .
	@$(GATEWAY)/mypy api actions content process bench tests --exclude '^tests/bot/'
	@$(GATEWAY)/mypy --python-executable $(BOT)/python bot tests/bot
	@$(GATEWAY)/hadolint deploy/*.Dockerfile
	@$(GATEWAY)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

format: setup ## Rewrite the code in the house style
	@$(GATEWAY)/ruff check --fix-only -q .
	@$(GATEWAY)/ruff format .

clean: ## Remove environments, models and caches
	@rm -rf .venvs .tools .cache .run models

setup: .venvs/gateway/.ready .venvs/bot/.ready ## Install the two environments (done by the others when needed)

$(UV):
	@echo "Installing uv into .tools …" >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || { echo "Lyhty needs Python 3.11. Install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .tools/uv || { echo "Python's venv module is missing (Debian: apt-get install python3-venv)." >&2; exit 1; }
	@.tools/uv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9'

.venvs/gateway/.ready: pyproject.toml uv.lock | $(UV)
	@echo "Installing the gateway's environment …" >&2
	@UV_PROJECT_ENVIRONMENT=.venvs/gateway $(UV) sync --quiet --locked --python $(PYTHON) --group gateway --group dev
	@touch $@

.venvs/bot/.ready: pyproject.toml uv.lock | $(UV)
	@echo "Installing the bot's environment …" >&2
	@UV_PROJECT_ENVIRONMENT=.venvs/bot $(UV) sync --quiet --locked --python $(PYTHON) --group bot --group bot-dev
	@touch $@
