"""The configuration file: `wirediff.toml`, or the table `[tool.wirediff]` of `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_type_hints

from wirediff.errors import OptionError
from wirediff.host import check_type
from wirediff.request import Request

TYPES: Mapping[str, Any] = {**get_type_hints(Request), "fail_on": str}
"""What may be set, by name in Request; `fail_on` concerns the command only."""
FILES = ("wirediff.toml", "pyproject.toml")
"""In this order: a project that has both keeps its settings in the first."""


def key(name: str) -> str:
    """Return what a setting is called in the file, which is its option without the dashes in front."""
    return "set" if name == "settings" else name.replace("_", "-")


@dataclass(frozen=True)
class Configuration:
    """The settings of a configuration file by their names in Request; `path` is None where there is no file."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def find_configuration() -> Configuration:
    """Return the first configuration in the working folder or one of its parents."""
    try:
        folder = Path.cwd()
    except FileNotFoundError:  # the folder was deleted
        return Configuration()
    for place in (folder, *folder.parents):
        for name in FILES:
            path = place / name
            if path.is_file():
                found = read_configuration(path)
                if found.path is not None:
                    return found
    return Configuration()


def read_configuration(path: Path) -> Configuration:
    """Return the configuration in `path`; raises OptionError where it cannot be read or has an unknown setting."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(f"{path}: not valid TOML ({error})") from error
    if path.name == "pyproject.toml":
        if "wirediff" not in content.get("tool", {}):
            return Configuration()
        content = content["tool"]["wirediff"]
    return Configuration(path, _checked(path, content))


def _checked(path: Path, content: Mapping[str, Any]) -> dict[str, Any]:
    names = {key(name): name for name in TYPES}
    values: dict[str, Any] = {}
    for each, value in content.items():
        if each not in names:
            raise OptionError(f"{path}: unknown setting {each!r} (choose from {', '.join(sorted(names))})")
        name = names[each]
        if name == "exclude" and isinstance(value, list):
            value = {"*": value}
        try:
            check_type(each, value, TYPES[name])
        except TypeError as error:
            raise OptionError(f"{path}: {error}") from None
        values[name] = tuple(value) if isinstance(value, list) else value
    if "plugins" in values:
        # Files of plugins lie next to the configuration file, wherever the command is run.
        values["plugins"] = tuple(
            name if name.startswith("no:") else str(path.parent / name) for name in values["plugins"]
        )
    return values
