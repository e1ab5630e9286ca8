"""Dates of publication and change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wirediff.model import Alignment, Block, Finding, Pair
from wirediff_structure.moments import day_of, moment
from wirediff_structure.rules import RULES


def dates(alignment: Alignment) -> Iterator[Finding]:
    """Printed date lines that differ in value or that one side lacks, and declared days where none of these differ."""
    lost: list[Block] = []
    new: list[Block] = []
    printed = False
    for pair in alignment.pairs:
        if not _is_date(pair):
            continue
        if pair.relation == "deleted":
            lost += pair.reference
        elif pair.relation == "inserted":
            new += pair.version
        elif any(edit.is_change for edit in pair.edits) and _differ(alignment, pair):
            printed = True
            yield _differing(pair.reference[0], pair.version[0])
    lost, new = _without_equals(alignment, lost, new)
    for old, other in zip(lost, new, strict=False):
        printed = True
        yield _differing(old, other)
    for block in (*lost[len(new) :], *new[len(lost) :]):
        if not _is_told(block, alignment):
            yield _of_one_side(block)
    if not printed:
        yield from _declared(alignment)


def _is_date(pair: Pair) -> bool:
    """Whether a pair is of date lines; those of a figure date that."""
    return all(block.kind == "date" and block.figure is None for block in (*pair.reference, *pair.version))


def _differ(alignment: Alignment, pair: Pair) -> bool:
    """Whether a pair of date lines names different moments; as whole lines where several were joined."""
    texts = (" ".join(block.text for block in blocks) for blocks in (pair.reference, pair.version))
    languages = alignment.reference.language, alignment.version.language
    one, two = (moment(text, language) for text, language in zip(texts, languages, strict=True))
    return one.differs(two)


def _without_equals(alignment: Alignment, lost: list[Block], new: list[Block]) -> tuple[list[Block], list[Block]]:
    """Leave out date lines that say the same in other words on both sides."""
    waiting: dict[object, list[Block]] = defaultdict(list)
    for block in lost:
        waiting[moment(block.text, alignment.reference.language).value].append(block)
    left = []
    for block in new:
        equal = waiting[moment(block.text, alignment.version.language).value]
        if equal:
            equal.pop()
        else:
            left.append(block)
    remaining = {block.id for blocks in waiting.values() for block in blocks}
    return [block for block in lost if block.id in remaining], left


def _is_told(block: Block, alignment: Alignment) -> bool:
    """Whether the other side prints or declares the day of a date line that it has not."""
    own, other = alignment.reference, alignment.version
    if block.id.startswith("v"):
        own, other = other, own
    told = moment(block.text, own.language)
    dates = [each.text for each in other.blocks if each.kind == "date"]
    dates += filter(None, (other.metadata.published, other.metadata.modified))
    return any(told.day and not told.differs(moment(date, other.language)) for date in dates)


def _differing(old: Block, new: Block) -> Finding:
    spans = [old.whole], [new.whole]
    return RULES["date-changed"].finding(f"The date line differs: “{old.text}” became “{new.text}”.", *spans)


def _of_one_side(block: Block) -> Finding:
    spans = [block.whole]
    if block.id.startswith("r"):
        return RULES["date-changed"].finding(f"The version prints no date line “{block.text}”.", spans)
    return RULES["date-changed"].finding(f"The reference prints no date line “{block.text}”.", (), spans)


def _declared(alignment: Alignment) -> Iterator[Finding]:
    """The declared days, where no printed ones differ; they stand nowhere in the text, so at its beginning."""
    reference, version = alignment.reference, alignment.version
    if not reference.blocks or not version.blocks:
        return
    for name, told in (("published", "publication"), ("modified", "last change")):
        old, new = (getattr(article.metadata, name) for article in (reference, version))
        if old and new and _are_other_days(old, new):
            yield RULES["date-changed"].finding(
                f"The declared day of {told} differs: {_day(old)} became {_day(new)}.",
                [reference.blocks[0].span(0, 0)],
                [version.blocks[0].span(0, 0)],
                reference_date=old,
                version_date=new,
            )


def _day(date: str) -> str:
    """The day of a date, without its time where it has one."""
    found = day_of(date)
    return found.date().isoformat() if found else date


def _are_other_days(old: str, new: str) -> bool:
    """Whether two declared dates name different days; the same moment in two time zones is one.

    What is no ISO date was printed, not declared, and is compared as such.
    """
    one, two = day_of(old), day_of(new)
    if one is None or two is None:
        return False
    if one.tzinfo and two.tzinfo and one == two:
        return False
    return one.date() != two.date()
