"""What a distribution ships beside its code: tables and word lists, and modules that are found by listing."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return the table `data/NAME.toml` that `package` ships.

    It is read once for each process: callers must not change it.
    """
    return tomllib.loads(files(package).joinpath("data", f"{name}.toml").read_text("utf-8"))


def modules(package: str) -> tuple[ModuleType, ...]:
    """Return the modules directly inside `package`, imported, in the order of their names.

    A package that holds one module a code collects its rules by this, so that a new code is one new file.
    """
    names = sorted(found.name for found in iter_modules(import_module(package).__path__))
    return tuple(import_module(f"{package}.{name}") for name in names)
