"""The configuration file: `wirediff.toml`, or the table `[tool.wirediff]` of `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wirediff.errors import OptionError

KEYS: Mapping[str, type | tuple[type, ...]] = {
    "plugins": list,
    "require": list,
    "strict": bool,
    "select": list,
    "ignore": list,
    "min-confidence": (int, float),
    "fail-on": str,
    "budget": (int, float),
    "set": dict,
}
"""What may stand in the file, named as the options of the command."""
NAMES = ("wirediff.toml", "pyproject.toml")


@dataclass(frozen=True)
class Configuration:
    """The values of a configuration file; `path` is None where there is none."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def settings(self) -> Mapping[str, Mapping[str, Any]]:
        """Plugin options by plugin and name."""
        settings: Mapping[str, Mapping[str, Any]] = self.values.get("set", {})
        return settings

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where it is not given."""
        return tuple(self.values.get(key, ()))


def find_configuration(folder: Path) -> Configuration:
    """The first configuration in `folder` or one above it; `wirediff.toml` goes before `pyproject.toml`."""
    for place in (folder, *folder.parents):
        for name in NAMES:
            path = place / name
            if path.is_file():
                found = read_configuration(path)
                if found.path is not None:
                    return found
    return Configuration()


def read_configuration(path: Path) -> Configuration:
    """The configuration in `path`; raises OptionError where it cannot be read or holds what is not known."""
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise OptionError(f"{path}: cannot be read ({error.strerror or error})") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(f"{path}: is not TOML ({error})") from error
    if path.name == "pyproject.toml":
        if "wirediff" not in content.get("tool", {}):
            return Configuration()
        content = content["tool"]["wirediff"]
    _check(path, content)
    return Configuration(path, _anchored(content, path.parent))


def _check(path: Path, content: Mapping[str, Any]) -> None:
    for key, value in content.items():
        if key not in KEYS:
            raise OptionError(f"{path}: there is no setting {key!r}; known are {', '.join(KEYS)}")
        if not isinstance(value, KEYS[key]) or (isinstance(value, bool) and KEYS[key] is not bool):
            raise OptionError(f"{path}: the value of {key!r} is of the wrong type")
        if isinstance(value, list) and not all(isinstance(item, str) for item in value):
            raise OptionError(f"{path}: {key!r} takes a list of texts")
        if isinstance(value, dict) and not all(isinstance(item, dict) for item in value.values()):
            raise OptionError(f"{path}: {key!r} takes one table for each plugin, such as [{key}.terms]")


def _anchored(content: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The same with plugin files looked for beside the configuration file."""
    values = dict(content)
    if "plugins" in values:
        values["plugins"] = [name if name.startswith("no:") else str(folder / name) for name in values["plugins"]]
    return values
