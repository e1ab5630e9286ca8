"""The lowest versions that tox tests are the floors that pyproject.toml declares."""

from __future__ import annotations

import configparser
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_pins_are_the_floors() -> None:
    """Each dependency of the core, at its floor."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    floors = {re.split("[<>=]", each)[0]: each.partition(">=")[2] for each in project["dependencies"]}
    tox = configparser.ConfigParser(interpolation=None)
    tox.read(ROOT / "tox.ini", "utf-8")
    pins = dict(line.split("==") for line in tox["testenv:py311-lowest"]["deps"].split())
    assert {name: _release(version) for name, version in pins.items()} == {
        name: _release(floor) for name, floor in floors.items()
    }


def _release(version: str) -> tuple[int, ...]:
    """Without zeros at the end, so that 5.2 is 5.2.0."""
    numbers = [int(part) for part in version.split(".")]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
