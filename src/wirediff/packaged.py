"""The one reader of tables and word lists that a distribution ships."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(package: str, name: str) -> Mapping[str, Any]:
    """Return the table `data/NAME.toml` that `package` ships.

    It is read once for each process: callers must not change it.
    """
    return tomllib.loads(files(package).joinpath("data", f"{name}.toml").read_text("utf-8"))
