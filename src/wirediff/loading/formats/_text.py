"""Plain text: roles by line grammar."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from wirediff.loading.roles._heads import filed_from
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import Part, parts
from wirediff.loading.sources._decode import Decoded, decode
from wirediff.loading.sources._limits import check_size
from wirediff.model import Article, Block, Metadata, Source
from wirediff.segment._language import detected

_SIGNATURES = ("<?xml", "<!DOCTYPE", "%PDF-", "{\\rtf", "%!PS")
_ELEMENT = re.compile(r"(?:(?><!--.*?-->)\s*)*<([A-Za-z_][\w:.-]*)(?:[\s>]|(?=/>))", re.DOTALL)
_EMPTY = re.compile(r"[^<>]*/>\s*")
_REACH = 4096
"""Characters in which a document for programs has shown what it is."""


def load_text(source: Source) -> Article | None:
    """`source` as an article, each of its paragraphs or lines a block.

    Documents that only programs read (XML, JSON, PDF, RTF) are None, unless they are declared as plain text.
    """
    decoded = decode(source)
    text = decoded.text
    if source.media_type != "text/plain" and _is_for_programs(decoded):
        return None
    read = units(text)
    check_size(source.name, len(read), len(text))
    found = parts(read)
    blocks = tuple(
        Block(f"b{number}", part.kind, part.text, line=part.line, column=part.column)
        for number, part in enumerate(found, 1)
    )
    return Article(
        replace(source, media_type=source.media_type or "text/plain", encoding=decoded.encoding, notes=()),
        title=_first(found, "headline"),
        language=detected(text),
        metadata=_metadata(found),
        blocks=blocks,
        notes=decoded.notes,
    )


def _is_for_programs(decoded: Decoded) -> bool:
    head = decoded.beginning(_REACH)
    if head.startswith(_SIGNATURES) or _is_xml(head, decoded.text):
        return True
    if head[:1] not in ("{", "["):
        return False
    try:
        json.loads(decoded.text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_xml(head: str, text: str) -> bool:
    """Whether a text is one element and what is in it."""
    root = _ELEMENT.match(head)
    if root is None:
        return False
    return text.rstrip().endswith(f"</{root[1]}>") or _EMPTY.fullmatch(head, root.end()) is not None


def _first(found: list[Part], kind: str) -> str | None:
    return next((part.text for part in found if part.kind == kind), None)


def _metadata(found: list[Part]) -> Metadata:
    prose = [part.text for part in found if part.kind == "paragraph"]
    return Metadata(
        bylines=tuple(part.text for part in found if part.kind == "byline"),
        dateline=filed_from(prose) or _first(found, "dateline"),
        published=_first(found, "date"),
    )
