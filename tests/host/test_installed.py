"""Third-party distributions, installed for real: two examples that work, and others broken on purpose."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.conftest import REFERENCE

PLUGINS = Path(__file__).parents[2] / "fixtures" / "plugins"
VERSION = REFERENCE.replace("said they would ask", "said prior to the vote that they would ask")
BROKEN = {
    "importerror": ("import", "ModuleNotFoundError"),
    "misspelled": ("register", "unknown hook 'wirediff_detector'"),
    "wrongtype": ("register", "function instead of Detector"),
    "duplicate": ("register", "must begin with 'duplicate/'"),
    "tooold": ("import", "it requires wirediff <8,>=7; this is 0.1.0"),
    "raises": ("detect", "ValueError: on purpose"),
    "hangs": ("detect", "Timeout: stopped after"),
    "exits": ("detect", "SystemExit: 0"),
    "mutates": ("detect", "it changed the articles that it was given"),
    "lies": ("detect", "the reference has no block 'r999'"),
}

Command = Callable[..., "subprocess.CompletedProcess[str]"]


def _install(folder: Path, distribution: Path) -> None:
    """Build a wheel and unpack it: what pip does, which takes 1.7 s for each of them where this takes 0.3 s."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(command, cwd=distribution, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with ZipFile(wheel) as archive:
        archive.extractall(folder)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """A folder for each distribution, its example or its broken name: to put on the path or not."""
    pytest.importorskip("hatchling")
    home = tmp_path_factory.mktemp("installed")
    every = {path.name: path for path in (*PLUGINS.glob("wirediff-*"), *PLUGINS.glob("broken/*"))}
    for name, path in every.items():
        _install(home / name, path)
    return {name: home / name for name in every}


@pytest.fixture
def command(folder: Path, installed: Mapping[str, Path]) -> Command:
    """Run wirediff in a process of its own with these distributions on its path."""
    folder.joinpath("version.txt").write_text(VERSION, "utf-8")
    inherited = os.environ.get("PYTHONPATH", "")

    def command(names: list[str], *arguments: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([*(str(installed[name]) for name in names), inherited])
        return subprocess.run(
            [sys.executable, "-m", "wirediff", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": path},
        )

    return command


COMPARE = ("compare", "reference.txt", "version.txt", "-f", "json")
SHORT = ("--budget", "5")
"""For a plugin that hangs, and only there: on a busy machine 2 s were too few for the others, which lost findings."""


def _told(done: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_a_third_party_detector_is_found(command: Command) -> None:
    """Its findings are in the report, its option is set like any other."""
    done = command(["wirediff-housestyle"], *COMPARE, "--set", "housestyle.extra=they would=they will")
    found = [each for each in _told(done)["findings"] if each["plugin"] == "housestyle"]
    assert [(each["version"][0]["text"], each["data"]["preferred"]) for each in found] == [("prior to", "before")]


def test_a_third_party_format_writes_files(command: Command, folder: Path) -> None:
    """By its suffix, with the findings of all detectors."""
    done = command(
        ["wirediff-housestyle", "wirediff-findingscsv"], "compare", "reference.txt", "version.txt", "-o", "table.csv"
    )
    assert (done.returncode, done.stderr) == (1, "")
    rows = list(csv.DictReader(folder.joinpath("table.csv").read_text("utf-8").splitlines()))
    assert "prior to" in [row["version"] for row in rows if row["code"] == "housestyle/term"]


@pytest.mark.slow  # A process for each; what is broken is broken on every interpreter.
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_costs_its_own_results_only(command: Command, name: str) -> None:
    """The others' findings are those of a run without it; the report names it, its version and the error."""
    stage, error = BROKEN[name]
    alone = _told(command(["wirediff-housestyle"], *COMPARE))
    done = command(["wirediff-housestyle", name], *COMPARE, *(SHORT if name == "hangs" else ()))
    report = _told(done)
    assert report["findings"] == alone["findings"] != []
    (failure,) = report["failures"]
    assert (failure["plugin"], failure["plugin_version"], failure["stage"]) == (name, "1.2.3", stage)
    assert error in failure["error"]
    assert done.returncode == 2
    assert f"wirediff: Plugin “{name}” (1.2.3) " in done.stderr
    assert command([name], "--help").returncode == 0
    assert name in command([name], "plugins").stdout


def test_what_a_plugin_prints_does_not_reach_standard_output(command: Command) -> None:
    """The report stays JSON."""
    done = command(["prints"], *COMPARE)
    assert _told(done)["failures"] == []
    assert "noise" in done.stderr
