"""Step two: import one plugin's module."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from wirediff._version import __version__
from wirediff.host._finder import FoundPlugin
from wirediff.host._guard import Lost, attempt
from wirediff.model import Failure, Stage

T = TypeVar("T")
IMPORT_SECONDS = 30.0
"""For the import of one plugin, and for its hooks: chosen by hand, about what a large library takes on a slow disk."""
_WIREDIFF = re.compile(r"wirediff(?![\w.-])", re.IGNORECASE)


def load(found: FoundPlugin) -> ModuleType | Failure:
    """Import the plugin, unless it requires another wirediff; whatever it raises costs this plugin only."""
    if refusal := _refusal(found):
        return failure(found, "import", refusal)
    return step(found, "import", partial(_import, found))


def step(found: FoundPlugin, stage: Stage, work: Callable[[], T]) -> T | Failure:
    """Return what `work` returns, or the failure of the plugin at `stage`."""
    result = attempt(work, IMPORT_SECONDS)
    return failure(found, stage, result.reason) if isinstance(result, Lost) else result


def failure(found: FoundPlugin, stage: Stage, reason: str) -> Failure:
    """Return the failure of a plugin at `stage`."""
    return Failure(found.name, found.version, stage, reason)


def _refusal(found: FoundPlugin) -> str | None:
    """Return why the plugin's own requirements exclude this wirediff, or None."""
    if isinstance(found.origin, Path) or found.origin.dist is None:
        return None
    texts = [text for text in found.origin.dist.requires or () if _WIREDIFF.match(text)]
    if not texts:
        return None
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        requirements = [Requirement(text) for text in texts]
    except InvalidRequirement as error:
        return f"its requirement of wirediff cannot be read: {error}"
    in_force = [each.specifier for each in requirements if each.marker is None or each.marker.evaluate({"extra": ""})]
    unmet = [str(each) for each in in_force if not each.contains(__version__, prereleases=True)]
    return f"it requires wirediff {unmet[0]}; this is {__version__}" if unmet else None


def _import(found: FoundPlugin) -> ModuleType:
    if not isinstance(found.origin, Path):
        module: ModuleType = found.origin.load()
        return module
    path = found.origin
    spec = importlib.util.spec_from_file_location(f"wirediff_plugin_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
