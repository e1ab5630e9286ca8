"""Step two: import one plugin's module."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from wirediff import __version__
from wirediff.host._finder import Found
from wirediff.host._guard import guarded
from wirediff.model import Failure, Stage

IMPORT_SECONDS = 30.0
"""For the import of one plugin, and for its hooks."""
MOST_ERROR = 500
"""Characters that are kept of an error's text."""
_OURS = re.compile(r"wirediff(?![\w.-])", re.IGNORECASE)


class Loaded(NamedTuple):
    """A plugin whose module could be imported."""

    found: Found
    module: ModuleType


def load(found: Found) -> Loaded | Failure:
    """Import the plugin, unless it asks for another wirediff; whatever it raises costs this plugin only."""
    if refusal := _refusal(found):
        return failure(found, "import", refusal)
    try:
        with guarded(IMPORT_SECONDS):
            module = _from_file(found.origin) if isinstance(found.origin, Path) else found.origin.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return failure(found, "import", error)
    return Loaded(found, module)


def _refusal(found: Found) -> str | None:
    """Why the plugin's distribution does not go with this wirediff, by its own requirements; None if it does."""
    if isinstance(found.origin, Path) or found.origin.dist is None:
        return None
    ours = [text for text in found.origin.dist.requires or () if _OURS.match(text)]
    if not ours:
        return None
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        requirements = [Requirement(text) for text in ours]
    except InvalidRequirement as error:
        return f"its requirement of wirediff cannot be read: {error}"
    in_force = [each.specifier for each in requirements if each.marker is None or each.marker.evaluate({"extra": ""})]
    unmet = [str(each) for each in in_force if not each.contains(__version__, prereleases=True)]
    return f"it asks for wirediff {unmet[0]}; this is {__version__}" if unmet else None


def failure(found: Found, stage: Stage, error: BaseException | str) -> Failure:
    """The failure of a plugin at `stage`, in one line."""
    return Failure(found.name, found.version, stage, describe(error))


def told(failed: Failure) -> str:
    """A failure in one line, for standard error."""
    return f"plugin {failed.plugin} {failed.plugin_version} failed: {failed.error}"


def describe(error: BaseException | str) -> str:
    """An error in one printable line: its type and text."""
    if isinstance(error, str):
        return error
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001 - an error of a plugin may be broken itself
        text = "its text cannot be had"
    if isinstance(error, OSError) and isinstance(error.filename, str):
        # Reports are passed on: no local path.
        text = text.replace(error.filename, Path(error.filename).name)
    if len(text) > MOST_ERROR:
        text = f"{text[:MOST_ERROR]}…"
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _from_file(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"wirediff_plugin_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
