"""`plugins/standard.txt`, which the README's first command and tox install, against the folders of `plugins/`."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = frozenset({"wirediff-documents"})
"""Distributions that are installed by a command of their own, as what they need is large."""


def test_it_lists_the_core_and_every_light_plugin() -> None:
    """One a line, in order, each a folder with a project in it."""
    lines = (ROOT / "plugins" / "standard.txt").read_text("utf-8").splitlines()
    folders = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
    assert [line for line in lines if not line.startswith("#")] == [
        ".",
        *(f"./plugins/{name}" for name in folders if name not in HEAVY),
    ]
