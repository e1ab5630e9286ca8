"""The day and time that a printed date line names."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_TIME = re.compile(
    r"\b(\d{1,2})(?:[:h](\d{2}))?(?::\d{2})?(?:\.\d+)?\s?(a\.?m\b\.?|p\.?m\b\.?)"
    r"|\b(\d{1,2})[:h](\d{2})(?::\d{2})?(?:\.\d+)?(?:\s?(?:uhr|z\b|(?:utc|gmt)?[+-]\d{1,2}:?\d{2}))?",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{2}\b(?!\d)")


class Moment(NamedTuple):
    """What a date line says: the numbers of its day whatever their order, its time, or else its words."""

    day: tuple[int, ...]
    time: tuple[int, int] | None
    words: tuple[str, ...]

    @property
    def value(self) -> tuple[object, ...]:
        """What two lines that say the same have in common: the day, else the time, else the words."""
        return self.day or self.time or self.words

    def differs(self, other: Moment) -> bool:
        """Whether the two cannot mean the same; a time counts only where no day is named."""
        if self.day or other.day:
            return not _compatible(self.day, other.day)
        if self.time or other.time:
            return self.time != other.time
        return self.words != other.words


def moment(text: str, language: str = "und") -> Moment:
    """The moment that `text` names, a date line in any of the listed languages."""
    plain = text.casefold()
    found = _TIME.search(plain)
    rest = _TIME.sub(" ", plain)
    day = [] if rest.strip() == "" else [int(number) for number in _NUMBER.findall(_with_century(rest))]
    month = _month(rest, language)
    words = () if day or found else tuple(plain.split())
    return Moment(tuple(sorted([*day, *month])), _clock(found) if found else None, words)


def day_of(date: str) -> datetime | None:
    """An ISO 8601 date as far as it is one."""
    try:
        return datetime.fromisoformat(date.strip())
    except ValueError:
        return None


def _compatible(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether one day's numbers are among the other's, as one of them may leave out the year."""
    shorter, longer = sorted((set(one), set(other)), key=len)
    return bool(shorter) and shorter <= longer


def _with_century(text: str) -> str:
    """`12.05.26` with its year in full."""
    return _DIGITS.sub(lambda found: f"{found[0][:-2]}20{found[0][-2:]}", text)


def _clock(found: re.Match[str]) -> tuple[int, int]:
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3].startswith("p") else 0)
    return hour, minute


def _month(text: str, language: str) -> list[int]:
    """The month named in `text`, if one is; in the language's own names first."""
    tables = _months()
    own = tables.get(language.lower().partition("-")[0], {})
    for names in (own, *tables.values()):
        for word in _WORD.findall(text):
            if word in names:
                return [names[word]]
    return []


@cache
def _months() -> Mapping[str, Mapping[str, int]]:
    text = files("wirediff_structure").joinpath("data", "months.toml").read_text("utf-8")
    return {
        language: {name: number for group in ("full", "short") for number, name in enumerate(table.get(group, ()), 1)}
        | table.get("further", {})
        for language, table in tomllib.loads(text).items()
    }
