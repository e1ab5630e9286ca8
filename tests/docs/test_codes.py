"""Every code is documented: in its plugin's README, by its rule's texts, and by examples."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from wirediff.model import Rule

PLUGINS = Path(__file__).parents[2] / "plugins"
DETECTORS = [name for name in ("terms", "captions", "attributions", "structure") if find_spec(f"wirediff_{name}")]
_ROW = re.compile(r"^\| `([a-z]+/[a-z-]+)` \| (.+?) \|$", re.MULTILINE)


def _rules(plugin: str) -> tuple[Rule, ...]:
    (detector,) = import_module(f"wirediff_{plugin}").wirediff_detectors()
    rules: tuple[Rule, ...] = detector.rules
    return rules


@pytest.mark.parametrize("plugin", DETECTORS)
def test_the_table_of_codes_is_that_of_the_rules(plugin: str) -> None:
    """One row for each code, with the summary that `wirediff explain` and the reports show."""
    readme = (PLUGINS / f"wirediff-{plugin}" / "README.md").read_text("utf-8")
    assert _ROW.findall(readme) == sorted((rule.code, rule.summary) for rule in _rules(plugin))


@pytest.mark.parametrize("plugin", DETECTORS)
def test_every_rule_explains_itself(plugin: str) -> None:
    """A summary, a help text, an example that is found and one that is not."""
    for rule in _rules(plugin):
        assert rule.summary, rule.code
        assert rule.help, rule.code
        assert {bool(example.expected) for example in rule.examples} == {True, False}, rule.code


@pytest.mark.parametrize("plugin", DETECTORS)
def test_every_code_has_a_file_of_its_own(plugin: str) -> None:
    """Named as the part of the code after the slash."""
    codes = import_module(f"wirediff_{plugin}.codes")
    files = {path.stem for path in Path(codes.__path__[0]).glob("*.py")} - {"__init__"}
    assert files == {rule.code.partition("/")[2].replace("-", "_") for rule in _rules(plugin)}


@pytest.mark.parametrize("plugin", DETECTORS)
def test_rules_load_no_heavy_library(plugin: str) -> None:
    """They are read whenever the command starts; `regex` alone takes 90 ms."""
    program = f"import sys, wirediff_{plugin} as plugin; list(plugin.wirediff_detectors()); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert {"regex", "rapidfuzz", "lxml", "wirediff.segment"}.isdisjoint(loaded)
