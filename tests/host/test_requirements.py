"""A plugin's requirement of wirediff decides whether it is loaded."""

from __future__ import annotations

from importlib.metadata import EntryPoint, PathDistribution
from pathlib import Path

import pytest

from wirediff.host._finder import FoundPlugin
from wirediff.host._guard import describe
from wirediff.host._loader import load
from wirediff.model import Failure


def _found(folder: Path, requirement: str) -> FoundPlugin:
    metadata = folder / "some_plugin-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Name: some-plugin\nVersion: 1\nRequires-Dist: {requirement}\n")
    entry = EntryPoint("some", "json", "wirediff")
    vars(entry)["dist"] = PathDistribution(metadata)
    return FoundPlugin("some", "some-plugin", "1", entry)


@pytest.mark.parametrize(
    "requirement", ["wirediff", "wirediff>=0.1,<0.2", 'wirediff>=7; extra == "next"', "wirediff-terms>=7"]
)
def test_a_requirement_that_this_wirediff_meets_or_that_is_not_in_force_is_no_hindrance(
    tmp_path: Path, requirement: str
) -> None:
    """Markers decide whether a requirement counts; another distribution's does not."""
    assert not isinstance(load(_found(tmp_path, requirement)), Failure)


@pytest.mark.parametrize(
    ("requirement", "reason"),
    [
        ("wirediff>=7", "it requires wirediff >=7; this is"),
        ("wirediff==", "its requirement of wirediff cannot be read"),
    ],
)
def test_a_requirement_that_is_not_met_is_reported(tmp_path: Path, requirement: str, reason: str) -> None:
    """The plugin is refused by name and reason, before it is imported."""
    failed = load(_found(tmp_path, requirement))
    assert isinstance(failed, Failure)
    assert failed.error.startswith(reason)


def test_errors_name_no_local_folder() -> None:
    """A report that names a failed plugin is passed on."""
    described = describe(FileNotFoundError(2, "No such file or directory", "/home/somebody/rules.csv"))
    assert described == "FileNotFoundError: [Errno 2] No such file or directory: 'rules.csv'"
