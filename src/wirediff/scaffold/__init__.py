"""`wirediff plugins new`: a plugin's distribution that installs, lints, type-checks and passes its tests."""

from __future__ import annotations

import re
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path
from string import Template
from typing import Literal, TypeAlias, get_args

from wirediff import __version__
from wirediff.errors import OptionError, OutputError

PluginKind: TypeAlias = Literal["detector", "emitter", "loader"]
KINDS: tuple[str, ...] = get_args(PluginKind)
LONGEST = 30
"""Characters of a name with which no line that is written gets too long."""
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TARGETS = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "tox.ini": "tox.ini",
    "gitignore": ".gitignore",
    "{kind}.py": "src/{module}/__init__.py",
    "test_{kind}.py": "tests/test_{name}.py",
}
"""Template → where it goes."""


def create(name: str, kind: str, folder: Path, taken: Collection[str] = ()) -> Path:
    """Write the distribution `wirediff-NAME` into `folder` and return its place.

    Raises OptionError for a name that cannot be a plugin's, or is among those `taken`; OutputError where something of
    that name exists.
    """
    _check(name, kind, taken)
    target = folder / f"wirediff-{name}"
    if target.exists() or target.is_symlink():
        raise OutputError(f"{target}: exists already")
    values = _values(name)
    try:
        for template, place in _TARGETS.items():
            path = target / place.format(module=values["module"], name=values["identifier"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled(template.format(kind=kind), values), "utf-8")
        (target / "src" / values["module"] / "py.typed").touch()
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error.strerror or error})") from error
    return target


def _check(name: str, kind: str, taken: Collection[str]) -> None:
    if not _NAME.fullmatch(name):
        raise OptionError(f"{name!r} is no plugin name: small letters, digits and single hyphens, a letter first")
    if len(name) > LONGEST:
        raise OptionError(f"{name!r} is too long for a plugin's name: at most {LONGEST} characters")
    if name in taken:
        raise OptionError(f"{name!r} cannot be a plugin's name: a plugin or format has it already")
    if kind not in KINDS:
        raise OptionError(f"{kind!r} is none of {', '.join(KINDS)}")


def _values(name: str) -> dict[str, str]:
    identifier = name.replace("-", "_")
    major, minor = (int(part) for part in __version__.split(".")[:2])
    return {
        "name": name,
        "identifier": identifier,
        "module": f"wirediff_{identifier}",
        "title": name.replace("-", " ").capitalize(),
        "suite": "".join(part.capitalize() for part in name.split("-")),
        "requirement": f"wirediff>={major}.{minor},<{major}.{minor + 1}",
    }


def _filled(template: str, values: dict[str, str]) -> str:
    text = files("wirediff.scaffold").joinpath("templates", f"{template}.txt").read_text("utf-8")
    return Template(text).substitute(values)
