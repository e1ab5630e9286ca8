"""A Request is the one list of settings: `compare`, the command and the configuration file all end in it."""

from __future__ import annotations

import inspect
from dataclasses import fields
from importlib.metadata import version

import pytest

import wirediff
from tests.conftest import Run
from wirediff.cli._configuration import TYPES
from wirediff.errors import OptionError
from wirediff.request import Request

DEFAULTS = {field.name: getattr(Request(), field.name) for field in fields(Request)}


def test_compare_takes_every_setting_with_its_default() -> None:
    """And nothing else by keyword."""
    keywords = {
        name: each.default
        for name, each in inspect.signature(wirediff.compare).parameters.items()
        if each.kind is each.KEYWORD_ONLY
    }
    assert keywords == {**DEFAULTS, "settings": None, "exclude": None}


def test_the_configuration_file_takes_every_setting() -> None:
    """Also what concerns the command alone."""
    assert set(TYPES) == {*DEFAULTS, "fail_on"}


def test_the_command_has_an_option_for_every_setting(run: Run) -> None:
    """Before or after the name of the command; the help says the budget's default."""
    described = run("--help").out + run("compare", "--help").out
    names = {"settings": "--set", "plugins": "-p", "installed": "--no-plugins", "text": "--no-text"}
    for name in DEFAULTS:
        assert f"  {names.get(name) or '--' + name.replace('_', '-')} " in described.replace("\n", " \n")
    assert f"(default: {Request.budget:g})" in described


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan")])
def test_a_confidence_is_from_0_to_1(confidence: float) -> None:
    """The error names the setting."""
    with pytest.raises(OptionError, match=r"^min_confidence must be between 0 and 1, got "):
        Request(min_confidence=confidence)


def test_codes_and_plugins_are_selected_and_ignored() -> None:
    """What is ignored is left out even where it is selected; what is not confident enough, too."""
    request = Request(select=("terms", "captions/added"), ignore=("terms/spelling",), min_confidence=0.5)
    kept = [
        request.keeps(*each)
        for each in [("terms/name", 0.5), ("terms/name", 0.4), ("terms/spelling", 1), ("captions/changed", 1)]
    ]
    assert kept == [True, False, False, False]


def test_the_version_is_that_of_the_distribution() -> None:
    """The build reads it from the module."""
    assert version("wirediff") == wirediff.__version__
