"""The two sides of a comparison, and what is asked of them by name instead of by the letters of a block's id."""

from __future__ import annotations

from typing import Literal, Protocol, TypeAlias, TypeVar

Side: TypeAlias = Literal["reference", "version"]
"""Which of the two articles: every object with two halves answers `of(side)`."""

Half_co = TypeVar("Half_co", covariant=True)


class TwoSided(Protocol[Half_co]):
    """An object with a `reference` and a `version` half of the same type."""

    @property
    def reference(self) -> Half_co: ...
    @property
    def version(self) -> Half_co: ...


class Sided:
    """Mixin of objects with a `reference` and a `version` half."""

    __slots__ = ()

    def of(self: TwoSided[Half_co], side: Side) -> Half_co:
        """Return the half of `side`."""
        return self.reference if side == "reference" else self.version


def side_of(block_id: str) -> Side:
    """Return the side of a block by its id: `r1`, `r2`, … are the reference's, `v1`, `v2`, … the version's.

    The only place that reads the letter; raises ValueError for an id that the core did not give.
    """
    if block_id.startswith("r"):
        return "reference"
    if block_id.startswith("v"):
        return "version"
    raise ValueError(f"{block_id!r} is not a block of a reference (r1, …) or of a version (v1, …)")


def opposite(side: Side) -> Side:
    """Return the other side."""
    return "version" if side == "reference" else "reference"
