"""Author lines, photo credits, and the agencies of datelines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from wirediff.images import exchanges
from wirediff.model import Alignment, Article, Block, Finding, Pair, Severity, Span
from wirediff.newsroom import agency, dateline, parse_byline, parse_credit
from wirediff_attributions.codes.byline_changed import RULE as BYLINE_CHANGED
from wirediff_attributions.codes.credit_changed import RULE as CREDIT_CHANGED


def bylines(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding if the authors of the two articles differ."""
    reference, version = _authors(alignment.reference), _authors(alignment.version)
    if reference.keys() == version.keys():
        return
    blocks = [
        [block.whole for block in article.blocks if block.kind == "byline"]
        for article in (alignment.reference, alignment.version)
    ]
    if not any(blocks):
        return
    names = ["; ".join(sorted(each.values())) or None for each in (reference, version)]
    yield BYLINE_CHANGED.finding(
        _byline_message(*names),
        *blocks,
        reference=_slots(names[0]),
        version=_slots(names[1]),
    )


def _byline_message(old: str | None, new: str | None) -> str:
    if old is None:
        return f"Byline added: {new}."
    if new is None:
        return f"Byline missing: {old}."
    return f"Byline changed: “{old}” became “{new}”."


def credits_and_agencies(alignment: Alignment) -> Iterator[Finding]:
    """Yield findings on photo credits and on agencies of datelines that differ, are missing or new."""
    parties = [
        {block.id: _parties(block.text) for block in _credits(article.blocks)}
        for article in (alignment.reference, alignment.version)
    ]
    captions = {**_captions(alignment.reference.blocks), **_captions(alignment.version.blocks)}
    found = []
    for pair in alignment.pairs:
        reference, version = _credits(pair.reference), _credits(pair.version)
        if not reference and not version:
            continue
        old, new = (
            [named[block.id] for block in side] for named, side in zip(parties, (reference, version), strict=True)
        )
        if frozenset[str]().union(*old) == frozenset[str]().union(*new):
            continue
        # A credit without counterpart is missing only if the other side does not print it anywhere.
        printed = parties[1 if reference else 0].values()
        if (not reference or not version) and all(each in printed for each in (*old, *new)):
            continue
        beside = [alignment.pair(caption) for block in (*reference, *version) for caption in captions[block.id]]
        found.append(_Difference(reference, version, beside))
    for each in (*_by_picture(found), *_exchanged(alignment, parties, captions, found)):
        # It was added or removed with its picture: the captions next to it have no counterpart either.
        alone = bool(each.beside) and not any(pair.reference and pair.version for pair in each.beside)
        minor = alone and not (each.reference and each.version)
        yield _credit(each.reference, each.version, severity="note" if minor else None)
    yield from _agencies(alignment)


class _Difference(NamedTuple):
    """Credits that differ, perhaps without any on one side, and the pairs of the captions next to them."""

    reference: Sequence[Block]
    version: Sequence[Block]
    beside: Sequence[Pair]


def _by_picture(found: Sequence[_Difference]) -> list[_Difference]:
    """Join a removed credit with one added to the same caption; of several added copies with the first, as the captions
    plugin reports the others."""
    added: dict[int, list[_Difference]] = defaultdict(list)
    for each in found:
        for pair in each.beside if not each.reference else ():
            added[id(pair)].append(each)
    used: set[int] = set()
    joined: dict[int, _Difference] = {}
    for each in found:
        copies = [new for pair in each.beside if not each.version for new in added[id(pair)] if id(new) not in used]
        if copies:
            joined[id(each)] = _Difference(each.reference, copies[0].version, each.beside)
            used.update(id(new) for new in copies if _texts(new) == _texts(copies[0]))
    return [joined.get(id(each), each) for each in found if id(each) not in used]


