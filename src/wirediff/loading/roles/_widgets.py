"""Control texts of pages ("hide caption", "Advertisement") that were printed among the content."""

from __future__ import annotations

import re
from functools import cache

from wirediff.loading.roles._lists import alternatives, phrases, stems

MAX_WORDS = 5
MAX_CHARACTERS = 48
_LONGEST_NOTICE = 200
_LONGEST_CALL = 320
_AROUND = 16
_OPENING = "([{-–—•*>→▶►»«| \xa0"
"""What may stand before the first word of a line that leads elsewhere."""
_MARK = re.compile(r"\s?:|\s[|–—>»-]")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)
_DIGIT = re.compile(r"\d")
_COUNTED = re.compile(r"^\d{1,6}\s+|\s*\(?\d{1,6}\)?$|^\d{1,3}\s*(?:/|of|von|de)\s*\d{1,3}$", re.IGNORECASE)
_COUNTER = re.compile(r"(?:[^\W\d_]{1,12}\s)?\d{1,3}\s*(?:/|of|von|de|sur|di|van|av|z|из)\s*\d{1,3}", re.IGNORECASE)
"""Which picture of a gallery is shown: "Image 1 of 5", "3/12"."""
_SENTENCE_MARKS = tuple('.!?…:;"”»。')


def is_widget(text: str) -> bool:
    """Whether `text` as a whole is a listed control text, a count beside it ("Comments 12") passed over."""
    if len(text) > _longest():
        return False
    folded = _core(" ".join(text.split()).casefold())
    if folded in _exact():
        return True
    if _DIGIT.search(folded) is None:
        return False
    return _COUNTER.fullmatch(folded) is not None or _core(_COUNTED.sub("", folded)) in _exact()


def is_notice(text: str) -> bool:
    """Whether a line that stands by no picture says whose the whole site is, or what a player cannot show."""
    if len(text) > _LONGEST_NOTICE:
        return False
    holds = text.casefold().__contains__
    return any(map(holds, stems("widgets", "notices"))) and any(map(holds, phrases("widgets", "notices")))


def leads_elsewhere(text: str) -> bool:
    """Whether a line that holds a link announces another article: "Read more: …", "Lees ook: …"."""
    return _lead(text) in phrases("widgets", "leads")


def surely_leads_elsewhere(text: str) -> bool:
    """Whether a line announces another article in several words, which need no link to be told."""
    if len(text) > _LONGEST_NOTICE:
        return False
    lead = _lead(text)
    return " " in lead and lead in phrases("widgets", "leads")


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
    return not phrases("widgets", "channels").isdisjoint(_WORD.findall(folded))


def calls_to_us(text: str) -> bool:
    """Whether such a line says whose offer it is, so that it is told in the midst of a text too: "Follow us on …"."""
    return calls_to_act(text) and not phrases("widgets", "own").isdisjoint(_WORD.findall(text.casefold()))


def opens_list(text: str, *, alone: bool = False) -> bool:
    """Whether a line begins with what announces an article's subjects: "Tags: …"; `alone`: is nothing else."""
    found = _subjects().match(text)
    return found is not None and not (alone and any(map(str.isalnum, text[found.end() :])))


def like_widget(text: str) -> bool:
    """Whether `text` could be a control text by its form: a few words, no sentence marks, no digits.

    Only beside a credit or another control text does this form mean anything.
    """
    words = text.split()
    if not 1 <= len(words) <= MAX_WORDS or len(text) > MAX_CHARACTERS or text.endswith(_SENTENCE_MARKS):
        return False
    return not any(char.isdigit() for char in text)


def names_control(text: str) -> bool:
    """Whether a short line holds a word that only controls use: "disguise caption", "tap to enlarge"."""
    return like_widget(text) and not _words().isdisjoint(text.casefold().split())


def _core(text: str) -> str:
    """The text from its first letter or digit to its last."""
    found = _CORE.search(text)
    return found[0] if found else ""


@cache
def _exact() -> frozenset[str]:
    return phrases("widgets", "exact")


@cache
def _longest() -> int:
    """How long a control text with a count and punctuation is at most."""
    return max(map(len, _exact())) + _AROUND


@cache
def _first_words() -> frozenset[str]:
    """The words with which calls begin."""
    return frozenset(call.partition(" ")[0].partition("-")[0] for call in _calls())


@cache
def _calls() -> tuple[str, ...]:
    return tuple(phrases("widgets", "calls"))


@cache
def _subjects() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,4}}{alternatives('widgets', 'subjects')}(?![^\W_])", re.IGNORECASE)


@cache
def _words() -> frozenset[str]:
    return phrases("widgets", "words")
