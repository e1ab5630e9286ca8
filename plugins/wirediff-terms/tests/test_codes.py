"""Codes are declared in modules of their own; `typed_names.py` shows that mypy refuses a name that none declares."""

from __future__ import annotations

from typing import get_args

from wirediff_terms.codes import RULES, Code


def test_every_code_has_its_module() -> None:
    """What a judgement may say is what the modules declare."""
    assert set(get_args(Code)) == set(RULES)
