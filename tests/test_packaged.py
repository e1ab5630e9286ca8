"""What a distribution ships next to its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from wirediff.packaged import modules


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
