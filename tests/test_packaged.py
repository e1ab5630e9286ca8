"""What a distribution ships next to its code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wirediff.packaged import alternatives, entries, modules, stems


def test_entries_are_the_lines_of_a_list() -> None:
    """An entry may have several words; empty lines are none of them."""
    assert entries("claim\nown up\n\nsay\n") == ["claim", "own up", "say"]
    assert entries("") == []


def test_modules_are_found_by_listing_in_the_order_of_their_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever order the file system has."""
    package = tmp_path / "shipped_codes"
    package.mkdir()
    for name in ("__init__", "late", "early"):
        (package / f"{name}.py").write_text(f"NAME = {name!r}\n")
    monkeypatch.syspath_prepend(tmp_path)
    assert [module.NAME for module in modules("shipped_codes")] == ["early", "late"]


def test_alternatives_match_the_longest_phrase_first() -> None:
    """With any white space in it; signs of regular expressions have no meaning."""
    pattern = re.compile(alternatives(["photo", "photo by", "(c)"]))
    assert pattern.findall("photo by Ana, photo  by Ana, photos, (c) Ana") == ["photo by", "photo  by", "photo", "(c)"]
    assert pattern.match("c") is None


def test_each_phrase_has_one_of_the_stems() -> None:
    """A text without any of them has none of the phrases."""
    phrases = ["image by", "images by", "courtesy of", "courtesy"]
    assert stems(phrases) == ("image", "courtesy")
    assert all(any(stem in phrase for stem in stems(phrases)) for phrase in phrases)
