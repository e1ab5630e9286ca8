"""Control texts of pages ("hide caption", "Advertisement") that were printed among the content."""

from __future__ import annotations

import re
from functools import cache

from wirediff.newsroom import words
from wirediff.packaged import alternatives, stems

MAX_WORDS = 5
MAX_CHARACTERS = 48
_LONGEST_NOTICE = 200
_LONGEST_CALL = 320
_OPENING = "([{-–—•*>→▶►»«| \xa0"
"""What may stand before the first word of a line that leads elsewhere."""
_MARK = re.compile(r"\s?:|\s[|–—>»-]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE_MARKS = tuple('.!?…:;"”»。')


def is_notice(text: str) -> bool:
    """Whether a line that stands by no picture says whose the whole site is, or what a player cannot show."""
    if len(text) > _LONGEST_NOTICE:
        return False
    holds = text.casefold().__contains__
    return any(map(holds, _notice_stems())) and any(map(holds, words("offers.notices")))


def leads_elsewhere(text: str) -> bool:
    """Whether a line that holds a link announces another article: "Read more: …", "Lees ook: …"."""
    return _lead(text) in words("offers.leads")


def surely_leads_elsewhere(text: str) -> bool:
    """Whether a line announces another article in several words, which need no link to be told."""
    if len(text) > _LONGEST_NOTICE:
        return False
    lead = _lead(text)
    return " " in lead and lead in words("offers.leads")


def _lead(text: str) -> str:
    """What stands before the first colon or dash of a line; the bare words may begin a sentence."""
    mark = _MARK.search(text, 0, MAX_CHARACTERS)
    return text[: mark.start()].lstrip(_OPENING).casefold() if mark else ""


def calls_to_act(text: str) -> bool:
    """Whether a line calls on readers to take what the paper offers beside stories: "Sign up for the newsletter"."""
    if len(text) > _LONGEST_CALL:
        return False
    folded = text.lstrip(_OPENING).casefold()
    first = _WORD.match(folded)
    if first is None or first[0].partition("-")[0] not in _first_words() or not folded.startswith(_calls()):
        return False
    return not words("offers.channels").isdisjoint(_WORD.findall(folded))


def calls_to_us(text: str) -> bool:
    """Whether such a line says whose offer it is, so that it is told in the midst of a text too: "Follow us on …"."""
    return calls_to_act(text) and not words("offers.own").isdisjoint(_WORD.findall(text.casefold()))


def opens_list(text: str, *, alone: bool = False) -> bool:
    """Whether a line begins with what announces an article's subjects: "Tags: …"; `alone`: is nothing else."""
    found = _subjects().match(text)
    return found is not None and not (alone and any(map(str.isalnum, text[found.end() :])))


def like_widget(text: str) -> bool:
    """Whether `text` could be a control text by its form: a few words, no sentence marks, no digits.

    Only beside a credit or another control text does this form mean anything.
    """
    if not 1 <= len(text.split()) <= MAX_WORDS or len(text) > MAX_CHARACTERS or text.endswith(_SENTENCE_MARKS):
        return False
    return not any(char.isdigit() for char in text)


def names_control(text: str) -> bool:
    """Whether a short line holds a word that only controls use: "disguise caption", "tap to enlarge"."""
    return like_widget(text) and not words("controls.marks").isdisjoint(text.casefold().split())


@cache
def _notice_stems() -> tuple[str, ...]:
    return stems(words("offers.notices"))


@cache
def _first_words() -> frozenset[str]:
    """The words with which calls begin."""
    return frozenset(call.partition(" ")[0].partition("-")[0] for call in _calls())


@cache
def _calls() -> tuple[str, ...]:
    return tuple(words("offers.calls"))


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{alternatives(words('offers.subjects'))}(?![^\W_])", re.IGNORECASE)
