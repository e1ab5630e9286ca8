"""Spins an article by a list of substitutions, and keeps what it did: exact gold for thousands of cases."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data" / "substitutions.toml"
FIXTURES = Path(__file__).parents[2] / "fixtures"
HEDGES = ("reportedly", "now", "supposedly", "largely")
"""Words put in; gold of the class `added`."""


class Change(NamedTuple):
    """What one edit did: offsets in paragraph `paragraph` of both texts."""

    paragraph: int
    rule: str
    reference: tuple[int, int]
    version: tuple[int, int]
    old: str
    new: str


@dataclass(frozen=True)
class Spun:
    """An article and its version, paragraph by paragraph, with the changes between them."""

    reference: tuple[str, ...]
    version: tuple[str, ...]
    changes: tuple[Change, ...]


def articles() -> list[tuple[str, ...]]:
    """The English texts among the fixtures, by paragraph, captions and the like left out."""
    names = ("spun-text/reference.txt", "moved-split-merged/reference.txt", "unrelated/version.txt",
             "uk-single-quotes/reference.txt")  # fmt: skip
    return [
        tuple(part for part in (FIXTURES / name).read_text("utf-8").split("\n\n")[1:] if len(part) > 120)
        for name in names
    ]


def substitutions() -> list[tuple[str, str, str]]:
    """Rule, old and new words."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    return [(rule, old, new) for rule, pairs in data.items() for old, new in pairs.items()]


def spin(article: Sequence[str], seed: int, *, share: float = 0.6, systematic: int = 2) -> Spun:
    """The article with about `share` of the possible substitutions carried out, `systematic` of them everywhere."""
    chance = random.Random(seed)
    table = substitutions()
    everywhere = {old for _, old, _ in chance.sample(table, systematic)}
    changes: list[Change] = []
    version = []
    for number, text in enumerate(article):
        taken = [each for each in _possible(text, table, chance) if each[1] in everywhere or chance.random() < share]
        spun, done = _carried_out(number, text, _apart(taken), chance)
        version.append(spun)
        changes += done
    return Spun(tuple(article), tuple(version), tuple(changes))


def _possible(
    text: str, table: Sequence[tuple[str, str, str]], chance: random.Random
) -> Iterator[tuple[str, str, str, int, int]]:
    """Every place where an entry fits, in chance order where several compete."""
    found = [
        (rule, old, new, match.start(), match.end())
        for rule, old, new in table
        for match in re.finditer(rf"(?<![\w’'-]){re.escape(old)}(?![\w’'-])", text)
    ]
    chance.shuffle(found)
    yield from found


def _apart(found: Sequence[tuple[str, str, str, int, int]]) -> list[tuple[str, str, str, int, int]]:
    """Those that neither overlap nor touch, so that each is one change to a reader too."""
    kept: list[tuple[str, str, str, int, int]] = []
    for each in found:
        if all(each[4] + 1 < other[3] or other[4] + 1 < each[3] for other in kept):
            kept.append(each)
    return sorted(kept, key=lambda each: each[3])


def _carried_out(
    number: int, text: str, taken: Sequence[tuple[str, str, str, int, int]], chance: random.Random
) -> tuple[str, list[Change]]:
    pieces: list[str] = []
    changes = []
    at = length = 0
    for rule, old, new, start, end in taken:
        kept = text[at:start]
        if not new:
            end += text[end : end + 1] == " "
        pieces.append(kept)
        length += len(kept)
        changes.append(Change(number, rule, (start, start + len(old)), (length, length + len(new)), old, new))
        pieces.append(new)
        length += len(new)
        at = end
    pieces.append(text[at:])
    spun = "".join(pieces)
    return _hedged(number, text, spun, changes, chance)


def _hedged(
    number: int, text: str, spun: str, changes: list[Change], chance: random.Random
) -> tuple[str, list[Change]]:
    """A hedge before a verb form of "to have" or "to be" now and then."""
    places = [match.start() for match in re.finditer(r"(?<= )(?:has|have|was|were) ", spun)]
    taken = [each.version for each in changes]
    free = [at for at in places if all(not low - 12 < at < high + 12 for low, high in taken)]
    if not free or chance.random() < 0.5:
        return spun, changes
    at, word = chance.choice(free), chance.choice(HEDGES)
    shifted = [
        each._replace(version=(each.version[0] + len(word) + 1, each.version[1] + len(word) + 1))
        if each.version[0] >= at
        else each
        for each in changes
    ]
    hedge = Change(number, "added", (0, 0), (at, at + len(word)), "", word)
    return f"{spun[:at]}{word} {spun[at:]}", [*shifted, hedge]
