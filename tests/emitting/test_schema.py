"""The shipped JSON Schema and the model agree, so that neither changes without the other."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from wirediff.emitting.json import schema
from wirediff.model import Kind, Op, Reason, Relation, Severity, Stage, Verdict

SCHEMA: dict[str, Any] = json.loads(schema())
DEFINED = SCHEMA["$defs"]


@pytest.mark.parametrize(
    ("place", "names"),
    [
        (DEFINED["block"]["properties"]["kind"], Kind),
        (DEFINED["omission"]["properties"]["reason"], Reason),
        (DEFINED["pair"]["properties"]["relation"], Relation),
        (DEFINED["finding"]["properties"]["severity"], Severity),
        (SCHEMA["properties"]["failures"]["items"]["properties"]["stage"], Stage),
        (SCHEMA["properties"]["summary"]["properties"]["verdict"], Verdict),
    ],
    ids=["kind", "reason", "relation", "severity", "stage", "verdict"],
)
def test_the_names_are_those_of_the_model(place: dict[str, Any], names: Any) -> None:
    """The schema lists what the model's type lists."""
    assert place["enum"] == list(get_args(names))


def test_equal_edits_are_left_out() -> None:
    """They are most of a text, and the blocks have it."""
    ops = DEFINED["pair"]["properties"]["edits"]["items"]["properties"]["op"]["enum"]
    assert ops == [op for op in get_args(Op) if op != "equal"]
