"""What loaders of plugins build with: HTML that is all article, paragraphs without roles, documents inside others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from wirediff.loading import LOADERS, load_with
from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import Unit
from wirediff.loading.roles._sequence import parts
from wirediff.model import Article, Block, Source

__all__ = ["Builder", "content", "nested", "with_roles_by_form"]


def content(markup: str, images: Mapping[str, bytes] | None = None) -> Builder:
    """Return the blocks and figures of HTML that is all article, with nothing around it.

    A format that is written as HTML gets its roles here, as pages do: by elements, by class names such as `byline`, and
    by form. A block's `line` is that of its element in `markup`. `images` are those that the document holds, by the
    addresses that they have in `markup`.
    """
    from wirediff.loading.html import fragment

    return fragment(markup, images)


def with_roles_by_form(blocks: list[Block]) -> list[Block]:
    """Return the blocks, those that are paragraphs with the role that their form and their neighbours show.

    Plain text is read so; it serves documents whose mark-up does not say what is the headline, the byline, a caption. A
    caption with a credit at its end becomes two blocks.
    """
    units = [Unit(block.text, line=place, column=0, apart=True, kind=block.kind) for place, block in enumerate(blocks)]
    return list(_numbered(_part(blocks[unit.line], unit) for unit in parts(units)))


def _part(block: Block, unit: Unit) -> Block:
    """A block, or the part of it that begins where the unit does, in its role."""
    end = unit.column + len(unit.text)
    inside = (link for link in block.links if unit.column <= link.start and link.end <= end)
    links = tuple(replace(link, start=link.start - unit.column, end=link.end - unit.column) for link in inside)
    return replace(block, kind=unit.kind, text=unit.text, links=links)


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    return (replace(block, id=f"b{number}") for number, block in enumerate(blocks, 1))


def nested(source: Source) -> Article:
    """Return the article of a document inside another one, read by the core's own loaders; raises InputError."""
    return load_with(LOADERS, source)
