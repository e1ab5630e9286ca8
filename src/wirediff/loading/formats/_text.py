"""Plain text: roles by line grammar."""

from __future__ import annotations

import json
import re

from wirediff.loading.roles._build import Builder
from wirediff.loading.roles._lines import units
from wirediff.loading.roles._sequence import parts
from wirediff.loading.sources._decode import Decoded, decode
from wirediff.loading.sources._limits import check_size
from wirediff.model import Article, Source
from wirediff.segment import detected

_SIGNATURES = ("<?xml", "<!DOCTYPE", "%PDF-", "{\\rtf", "%!PS")
_ELEMENT = re.compile(r"(?:(?><!--.*?-->)\s*)*<([A-Za-z_][\w:.-]*)(?:[\s>]|(?=/>))", re.DOTALL)
_EMPTY = re.compile(r"[^<>]*/>\s*")
_REACH = 4096
"""Characters in which a document for programs has shown what it is."""


def load(source: Source) -> Article | None:
    """`source` as an article, each of its paragraphs or lines a block.

    Documents that only programs read (XML, JSON, PDF, RTF) are None, unless they are declared as plain text.
    """
    decoded = decode(source)
    text = decoded.text
    if source.media_type != "text/plain" and _is_for_programs(decoded):
        return None
    read = units(text)
    check_size(source.name, len(read), len(text))
    builder = Builder()
    for part in parts(read):
        builder.add(part.kind, part.text, line=part.line, column=part.column)
    return builder.article(
        source,
        encoding=decoded.encoding,
        metadata=builder.printed(),
        language=detected(text),
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
