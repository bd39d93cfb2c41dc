# Everything that is done to this repository. `make help` lists it; `make run` and `make test` set up
# what they need first: system libraries (Debian and kin), then .venv from hash-pinned requirements.

PYTHON ?= python3
OUT ?= out
BIN := .venv/bin
TRANSLATION := resources/i18n/mhdesk_nl.qm

# Compiled bytecode makes a start three times faster; some machines turn it off.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint screens soak bench build i18n lock system clean

help: ## Show this list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

run: ready ## Open the window on a fictitious registry; without a display do the main job into out/
	@$(BIN)/mhdesk tour --out $(OUT)

test: lint ## Lint, types, layers, translations and all tests
	@$(BIN)/python scripts/update_translations.py --check
	@$(BIN)/python -m pytest -q -n auto --dist loadfile

lint: ready ## Style, types and layers only
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo > .venv/layers.log || { cat .venv/layers.log; exit 1; }

screens: ready ## Draw every page and dialog to PNG in out/screens
	@$(BIN)/mhdesk screens --out $(OUT)/screens

soak: ready ## End everything by kills, broken disks and power cuts, at every step, for the better part of an hour
	@$(BIN)/python scripts/soak.py

bench: ready ## Measure start, lists, search and figures beside plain alternatives
	@$(BIN)/python -m benchmarks

build: ready ## Make wheel and source package in dist/ and try the wheel
	@rm -rf dist
	@$(BIN)/python -m hatchling build
	@$(BIN)/python scripts/try_wheel.py dist/*.whl

i18n: .venv/.ready ## Take new texts of the window into resources/i18n/nl, then compile them
	@$(BIN)/python scripts/update_translations.py
	@$(BIN)/python scripts/build_translations.py

lock: .venv/.ready ## Pin the newest allowed versions of everything in requirements/, with hashes
	@$(LOCK) --upgrade --group dev pyproject.toml -o requirements/dev.txt
	@$(LOCK) --upgrade -c requirements/dev.txt pyproject.toml -o requirements/run.txt

clean: ## Remove what was made, .venv included
	@rm -rf .venv build dist $(OUT) $(TRANSLATION) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Pins hold for every platform and Python version, and name no place to download from: extra
# locations of the machine that locks must not leak in.
LOCK = env -u UV_INDEX -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS $(BIN)/uv pip compile --quiet --no-config \
	--universal --python-version 3.11 --generate-hashes \
	--no-header

.PHONY: ready
ready: system .venv/.ready $(TRANSLATION)

system:
	@PYTHON="$(PYTHON)" sh scripts/system_libraries.sh

# The environment is made anew when a pin changes, so that nothing unpinned stays in it.
.venv/.packages: requirements/dev.txt | system
	@echo "Setting up .venv (once; about a minute)"
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --compile --only-binary :all: \
		--require-hashes -r requirements/dev.txt
	@touch $@

.venv/.ready: .venv/.packages pyproject.toml hatch_build.py
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --no-index -e .
	@touch $@

$(TRANSLATION): $(wildcard resources/i18n/nl/*.ts) scripts/build_translations.py | .venv/.ready
	@$(BIN)/python scripts/build_translations.py
