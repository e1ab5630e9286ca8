"""The word lists of this plugin."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def labels() -> frozenset[str]:
    """Words that introduce a photo credit and are no part of it: "photo", "courtesy of"."""
    return _words("labels.toml", "labels")


def controls() -> frozenset[str]:
    """All words of the labels of controls."""
    return _words("controls.toml", "words")


def telling_controls() -> frozenset[str]:
    """Words of which a label has at least one where its other words could stand anywhere."""
    return _words("controls.toml", "telling")


def naming_controls() -> frozenset[str]:
    """Words for captions themselves and the like: a short line beside a picture that has one is a control's."""
    return _words("controls.toml", "naming")


@cache
def _words(name: str, table: str) -> frozenset[str]:
    text = files("wirediff_captions").joinpath("data", name).read_text("utf-8")
    return frozenset(word for group in tomllib.loads(text)[table].values() for word in group)
