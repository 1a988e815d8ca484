# Each target does its own set-up; VENV names another folder for the environment.
VENV ?= .venv
export VENV
PYTHON_IN = $(VENV)/bin/python
# Bytecode files make the second start quick; some machines switch them off.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup run test check tour demo bench installers installers-test clean

setup:
	@scripts/setup

run: setup ## open the window, or take the tour where there is no display
	@scripts/run

test: check ## everything that has to hold
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m pytest -n 2 -q

check: setup ## style, types and the direction of imports
	$(PYTHON_IN) -m ruff check .
	$(PYTHON_IN) -m ruff format --check .
	$(PYTHON_IN) -m mypy
	$(VENV)/bin/lint-imports

tour: setup ## the real window on a virtual screen; pictures in build/tour/
	@scripts/tour

demo: setup ## a made-up year in build/demo/, then the window on it
	@test -e build/demo/leglog.db || $(PYTHON_IN) -m leglog --data-dir build/demo demo
	@scripts/run --data-dir build/demo

bench: setup ## figures as ratios to a floor measured in the same run
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m benchmarks
	QT_QPA_PLATFORM=offscreen $(PYTHON_IN) -m benchmarks.log_set

installers: setup ## what this system can build, in build/installers/
	@packaging/build

installers-test: ## install and use what was built, on clean systems
	@packaging/test

clean:
	rm -rf build dist .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
