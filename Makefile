# `make lab` opens the course, `make test` checks it. Each target is one line that also works when
# typed by hand, once the first of them has installed the course into .venv.

PYTHON ?= python3
ARGS ?=
RUN := .venv/bin/python -m
ANNOUNCEMENTS := @jupyterlab/apputils-extension:announcements

.PHONY: help setup lab fresh progress doctor handout lecture grade grade-demo site slides test nightly notebooks drift stand-in mutants clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

setup: .venv/installed ## install the course into .venv, where that is missing or out of date

lab: .venv/installed ## open your copy, my_notebooks/, in JupyterLab; ARGS=--no-browser is passed on
	@$(RUN) course_utils lab $(ARGS)

fresh: .venv/installed ## begin notebook 03 anew with make fresh ARGS=03; what you had is kept beside it
	@$(RUN) course_utils fresh $(ARGS)

progress: .venv/installed ## show which exercises are solved
	@$(RUN) course_utils progress $(ARGS)

doctor: .venv/installed ## examine the installation and name the remedies
	@$(RUN) course_utils doctor

handout: .venv/installed ## write the notebooks to hand out into handout/students, and solved into handout/solved
	@$(RUN) course_utils handout $(ARGS)

lecture: .venv-teach/installed ## open the notebooks as slides whose cells run; make lecture ARGS=04 opens those of 04
	@JUPYTERLAB_DIR="$(CURDIR)/.venv/share/jupyter/lab" JUPYTER_PATH="$(CURDIR)/.venv/share/jupyter" JUPYTER_CONFIG_PATH="$(CURDIR)/.venv/etc/jupyter" .venv-teach/bin/python -m course_utils lecture $(ARGS)

grade: .venv/installed ## grade the notebooks in a folder, make grade ARGS=FOLDER: a table of what is solved
	@$(RUN) course_utils grade $(ARGS)

grade-demo: .venv-teach/installed ## let the real nbgrader grade five made-up students of notebook 01
	@.venv-teach/bin/python -m tests.teaching.grade_demo

site: .venv-site/installed ## make the course's web pages, build/site/html
	@.venv-site/bin/python -m website.build

slides: .venv/installed ## make a deck of slides for each notebook, build/slides
	@$(RUN) website.decks

test: .venv/installed ## ruff, mypy and pytest, notebooks included; make test ARGS=tests/data runs a part
	@failed=; \
	for check in $(if $(ARGS),,"ruff check" "ruff format --check" mypy) "pytest $(ARGS)"; do \
	  echo "== $$check"; $(RUN) $$check || failed="$$failed, $$check"; \
	done; \
	if [ -z "$$failed" ]; then echo "make test: everything passed"; \
	else echo "make test: FAILED in$${failed#,}"; exit 1; fi

notebooks: .venv/installed ## execute all notebooks in place
	$(RUN) tests.notebook_checker.execute $(ARGS)

nightly: .venv/installed ## what takes longer: solved notebooks, long walks, a GPU rehearsed, speeds
	@$(RUN) pytest -m nightly $(or $(ARGS),tests)

drift: .venv/installed ## compare all notebooks under the arithmetic of another CPU
	COURSE_DRIFT=1 ATEN_CPU_CAPABILITY=default MKL_CBWR=COMPATIBLE ONEDNN_MAX_CPU_ISA=SSE41 $(RUN) pytest notebooks -q

stand-in: .venv/installed ## rehearse all notebooks on a device that stands in for a GPU; ARGS=notebooks/03* for one
	@COURSE_DEVICE=toy $(RUN) pytest $(or $(ARGS),notebooks) -q

mutants: .venv/installed ## plant faults in the package and the notebooks, and count who notices: 20 minutes
	@$(RUN) tests.mutants $(ARGS)

clean: ## remove .venv and everything else that can be made again; my_notebooks/ stays
	rm -rf .venv .venv-peers .venv-teach .venv-site build *.egg-info .hypothesis .pytest_cache .mypy_cache .ruff_cache
	find . -path ./my_notebooks -prune -o -name __pycache__ -prune -exec rm -rf {} + -o -name .ipynb_checkpoints -prune -exec rm -rf {} +

# The set-up. Its last step writes .venv/installed, so the file stands for an installation that was
# finished; without it .venv is built anew. The file names the folder, because a .venv cannot be moved.
SOUND := test -x .venv/bin/python && test "`cat .venv/installed 2>/dev/null`" = "$(CURDIR)"
ifneq ($(shell $(SOUND) && echo sound),sound)
.PHONY: .venv/installed
endif

REMEDY := install one (https://www.python.org/downloads/) and name it, for example make lab PYTHON=python3.12
define CHECK_PYTHON
import sys
name = "$(PYTHON) (Python %d.%d)" % sys.version_info[:2]
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit("The course needs Python 3.11, 3.12 or 3.13 and found " + name + ": $(REMEDY)")
try:
    import ensurepip, venv
except ImportError:
    sys.exit(name + " lacks the module venv, which keeps the course apart from your other Python: install it "
             "(on Debian and Ubuntu: sudo apt install python3-venv) and run the same command again")
endef
export CHECK_PYTHON

# matplotlib looks for fonts once, and would say so on stderr in the first notebook that draws.
# sed keeps of pip's report what tells a learner that something happens: each download over 1 MB.
.venv/installed: requirements.txt pyproject.toml
	@$(SOUND) || command -v "$(PYTHON)" >/dev/null || { echo "The course needs Python 3.11, 3.12 or 3.13 and found no program $(PYTHON): $(REMEDY)" >&2; exit 1; }
	@$(SOUND) || { "$(PYTHON)" -c "$$CHECK_PYTHON" && "$(PYTHON)" -m venv --clear .venv; }
	@rm -f $@
	@echo "Installing the course into .venv: the first time this takes a few minutes and 1.7 GB of disk (several GB more on Linux unless the CPU build of torch is asked for, see README.md)."
	@{ $(RUN) pip install --disable-pip-version-check -r requirements.txt -e . \
	   && $(RUN) matplotlib.font_manager \
	   && $(RUN) jupyterlab.labextensions disable --log-level=ERROR "$(ANNOUNCEMENTS)" && echo "$(CURDIR)" > $@; } \
	 | sed -n -e 's/^ *Downloading \([^ ]*\) (\(.* [MG]B\)).*/  downloading \1, \2/p' -e 's/^Installing collected.*/  unpacking/p'; \
	test -f $@ || { echo "The installation did not finish, for the reason given above: mend that and run the same command again." >&2; exit 1; }
	@echo "Installed."

# nbgrader and Sphinx in environments of their own that borrow all else from .venv.
.venv-teach/installed .venv-site/installed: .venv-%/installed: .venv/installed requirements-%.txt
	@rm -rf .venv-$* && $(RUN) venv .venv-$*
	@echo "import site; site.addsitedir('`echo $(CURDIR)/.venv/lib/*/site-packages`')" > "`echo .venv-$*/lib/*/site-packages`/course.pth"
	@.venv-$*/bin/python -m pip install --disable-pip-version-check -q -r requirements-$*.txt -c requirements.txt
	@touch $@
