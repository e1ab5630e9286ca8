"""What all tests of the core share: the command in this process, and plugins written on the spot."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

import pytest
from hypothesis import settings

from tests.marking import pytest_collection_modifyitems as pytest_collection_modifyitems
from wirediff.cli import main
from wirediff.host import PluginChoice, assemble

REFERENCE = """\
Harbour council votes to close the ferry line

By Maud Ellery

The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island at the end of the season.

“We have run out of money and out of ferries,” said Orla Finch, who chairs the council.

Residents of the island said they would ask the county court to stop the closure.
"""
VERSION = REFERENCE.replace("voted", "decided").replace("run out of money", "run out of patience")
FORMAT_ONLY = REFERENCE.replace("“", '"').replace("”", '"').replace("of the season", "of\N{NO-BREAK SPACE}the season")


# A busy machine is slow now and then; `growth` measures cost. Forty examples in the one-minute loop, a hundred in one
# of tox's environments.
settings.register_profile("any machine", deadline=None, max_examples=int(os.environ.get("EXAMPLES", "40")))
settings.load_profile("any machine")


class Result(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Result]
WritePlugin = Callable[[str, str], Path]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run `wirediff` with these arguments in this process."""

    def run(*arguments: object) -> Result:
        monkeypatch.setattr(sys, "argv", ["wirediff", *map(str, arguments)])
        capfd.readouterr()
        with pytest.raises(SystemExit) as exit_info:
            main()
        out, err = capfd.readouterr()
        code = exit_info.value.code
        return Result(code if isinstance(code, int) else 0, out, err)

    return run


@pytest.fixture(autouse=True)
def _fresh_plugins() -> Iterator[None]:
    """No plugin found by one test is remembered for the next."""
    assemble.cache_clear()
    yield
    assemble.cache_clear()


def need_plugins(*names: str) -> None:
    """Fail the test where one of these plugins is not active; skip it where the core is alone on purpose."""
    if missing := set(names) - {plugin.name for plugin in assemble(PluginChoice()).plugins}:
        give_up = pytest.skip if os.environ.get("WIREDIFF_CORE_ALONE") else pytest.fail
        give_up(f"not installed: {', '.join(sorted(missing))}")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with `reference.txt`, `version.txt` and `format.txt`."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("reference", REFERENCE), ("version", VERSION), ("format", FORMAT_ONLY)):
        tmp_path.joinpath(f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def plugin(folder: Path) -> WritePlugin:
    """Write a plugin file, `name` and code, into the working folder."""

    def plugin(name: str, code: str) -> Path:
        path = folder / f"{name}.py"
        path.write_text(PREAMBLE + dedent(code), "utf-8")
        return path

    return plugin


PREAMBLE = """\
from wirediff import hookimpl
from wirediff.model import Detector, Emitter, Finding, Note, Option, Rule, Span

"""
ECHO = """
    def detect(alignment, options):
        for pair in alignment.pairs:
            for edit in pair.edits:
                if edit.op not in ("equal", "format"):
                    yield CHANGED.finding(options["message"], [edit.reference], [edit.version])

    CHANGED = Rule("echo/changed", "words changed", "Any change of words.", "warning")
    OPTIONS = (Option("message", "What findings say.", default="Changed."),)

    @hookimpl
    def wirediff_detectors():
        return [Detector("echo", "every change", (CHANGED,), detect, OPTIONS)]
"""
"""A plugin named `echo` that reports each edit."""
