"""The roles that names of paragraph styles show, in whatever format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import cast

from wirediff.packaged import entries, table
from wirediff_documents.page import Role

_SILENT = "silent"


def role_of(names: Iterable[str]) -> Role | None:
    """The role that the first telling name shows: that of a paragraph's style, or of one that it is based on."""
    roles = _roles()
    return next(
        (cast("Role", role) for name in names if (role := roles.get(_plain(name))) not in (None, _SILENT)), None
    )


def class_names(names: Iterable[str]) -> str:
    """The names as an HTML element has them, each in one word, those left out that would be misread."""
    roles = _roles()
    return " ".join("-".join(name.split()) for name in names if roles.get(_plain(name)) != _SILENT)


@cache
def _roles() -> Mapping[str, str]:
    listed = table("wirediff_documents", "styles")
    return {name: role for role, names in listed.items() for name in entries(names)}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
