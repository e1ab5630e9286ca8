"""Parts of pages that a desk leaves out for good."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

import wirediff
from tests.conftest import Run
from wirediff.errors import OptionError
from wirediff.model import Source

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ferry line closes</title>
<link rel="canonical" href="https://news.orvik.example/ferry"></head><body><article><h1>Ferry line closes</h1>
<p>The harbour council met on Tuesday evening in the old customs house.</p>
<div class="tip"><p>Do you know more about {}? Write to the desk in confidence.</p></div>
<p>It voted by nine to two to close the line to Gull Island before the winter.</p></article></body></html>"""
TIP = {"reference": PAGE.format("this story"), "version": PAGE.format("the ferry")}


def _told(exclude: Mapping[str, Sequence[str]]) -> int:
    """How many edits there are beside those in what is excluded."""
    sides = [Source.from_text(text, f"{name}.html", "text/html") for name, text in TIP.items()]
    alignment = wirediff.compare(*sides, exclude=exclude).alignment
    for side in (alignment.reference, alignment.version):
        recorded = any("Write to the desk" in each.text for each in side.omitted if each.reason == "excluded")
        assert recorded is not any("Write to the desk" in block.text for block in side.blocks)
    return sum(edit.is_change for pair in alignment.pairs for edit in pair.edits) + len(alignment.outside)


@pytest.mark.parametrize(
    "exclude",
    [
        {"*": [".tip"]},
        {"news.orvik.example": ["article > div.tip"]},
        {"orvik.example": ["//div[@class='tip']"]},
        {"Orvik.example": ["#none", "(//div)[1]"]},
    ],
)
def test_what_a_selector_finds_on_its_host_is_left_out_and_recorded(exclude: Mapping[str, Sequence[str]]) -> None:
    """By CSS or XPath; a host means those below it too."""
    assert _told(exclude) == 0


@pytest.mark.parametrize("exclude", [{}, {"*": [".tips"]}, {"vik.example": [".tip"]}, {"www.orvik.example": [".tip"]}])
def test_elsewhere_it_is_compared(exclude: Mapping[str, Sequence[str]]) -> None:
    """Another host, another element."""
    assert _told(exclude) > 0


@pytest.mark.parametrize(
    ("exclude", "message"),
    [
        ({"*": ["div["]}, "'div[' for '*' is not a CSS selector"),
        ({"*": ["//div["]}, "'//div[' for '*' is not XPath"),
        ({"*": ["(1 + 1)"]}, "'(1 + 1)' for '*' finds no elements"),
        ({"https://orvik.example/": [".tip"]}, "'https://orvik.example/' is not a host"),
    ],
)
def test_what_is_no_selector_or_no_host_is_refused(exclude: Mapping[str, Sequence[str]], message: str) -> None:
    """Before anything is compared."""
    with pytest.raises(OptionError) as caught:
        wirediff.compare_text("one", "two", exclude=exclude)
    assert message in str(caught.value)


def test_the_command_reads_the_configuration_file_and_adds_to_it(tmp_path: Path, run: Run) -> None:
    """By host in the file; on the command line for every page."""
    (tmp_path / "wirediff.toml").write_text("[exclude]\n'orvik.example' = ['.tip']\n", "utf-8")
    for name, text in TIP.items():
        (tmp_path / f"{name}.html").write_text(text, "utf-8")
    configured = ["--config", str(tmp_path / "wirediff.toml")]
    sides = [str(tmp_path / f"{name}.html") for name in TIP]
    assert run("--no-plugins", "compare", *sides).status == 1
    assert run("--no-plugins", *configured, "compare", *sides).status == 0
    loaded = run(*configured, "load", "--exclude", "h1", "-f", "json", sides[0])
    omitted = json.loads(loaded.out)["omitted"]
    assert [each["text"] for each in omitted if each["reason"] == "excluded"] == [
        "Ferry line closes",
        "Do you know more about this story? Write to the desk in confidence.",
    ]
