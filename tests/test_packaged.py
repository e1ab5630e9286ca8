"""What a distribution ships next to its code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from wirediff.packaged import alternatives, entries, modules, stems

ROOT = Path(__file__).parents[1]
TABLES = sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("plugins/*/src/*/data/*.toml"))


def _lists(table: Mapping[str, Any]) -> Iterator[list[str]]:
    for value in table.values():
        if isinstance(value, dict):
            yield from _lists(value)
        elif isinstance(value, str) and "\n" in value:
            yield value.splitlines()


@pytest.mark.parametrize("name", TABLES)
def test_each_list_of_a_plugin_has_each_entry_once(name: str) -> None:
    """Each on a line without white space around it."""
    for listed in _lists(tomllib.loads((ROOT / name).read_text("utf-8"))):
        assert [entry for entry in listed if not entry.strip() or entry != entry.strip()] == []
        assert [entry for entry in listed if listed.count(entry) > 1] == []


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
