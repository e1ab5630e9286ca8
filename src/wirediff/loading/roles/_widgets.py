"""Lines that serve a page and not its article: notices, calls to act, links to other articles, buttons."""

from __future__ import annotations

import re
from functools import cache

from wirediff.newsroom import words
from wirediff.packaged import alternatives, stems
from wirediff.segment import CLOSING_QUOTES, SENTENCE_ENDS

# The limits below were chosen by hand on the fixtures and on news pages.
_MAX_WORDS = 5
_MAX_CHARACTERS = 48
_LONGEST_NOTICE = 200
_LONGEST_CALL = 320
_LONGEST_HEADING = 80
_OPENING = "([{-–—•*>→▶►»«| \xa0"
"""What may precede the first word of a line that leads elsewhere."""
_MARK = re.compile(r"\s?:|\s[|–—>»-]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_SENTENCE_MARKS = (*SENTENCE_ENDS, *CLOSING_QUOTES, *":;")


def is_notice(text: str) -> bool:
    """Return whether a line away from pictures is a copyright notice of a site, or says what a player cannot show."""
    if len(text) > _LONGEST_NOTICE:
        return False
    holds = text.casefold().__contains__
    return any(map(holds, _notice_stems())) and any(map(holds, words("offers.notices")))


def leads_elsewhere(text: str) -> bool:
    """Return whether a line with a link announces another article: "Read more: …", "Lees ook: …"."""
    return _lead(text) in words("offers.leads")


def surely_leads_elsewhere(text: str) -> bool:
    """Return whether a line announces another article in several words, which show that without a link."""
    if len(text) > _LONGEST_NOTICE:
        return False
    lead = _lead(text)
    return " " in lead and lead in words("offers.leads")


def _lead(text: str) -> str:
    """What precedes the first colon or dash of a line; the bare words may begin a sentence."""
    mark = _MARK.search(text, 0, _MAX_CHARACTERS)
    return text[: mark.start()].lstrip(_OPENING).casefold() if mark else ""


def calls_to_act(text: str) -> bool:
    """Return whether a line calls on readers to use what the paper offers besides articles: "Sign up for …"."""
    if len(text) > _LONGEST_CALL:
        return False
    folded = text.lstrip(_OPENING).casefold()
    first = _WORD.match(folded)
    if first is None or first[0].partition("-")[0] not in _first_words():
        return False
    return folded.startswith(_calls()) and not words("offers.channels").isdisjoint(_WORD.findall(folded))


def calls_to_us(text: str) -> bool:
    """Return whether such a line says whose offer it is, and so is a call inside a text too: "Follow us on …"."""
    return calls_to_act(text) and not words("offers.own").isdisjoint(_WORD.findall(text.casefold()))


def opens_list(text: str, *, alone: bool = False) -> bool:
    """Return whether a line announces an article's subjects, "Tags: …"; with `alone`, whether it does only that."""
    found = _subjects().match(text)
    return found is not None and not (alone and any(map(str.isalnum, text[found.end() :])))


def opens_offers(text: str) -> bool:
    """Return whether a heading is above other stories, comments or words about the author, not above the text's part.

    In several words it may go on with a name: "More on this topic from the Gazette".
    """
    if len(text) > _LONGEST_HEADING:
        return False
    said = _WORD.findall(text.casefold())
    if " ".join(said) in _headings():
        return True
    return any(" ".join(said[:count]) in _headings() for count in range(len(said) - 1, 1, -1))


def like_widget(text: str) -> bool:
    """Return whether `text` could be a control text by its form: a few words, no sentence marks, no digits.

    The form means something only next to a credit or another control text.
    """
    if not 1 <= len(text.split()) <= _MAX_WORDS or len(text) > _MAX_CHARACTERS or text.endswith(_SENTENCE_MARKS):
        return False
    return not any(char.isdigit() for char in text)


def names_control(text: str) -> bool:
    """Return whether a short line has a word that only controls use: "disguise caption", "tap to enlarge"."""
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
def _headings() -> frozenset[str]:
    return frozenset(" ".join(_WORD.findall(heading)) for heading in words("offers.headings"))


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{alternatives(words('offers.subjects'))}(?![^\W_])", re.IGNORECASE)
