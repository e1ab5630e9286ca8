"""Abbreviations that keep their full stop, by language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from wirediff.packaged import table


@dataclass(frozen=True)
class Abbreviations:
    """`titles` precede a name and never end a sentence; `others` may; `numeric` ones count only before a number,
    also one in brackets ("Eq. (3)").

    `starters` are words that, with a capital after an abbreviation, begin a sentence. Without full stops, in the case
    they are written in. `ordinals` says that a full stop after a number makes an ordinal of it, and
    `spaced_thousands` that spaces group digits.
    """

    titles: frozenset[str]
    others: frozenset[str]
    numeric: frozenset[str]
    starters: frozenset[str]
    ordinals: bool
    spaced_thousands: bool

    def is_abbreviation(self, word: str, following: str) -> bool:
        """Return whether the full stop after `word` belongs to it; `following` is the text after the stop."""
        if word in self.numeric:
            return following.strip().lstrip("([")[:1].isdigit()
        return word in self.titles or word in self.others


def written_out(word: str) -> str:
    """Return an English abbreviation of a title, state or kind of company written out in small letters: "governor" for
    "Gov."; any other word as it is."""
    found: str = table("wirediff.segment", "abbreviations")["written_out"].get(word.rstrip(".").casefold(), word)
    return found


def keeps_its_stop(word: str, following: str) -> Literal["surely", "perhaps"] | None:
    """Return whether the full stop after `word` belongs to it in a text of unknown language.

    It surely does after a title, and before a number ("No. 5", "Oct. 4"); other abbreviations may end a sentence too.
    """
    known = _of_all_languages()
    if word in known.titles or (following[:1].isdigit() and word in known.numeric | known.others):
        return "surely"
    return "perhaps" if word in known.others else None


@cache
def _of_all_languages() -> Abbreviations:
    listed = table("wirediff.segment", "abbreviations")
    each = [abbreviations(name) for name, words in listed.items() if isinstance(words, dict) and "titles" in words]

    def all_of(key: str) -> frozenset[str]:
        return frozenset[str]().union(*(getattr(language, key) for language in each))

    return Abbreviations(all_of("titles"), all_of("others"), all_of("numeric"), all_of("starters"), False, False)


@cache
def abbreviations(language: str) -> Abbreviations:
    """Return those of `language` (a BCP 47 tag) and the English ones, which name agencies and ranks everywhere."""
    listed = table("wirediff.segment", "abbreviations")
    name = language.split("-")[0].lower()
    own = listed.get(name, {})

    def words(key: str) -> frozenset[str]:
        return frozenset(word for section in (listed["en"], own) for word in section.get(key, "").split())

    return Abbreviations(
        words("titles"),
        words("others"),
        words("numeric"),
        words("starters"),
        own.get("ordinals", False),
        name in listed["spaced_thousands"].split(),
    )
