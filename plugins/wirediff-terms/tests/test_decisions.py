"""The list of tests that decides what a change is, and the table of grounds that they return."""

from __future__ import annotations

from pathlib import Path

import pytest
from wirediff_terms import judge
from wirediff_terms.judge import grounds
from wirediff_terms.judge.grounds import Judgement

ROWS = {name: row for name, row in vars(grounds).items() if isinstance(row, Judgement) and not name.startswith("_")}
TESTS = "\n".join(path.read_text("utf-8") for path in Path(judge.__path__[0]).glob("*.py") if path.stem != "grounds")


@pytest.mark.parametrize("name", sorted(ROWS))
def test_every_ground_is_used(name):
    """A row of the table that no test returns is left over."""
    assert f"grounds.{name}" in TESTS


def test_confidences_are_shares():
    """A confidence says how many of a hundred findings are right."""
    assert all(0 < row.confidence < 1 for row in ROWS.values())
