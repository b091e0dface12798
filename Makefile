# Everyday commands; `make help` lists them. README.md has the commands for Windows.
#
# Everything is installed into .venv, from the locks. To use another Python:
# make PYTHON=python3.12 site

PYTHON ?= python3

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install

# Stamps of what is installed. The development lock includes the run lock, so installing it updates
# both, and `make site` after `make test` installs nothing.
RUN := $(VENV)/.run
DEV := $(VENV)/.dev
JUDGES := $(VENV)/judges/.installed

# Compiles the .in files into the locks; `make lock ARGS=--upgrade` takes newer versions.
COMPILE := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-strip-extras --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

# Material for MkDocs warns about MkDocs 2.0 at each build; pyproject.toml excludes that version.
export NO_MKDOCS_2_WARNING := 1

# What one process of the tests has compiled, the others read: hundreds start the program.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help site serve check test bench look judge manual lint format lock clean
.NOTPARALLEL: # two installations into one .venv would collide

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

site: $(RUN) ## build the site into site/
	$(BIN)/oit build

serve: $(RUN) ## serve the site while you write (stop with Ctrl+C)
	$(BIN)/oit serve

check: $(RUN) ## report what the data still lacks
	$(BIN)/oit check

test: lint $(JUDGES) ## run everything that a change must pass
	$(BIN)/python -m compileall -q hooks
	chromium=$$($(BIN)/python tools/browser.py) && OIT_CHROMIUM=$$chromium \
	$(BIN)/pytest --numprocesses 2 --dist worksteal -m "browser or untraced"
	# Tracing the lines behind the tests above would take minutes and add none. Three processes on two
	# cores, because many of these tests wait for a program that they have started.
	$(BIN)/pytest --numprocesses 3 --dist worksteal -m "not browser and not untraced" --cov --cov-fail-under 98

bench: $(DEV) ## measure how fast it is, compared with its peers (20 minutes)
	$(BIN)/python -m tools.bench $(ARGS)

look: $(DEV) ## write pictures of every kind of page into look/index.html
	chromium=$$($(BIN)/python tools/browser.py) && OIT_CHROMIUM=$$chromium PYTHONPATH=tests \
	$(BIN)/python -m tools.look look $(ARGS)

judge: $(JUDGES) ## let programs of others judge every page of several sites (minutes)
	chromium=$$($(BIN)/python tools/browser.py) && OIT_CHROMIUM=$$chromium PYTHONPATH=tests \
	$(BIN)/python -m tools.judge

manual: $(RUN) ## build the manual into site-manual/
	$(BIN)/mkdocs build --strict --config-file manual.yml

lint: $(DEV) ## check style, types and imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV) ## format the code
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(DEV) ## compile the requirements into the locks, and try them with old and new pips
	$(COMPILE) $(ARGS) --extra desk --output-file requirements.txt pyproject.toml requirements.in
	$(COMPILE) $(ARGS) --extra desk --extra fleet --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml requirements.in requirements-dev.in
	$(BIN)/python tools/locks.py

clean: ## remove everything that these commands created, .venv too
	rm -rf site site-manual look build dist $(VENV) hooks/*.egg-info htmlcov .coverage .coverage.*
	rm -rf .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): requirements.txt pyproject.toml
	$(call install,requirements.txt)
	@touch $@

$(DEV): requirements-dev.txt requirements.txt pyproject.toml
	$(call install,requirements-dev.txt)
	@touch $(RUN) $@

$(JUDGES): $(wildcard tools/judge/packages/*.json) $(DEV)
	$(BIN)/python -m tools.judge.install
	@touch $@

define install
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo 'ต้องใช้ Python 3.11 ขึ้นไป ระบุได้ด้วย: make PYTHON=python3.12 …'; \
	echo 'Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 …'; \
	exit 1; } >&2
$(PYTHON) -m venv $(VENV)
$(PIP) --require-hashes --requirement $(1)
$(PIP) --no-index --no-deps --no-build-isolation --editable .
endef
