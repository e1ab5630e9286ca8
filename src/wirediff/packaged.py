"""What a distribution ships: tables and word lists, patterns made from such lists, modules found by listing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return the table `data/NAME.toml` that `package` ships.

    It is read once for each process: callers must not change it.
    """
    # Here, as plugins list their codes through this module whenever the command starts, and these take 7 ms.
    import tomllib
    from importlib.resources import files

    return tomllib.loads(files(package).joinpath("data", f"{name}.toml").read_text("utf-8"))


def entries(listed: str) -> list[str]:
    """Return the entries of a list in a packaged table: the lines of a string, except empty ones.

    Lists are such strings since a change of one entry is then a change of one line, and a literal string is read in
    less time than an array.
    """
    return list(filter(None, listed.splitlines()))


def modules(package: str) -> tuple[ModuleType, ...]:
    """Return the modules directly inside `package`, imported, in the order of their names.

    A package that holds one module a code collects its rules by this, so that a new code is one new file.
    """
    names = sorted(found.name for found in iter_modules(import_module(package).__path__))
    return tuple(import_module(f"{package}.{name}") for name in names)


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
