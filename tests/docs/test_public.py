"""What is public, written down: a change here is a change for plugin authors."""

from __future__ import annotations

import inspect

import wirediff
from wirediff import errors, hookspecs, model, testing

MODEL = {
    "Alignment", "Article", "Block", "Detector", "Edit", "Emitter", "Failure", "Figure", "Finding", "Generator", "Link",
    "Loader", "Metadata", "Note", "Option", "Pair", "Report", "Rule", "Sentence", "SentencePair", "Source", "Span",
    "Summary", "Token",
}  # fmt: skip


def _classes(module: object) -> set[str]:
    return {
        name
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == getattr(module, "__name__", None)
    }


def test_the_package() -> None:
    """Four names and the version."""
    assert wirediff.__all__ == ["compare", "emit", "hookimpl", "load"]
    assert callable(wirediff.load)
    assert list(inspect.signature(wirediff.compare).parameters) == [
        "reference", "version", "settings", "select", "ignore", "min_confidence", "budget", "input_format", "text",
        "plugins", "installed", "require", "strict",
    ]  # fmt: skip
    assert list(inspect.signature(wirediff.emit).parameters) == ["report", "format", "settings"]
    assert list(inspect.signature(wirediff.load).parameters) == ["source", "input_format"]


def test_the_function_load_is_not_hidden_by_a_module() -> None:
    """Whatever has been imported before."""
    wirediff.compare(model.Source.from_text("One."), model.Source.from_text("One."))
    assert inspect.isfunction(wirediff.load)


def test_the_model() -> None:
    """All classes, and the fields of those that plugins make."""
    assert _classes(model) == MODEL
    assert list(inspect.signature(model.Finding).parameters) == [
        "code", "severity", "confidence", "message", "reference", "version", "data", "id", "plugin",
    ]  # fmt: skip
    assert list(inspect.signature(model.Block).parameters) == [
        "id", "kind", "text", "path", "line", "column", "figure", "links",
    ]  # fmt: skip


def test_errors_hooks_and_testing() -> None:
    """Names that authors import."""
    assert _classes(errors) >= {"InputError", "OptionError", "OutputError", "PluginError", "WirediffError"}
    assert {name for name in vars(hookspecs) if name.startswith("wirediff_")} == {
        "wirediff_commands",
        "wirediff_detectors",
        "wirediff_emitters",
        "wirediff_loaders",
    }
    assert set(testing.__all__) >= {"DetectorSuite", "EmitterSuite", "LoaderSuite", "article", "compare_texts"}
