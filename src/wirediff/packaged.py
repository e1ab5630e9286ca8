"""The one reader of tables, word lists and rules that a distribution ships."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wirediff.model import Rule


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return the table `data/NAME.toml` that `package` ships.

    It is read once for each process: callers must not change it.
    """
    return tomllib.loads(files(package).joinpath("data", f"{name}.toml").read_text("utf-8"))


@cache
def rules(package: str) -> Mapping[str, Rule]:
    """Return the `RULE` of each module of `package` by its name, the part of its code after the slash.

    A module declares one code, so that a new code is a new file: it is found here by being there. Sorted by module, so
    that the order does not depend on the file system.
    """
    names = sorted(module.name for module in iter_modules(import_module(package).__path__))
    found: list[Rule] = [import_module(f"{package}.{name}").RULE for name in names]
    return {rule.code.partition("/")[2]: rule for rule in found}