def _exchanged(
    alignment: Alignment,
    parties: Sequence[Mapping[str, frozenset[str]]],
    captions: Mapping[str, Sequence[str]],
    found: Sequence[_Difference],
) -> list[_Difference]:
    """Return the credits next to captions of both sides that changed places with each other.

    Each is printed on both sides, so that no pair of blocks shows it. Where the captions changed places, which is
    `captions/swapped`, credits went along with them or stayed with the images: neither is a change of its own.
    """
    told = {block.id for each in found for block in (*each.reference, *each.version)}
    told |= {block.id for exchange in exchanges(alignment) for block in exchange.reference}
    credits_of: dict[str, list[Block]] = defaultdict(list)
    for credit, beside in captions.items():
        for caption in beside[:1]:
            credits_of[caption].append(alignment.block(credit))
    differing = []
    names: tuple[list[frozenset[str]], list[frozenset[str]]] = [], []
    for pair in alignment.pairs:
        old, new = (credits_of.get(blocks[0].id, ()) if blocks else () for blocks in (pair.reference, pair.version))
        own = [
            frozenset[str]().union(*(named[block.id] for block in side))
            for named, side in zip(parties, (old, new), strict=True)
        ]
        if all(own) and own[0] != own[1] and told.isdisjoint(block.id for block in (*pair.reference, *old, *new)):
            differing.append(_Difference(old, new, [pair]))
            for side, named in zip(names, own, strict=True):
                side.append(named)
    return differing if Counter(names[0]) == Counter(names[1]) else []


def _texts(difference: _Difference) -> list[str]:
    return [block.text for block in difference.version]


def _captions(blocks: Sequence[Block]) -> Mapping[str, Sequence[str]]:
    """Return the ids of the captions of each credit: those of its figure, or else those right next to it."""
    of_figures: dict[str, list[str]] = defaultdict(list)
    for block in blocks:
        if block.kind == "caption" and block.figure is not None:
            of_figures[block.figure].append(block.id)
    found: dict[str, Sequence[str]] = {}
    for place, block in enumerate(blocks):
        if block.kind == "credit":
            near = (*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2])
            beside = [each.id for each in near if each.kind == "caption"]
            found[block.id] = beside if block.figure is None else of_figures[block.figure]
    return found


def _credit(reference: Sequence[Block], version: Sequence[Block], *, severity: Severity | None) -> Finding:
    old, new = (" / ".join(block.text for block in blocks) for blocks in (reference, version))
    if not version:
        message = f"Credit missing: “{old}”."
    elif not reference:
        message = f"Credit added: “{new}”."
    else:
        message = f"Credit changed: “{old}” became “{new}”."
    places = ([block.whole for block in side] for side in (reference, version))
    return CREDIT_CHANGED.finding(
        message, *places, severity=severity, reference=_slots(old or None), version=_slots(new or None)
    )


def _agencies(alignment: Alignment) -> Iterator[Finding]:
    """Yield findings on the agency in the brackets of a dateline, if it was removed, added or replaced."""
    for pair in alignment.pairs:
        old, new = (_dateline_agency(side) for side in (pair.reference, pair.version))
        if not pair.reference or not pair.version or (old and _party(old.text)) == (new and _party(new.text)):
            continue
        yield CREDIT_CHANGED.finding(
            _agency_message(old, new),
            [old] if old else [],
            [new] if new else [],
            reference=_slots(old.text if old else None),
            version=_slots(new.text if new else None),
        )


def _dateline_agency(blocks: Sequence[Block]) -> Span | None:
    for block in blocks:
        found = dateline(block.text) if block.kind in ("paragraph", "dateline") else None
        if found and found.agency:
            return block.span(found.agency_start, found.agency_start + len(found.agency))
    return None


def _agency_message(old: Span | None, new: Span | None) -> str:
    if old is None:
        return f"Agency added to the dateline: “{new.text if new else ''}”."
    if new is None:
        return f"Agency missing from the dateline: “{old.text}”."
    return f"Agency in the dateline changed: “{old.text}” became “{new.text}”."


def _credits(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks if block.kind == "credit"]


def _authors(article: Article) -> Mapping[str, str]:
    """Return the names in the bylines, or else in the metadata, by what makes them equal."""
    printed = [block.text for block in article.blocks if block.kind == "byline"]
    lines = map(parse_byline, printed or article.metadata.bylines)
    return {_party(name): name for line in lines for name in (*line.people, *line.agencies)}


@lru_cache(maxsize=4096)
def _parties(text: str) -> frozenset[str]:
    """Return the people and agencies that a credit names, as what makes them equal."""
    credit = parse_credit(text)
    return frozenset(map(_party, (*credit.people, *credit.agencies)))


def _party(name: str) -> str:
    """Return what the names of one person or agency have in common: an agency's usual name, or the letters."""
    return agency(name) or " ".join(name.casefold().split())


def _slots(name: str | None) -> dict[str, str | None]:
    return {"speaker": name, "title": None, "cue": None, "content": None}
