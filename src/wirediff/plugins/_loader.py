"""Step two: import one plugin's module."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from wirediff.model import Failure, Stage
from wirediff.plugins._finder import Found


class Loaded(NamedTuple):
    """A plugin whose module could be imported."""

    found: Found
    module: ModuleType


def load(found: Found) -> Loaded | Failure:
    """Import the plugin; whatever it raises costs this plugin only."""
    try:
        module = _from_file(found.origin) if isinstance(found.origin, Path) else found.origin.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything, SystemExit too
        return failure(found, "import", error)
    return Loaded(found, module)


def failure(found: Found, stage: Stage, error: BaseException | str) -> Failure:
    """The failure of a plugin at `stage`, in one line."""
    return Failure(found.name, found.version, stage, describe(error))


def describe(error: BaseException | str) -> str:
    """An error in one line: its type and text."""
    if isinstance(error, str):
        return error
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _from_file(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"wirediff_plugin_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
