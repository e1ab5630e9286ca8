"""Comparisons that no installed plugin can disturb."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import ModuleType
from typing import Any

from wirediff.errors import PluginError
from wirediff.hookspecs import hookimpl
from wirediff.host import Plugin, PluginSet, from_module
from wirediff.model import Detector, Emitter, Failure, Loader, Report
from wirediff.request import Request
from wirediff.run import pipeline
from wirediff.testing._articles import Text, article
from wirediff.wording import describe_failure


def plugin_of(module: ModuleType, name: str) -> Plugin:
    """Return what `module` contributes as the plugin `name`; raises PluginError where the core would refuse it."""
    plugin = from_module(module, name)
    if isinstance(plugin, Failure):
        raise PluginError(describe_failure(plugin))
    return plugin


def compare_texts(
    reference: Text,
    version: Text,
    plugins: Iterable[ModuleType | Detector | Emitter | Loader] = (),
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    language: str = "en",
) -> Report:
    """Return the report on two articles given as `article` takes them, with these plugins only.

    A plugin is its module, or a Detector, Emitter or Loader by itself. A plugin that fails is in the report's
    `failures`.
    """
    chosen = PluginSet(tuple(_plugin(item) for item in plugins), ())
    sides = article(reference, "r", language), article(version, "v", language)
    return pipeline.examine(*sides, chosen, Request(settings=settings or {}))


def _plugin(item: ModuleType | Detector | Emitter | Loader) -> Plugin:
    if isinstance(item, ModuleType):
        return plugin_of(item, item.__name__.rpartition(".")[2].removeprefix("wirediff_").replace("_", "-"))
    module = ModuleType(item.name)
    hook = {Detector: "detectors", Emitter: "emitters", Loader: "loaders"}[type(item)]
    setattr(module, f"wirediff_{hook}", hookimpl(lambda: (item,)))
    return plugin_of(module, item.name)
