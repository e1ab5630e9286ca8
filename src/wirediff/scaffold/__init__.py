"""`wirediff plugins new`: a plugin's distribution that installs, lints, type-checks and passes its tests."""

from __future__ import annotations

import re
from collections.abc import Collection
from importlib.resources import files
from pathlib import Path
from string import Template

from wirediff import __version__
from wirediff.errors import OptionError, OutputError

KINDS = ("detector", "emitter", "loader")
LONGEST = 30
"""Maximum length of a name: with a longer one, lines of the templates would exceed 120 columns."""
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_TARGETS = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "tox.ini": "tox.ini",
    "gitignore": ".gitignore",
    "{kind}.py": "src/{module}/__init__.py",
    "test_{kind}.py": "tests/test_{name}.py",
}
"""The place of each template in the distribution."""
_OF_DETECTORS = {"codes.py": "src/{module}/codes/__init__.py", "code.py": "src/{module}/codes/example.py"}
"""More templates for a detector: its codes, one file each."""


def create(name: str, kind: str, folder: Path, taken: Collection[str] = ()) -> Path:
    """Write the distribution `wirediff-NAME`, a plugin of one of `KINDS`, into `folder` and return its path.

    Raises OptionError for a name that cannot be a plugin's, or is one of `taken`; OutputError if the path exists.
    """
    _check(name, taken)
    target = folder / f"wirediff-{name}"
    if target.exists() or target.is_symlink():
        raise OutputError(f"{target}: already exists")
    values = _values(name)
    try:
        for template, place in (_TARGETS | (_OF_DETECTORS if kind == "detector" else {})).items():
            path = target / place.format(module=values["module"], name=values["identifier"])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_filled(template.format(kind=kind), values), "utf-8")
        (target / "src" / values["module"] / "py.typed").touch()
    except OSError as error:
        raise OutputError(f"{target}: cannot be written ({error.strerror or error})") from error
    return target


def _check(name: str, taken: Collection[str]) -> None:
    if not _NAME.fullmatch(name):
        raise OptionError(
            f"{name!r} is not a plugin name: use small letters, digits, single hyphens, and a letter first"
        )
    if len(name) > LONGEST:
        raise OptionError(f"{name!r} is too long for a plugin name: at most {LONGEST} characters")
    if name in taken:
        raise OptionError(f"{name!r} cannot be a plugin name: a plugin or format already has it")


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
