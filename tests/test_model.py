"""What is made fast by an `__init__` of its own is a frozen dataclass nevertheless."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields, replace
from inspect import signature
from typing import Any

import pytest

from wirediff.model import Edit, Finding, Span

SPAN = Span("r1", 4, 9, "river")
MADE = (
    SPAN,
    Edit("delete", SPAN, Span("v1", 4, 4, "")),
    Finding("terms/removed", "warning", 0.9, "A word went.", (SPAN,), (), {"relation": "none"}, "1f", "terms"),
)


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_takes_its_fields_in_their_order_and_with_their_defaults(made: Any) -> None:
    """The signature says what the fields say."""
    assert list(signature(type(made)).parameters) == [field.name for field in fields(made)]
    assert type(made)(*(getattr(made, field.name) for field in fields(made))) == made


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_cannot_be_changed_but_replaced_and_pickled(made: Any) -> None:
    """As other frozen dataclasses."""
    name = fields(made)[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(made, name, "other")
    assert getattr(replace(made, **{name: "other"}), name) == "other"
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301


def test_findings_without_data_share_none() -> None:
    """Each has a mapping of its own."""
    one, other = (Finding("terms/removed", "note", 1.0, "A word went.") for _ in range(2))
    assert one.data == other.data == {}
    assert one.data is not other.data
