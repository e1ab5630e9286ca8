"""Dates of publication and change."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wirediff.model import Alignment, Block, Finding
from wirediff_structure._rules import RULES

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d+")
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)  # noqa: SIM905
}


def dates(alignment: Alignment) -> Iterator[Finding]:
    """Printed date lines that differ in value, and declared days of publication that do."""
    lost: list[Block] = []
    new: list[Block] = []
    printed = False
    for pair in alignment.pairs:
        if any(block.kind != "date" for block in (*pair.reference, *pair.version)):
            continue
        if pair.relation == "deleted":
            lost += pair.reference
        elif pair.relation == "inserted":
            new += pair.version
        elif any(edit.op not in ("equal", "format") for edit in pair.edits):
            printed = True
            yield from _differing(pair.reference[0], pair.version[0])
    for old, other in zip(lost, new, strict=False):
        printed = True
        yield from _differing(old, other)
    if not printed:
        yield from _declared(alignment)


def _differing(old: Block, new: Block) -> Iterator[Finding]:
    if _value(old.text) != _value(new.text):
        spans = [old.span(0, len(old.text))], [new.span(0, len(new.text))]
        yield RULES["date-changed"].finding(f"The date differs: “{old.text}” became “{new.text}”.", *spans)


def _value(text: str) -> tuple[object, ...]:
    """The numbers and the month of a date, whatever their order; other words where there is no number."""
    months = [_MONTHS[word[:3].lower()] for word in _MONTH.findall(text) if word[:3].lower() in _MONTHS]
    numbers = sorted([int(number) for number in _NUMBER.findall(text)] + months)
    return tuple(numbers) or tuple(text.casefold().split())


def _declared(alignment: Alignment) -> Iterator[Finding]:
    """The declared days, where no printed ones differ; they stand nowhere in the text, so at its beginning."""
    reference, version = alignment.reference, alignment.version
    for name, told in (("published", "publication"), ("modified", "last change")):
        old, new = (getattr(article.metadata, name) for article in (reference, version))
        days = [_ISO_DAY.match(date) for date in (old or "", new or "")]
        if all(days) and days[0][0] != days[1][0] and reference.blocks and version.blocks:  # type: ignore[index]
            yield RULES["date-changed"].finding(
                f"The declared day of {told} differs: {old} became {new}.",
                [reference.blocks[0].span(0, 0)],
                [version.blocks[0].span(0, 0)],
                reference_date=old,
                version_date=new,
            )
