"""The lowest versions that tox tests are the floors that pyproject.toml declares, on each interpreter."""

from __future__ import annotations

import configparser
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parents[2]


def _versions(lines: list[str], python: str, operator: str) -> dict[str, Version]:
    """The version that stands behind `operator` for each requirement that is in force with this `python`."""
    requirements = [Requirement(line) for line in lines]
    return {
        each.name: Version(specifier.version)
        for each in requirements
        if each.marker is None or each.marker.evaluate({"python_version": python})
        for specifier in each.specifier
        if specifier.operator == operator
    }


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13", "3.14"])
def test_pins_are_the_floors(python: str) -> None:
    """Each dependency of the core, at its floor."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    tox = configparser.ConfigParser(interpolation=None)
    tox.read(ROOT / "tox.ini", "utf-8")
    pins = tox["testenv:py3{11,12,13,14}-lowest"]["deps"].strip().splitlines()
    floors = _versions(project["dependencies"], python, ">=")
    assert _versions(pins, python, "==") == floors
    assert len(floors) == 12
