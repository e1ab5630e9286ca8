"""The one reader of tables and word lists that a distribution ships, and patterns made from such lists."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return the table `data/NAME.toml` that `package` ships.

    It is read once for each process: callers must not change it.
    """
    return tomllib.loads(files(package).joinpath("data", f"{name}.toml").read_text("utf-8"))


def alternatives(phrases: Iterable[str]) -> str:
    """Return a regular expression that matches any of the phrases, the longest first, with any white space in them."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


def stems(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return words of which each phrase contains one.

    They are fewer than the phrases, so that a text without any of them is dismissed at little cost.
    """
    kept: list[str] = []
    for word in sorted((max(phrase.split(), key=len) for phrase in phrases), key=len):
        if not any(stem in word for stem in kept):
            kept.append(word)
    return tuple(kept)
