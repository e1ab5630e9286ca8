"""The word lists in `data/`, read once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """`data/NAME.toml`."""
    text = files("wirediff.loading").joinpath(f"data/{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def phrases(name: str, key: str) -> frozenset[str]:
    """The folded phrases of every language under `key` in `data/NAME.toml`."""
    entry = table(name)[key]
    lists = entry.values() if isinstance(entry, dict) else (entry,)
    return frozenset(phrase.casefold() for phrases in lists for phrase in phrases)


@cache
def stems(name: str, key: str) -> tuple[str, ...]:
    """Words of which each phrase under `key` holds one: they are fewer, and show that a text holds no phrase."""
    kept: list[str] = []
    for word in sorted((max(phrase.split(), key=len) for phrase in phrases(name, key)), key=len):
        if not any(stem in word for stem in kept):
            kept.append(word)
    return tuple(kept)


@cache
def alternatives(name: str, key: str) -> str:
    """The phrases as one regular expression group without a name, the longest first."""
    ordered = sorted(phrases(name, key), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"
