"""The parts of a Word document and how they refer to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from wirediff_documents.archive import Archive
from wirediff_documents.trees import attribute, parsed, root_of


class Relation(NamedTuple):
    """What a part refers to: the kind is the last word of the relation's type, such as `image` or `footnotes`."""

    kind: str
    target: str
    is_external: bool


class Parts:
    """The parts of one document: trees by name, and the relations of each part by their ids."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._relations: dict[str, dict[str, Relation]] = {}

    def root(self, name: str) -> _Element | None:
        """The root of a part, or None where there is no such part."""
        return parsed(self.archive, name)

    def required(self, name: str) -> _Element:
        """The root of a part that another one refers to."""
        return root_of(self.archive, name, self.archive.required(name))

    def only_related(self, name: str, kind: str) -> str | None:
        """The name of the part of a kind of which there is one at most."""
        return next(self.related(name, kind), None)

    def root_of_only(self, name: str, kind: str) -> _Element | None:
        """The root of the part of such a kind, or None where there isn't one."""
        related = self.only_related(name, kind)
        return None if related is None else self.root(related)

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part `name` refers to, by id; the package itself is the part with the empty name."""
        if name not in self._relations:
            folder, file = posixpath.split(name)
            root = self.root(posixpath.join(folder, "_rels", f"{file}.rels"))
            found = () if root is None else (_relation(each, folder) for each in root)
            self._relations[name] = dict(found)
        return self._relations[name]

    def related(self, name: str, *kinds: str) -> Iterator[str]:
        """The names of the parts of such kinds that a part refers to, in the order of the file that says so."""
        found = self.relations(name).values()
        return (each.target for each in found if each.kind in kinds and not each.is_external)


def _relation(element: _Element, folder: str) -> tuple[str, Relation]:
    kind = (attribute(element, "Type") or "").rpartition("/")[2]
    target, external = attribute(element, "Target") or "", attribute(element, "TargetMode") == "External"
    if not external:
        target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return attribute(element, "Id") or "", Relation(kind, target, external)
