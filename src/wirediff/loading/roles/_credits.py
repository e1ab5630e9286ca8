"""The grammar of photo credits, on a line of their own and at the end of a caption.

A credit names who made or gave out a picture: after a label ("Photo: Name/Agency", "Image source, Agency"), after an
opener ("Courtesy of Name", "© Name"), or bare ("Name/Agency", "Name via Agency", "Agency"), also in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from wirediff.loading.roles._lists import alternatives, phrases, stems, table

MAX_WORDS = 16
MAX_CHARACTERS = 160
_FEW_WORDS = 3
"""So many words after a label with its colon are a name, also in small letters."""
_FEW_BEFORE = 1
_ENDS = tuple(".!?…:;|()[]–—-。」”\"'’»)")
_OUTER = " \t .,;:|/·•-–—"
_CLOSED_CHARACTERS = 16
_OUTER_CHARACTERS = 20
"""More punctuation than this around a credit is none."""
_JOINTS = ("/", "|", ",", "·", "•", " - ", " – ", " — ", " via ", " for ")
"""Without any of these, a line has but one of `_PARTS`."""
_BEFORE = r"[\s.|/()–—。」-]"
"""What stands before a label inside a line."""
_WORD_START = re.compile(rf"{_BEFORE}(?=\S)")
_COLONS = ":：="
_COLON = re.compile(rf"[{_COLONS}]")
_LABEL_CHARACTERS = 40
_GLUE = re.compile(r"[^\W\d_A-Z]|[)\].!?”\"]")
_GLUED_LABEL = re.compile(r"Credit(?=[A-Z][^\W\d_]*[\s/])")
"""The label of captions on American pages, that is set off by a style sheet alone."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_PARTS = re.compile(r"(?:(?<!\s)\s+)?[/|·•]\s*|(?<!\s)\s+(?:[–—-]|via|for)\s+|,\s+")
"""White space is tried from its beginning only, so that a long stretch of it is no work for each of its characters."""
_STOPS = re.compile(r"\.\s+|\s?[/|,·•]\s*|\s[–—-]\s")
_SLASH = re.compile(r"[^\W\d_.)’'”\"]\.?[)’'”\"]*\s*/\s*[^\W\d_]")
_GLUED_SENTENCE = re.compile(r"[.!?](?:(?<=[^\W\d_A-Z]{2}.)|(?<=\d\d.))(?=[^\W\d_a-z])")
_AFTER_EQUALS = re.compile(r"(?<=\S)＝[^\s＝。、\d]{1,14}$")
_TAIL_BRACKET = re.compile(r"\s*[(\[（]([^()\[\]（）]{2,160})[)\]）]\s*[.,]?\s*$")
_SENTENCE_END = re.compile(r"""[.!?…。」”"’')\]]\s+(?=\S)|。(?=\S)""")


def is_credit(text: str) -> bool:
    """Whether `text`, a whole line, is a photo credit."""
    if len(text) > MAX_CHARACTERS + _OUTER_CHARACTERS:
        return False
    inner = _inner(text)
    if not inner or len(inner) > MAX_CHARACTERS or len(inner.split()) > MAX_WORDS:
        return False
    return _labelled(inner) or _bare(inner) or _closed(inner) or _before_label(inner) or _after_word(inner)


def is_label(text: str) -> bool:
    """Whether a line is but the label before a credit: "Photo:"."""
    found = _label_of(text) if len(text) <= MAX_CHARACTERS else None
    return found is not None and found.end() == len(text)


def names_label(text: str) -> bool:
    """Whether a line is but the word of a label, without a colon, as pages say it to those who cannot see a picture."""
    return text.casefold() in phrases("credits", "labels")


def opens_credit(text: str) -> bool:
    """Whether a text begins with a credit's label or opener, whatever follows."""
    return _label_of(text.lstrip("([|")) is not None


def credit_start(text: str, *, surely: bool = False) -> int | None:
    """Where the credit at the end of a caption starts, its opening bracket included, or None if there is none, or
    nothing else.

    With `surely` the text is known to be a caption: then a few names after its last sentence are a credit too.
    """
    closed = text.rstrip().rstrip(".,").rstrip().endswith(tuple(_BRACKETS.values()))
    bracket = _TAIL_BRACKET.search(text[-(MAX_CHARACTERS + 8) :]) if closed else None
    if bracket:
        start = max(len(text) - (MAX_CHARACTERS + 8), 0) + bracket.start(1) - 1
        if start > 0 and (is_credit(bracket[1]) or (surely and _names_after_sentence(text[:start], bracket[1]))):
            return start
    japanese = _AFTER_EQUALS.search(text) if "＝" in text else None
    if japanese:
        return japanese.start()
    for start in _possible_starts(text):
        rest = text[start:]
        if start and (is_credit(rest) or (surely and _surely_credit(text[:start], rest))):
            return (start - 1 if text[start - 1] in _BRACKETS else start) or None
    return None


def _surely_credit(before: str, rest: str) -> bool:
    """Whether the end of a caption is its credit: names behind a sentence, or a few words after a label."""
    label = _label_of(rest)
    if label and len(rest.split()) <= 9 and not _SENTENCE_END.search(rest):
        return label.end() < len(rest.strip())
    return _names_after_sentence(before, rest)


def _names_after_sentence(before: str, rest: str) -> bool:
    """Whether `rest` is a short name behind the end of a sentence."""
    rest = rest.strip()
    ended = before.rstrip(" )”’\"'").endswith((".", "!", "?", "。"))
    return (
        ended
        and len(rest) <= 60
        and not rest.endswith((".", "!", "?", "。"))
        and _is_name(_inner(rest).replace("/", " "))
    )


def _possible_starts(text: str) -> list[int]:
    """Places near the end where a credit may start: after a sentence's end, and at a label, the longest first."""
    reach = max(len(text) - MAX_CHARACTERS, 0)
    tail = text[reach:]
    starts = {reach + found.end() for found in _SENTENCE_END.finditer(tail)}
    starts |= {reach + found.end() for found in _GLUED_SENTENCE.finditer(tail)}
    labels = (reach + start for start in _labels_in(tail))
    return sorted(starts | {start for start in labels if _may_follow(text[:start])})


def _may_follow(before: str) -> bool:
    """Whether a label can stand behind a text: not behind a name's slash, nor as the second word of a headline."""
    ended = before.rstrip()
    return not ended.endswith("/") and (ended.endswith(_ENDS) or len(ended.split()) > _FEW_BEFORE)


def _inner(text: str) -> str:
    """`text` without surrounding punctuation and one pair of brackets."""
    text = text.strip(_OUTER)
    if text and _BRACKETS.get(text[0]) == text[-1]:
        text = text[1:-1].strip(_OUTER)
    return text


def _label_of(text: str) -> re.Match[str] | None:
    """The label or opener at the start of a text, tried only where its first word begins one."""
    if glued := _GLUED_LABEL.match(text):
        return glued
    first = _FIRST_WORD.match(text)
    if first and first[0].isascii() and first[0].casefold() not in _first_words():
        return None
    return _label().match(text)


@cache
def _first_words() -> frozenset[str]:
    known = phrases("credits", "labels") | phrases("credits", "openers")
    return frozenset(first[0] for phrase in known if (first := _FIRST_WORD.match(phrase)))


@cache
def _label() -> re.Pattern[str]:
    openers = alternatives("credits", "openers")
    return re.compile(
        rf"(?:{alternatives('credits', 'labels')}\s*(?:by|by\s+the)?\s*[:：/|=]|image source\s*,|{openers}(?!\w))\s*",
        re.IGNORECASE,
    )


def _labels_in(text: str) -> Iterator[int]:
    """Where labels and openers stand inside a line; they are only looked for where there is a colon at all, or the
    words of some opener."""
    if any(map(text.casefold().__contains__, stems("credits", "openers"))):
        yield from (found.start("label") for found in _opener_inside().finditer(text))
    for colon in _COLON.finditer(text):
        yield from _label_before(text, colon.start())
        yield from _label_glued(text, colon.start())


def _label_before(text: str, colon: int) -> Iterator[int]:
    """Where the longest label starts that stands right before a colon, after a space or punctuation."""
    starts = (place.end() for place in _WORD_START.finditer(text, max(colon - _LABEL_CHARACTERS, 0), colon))
    labels = phrases("credits", "labels")
    yield from islice((start for start in starts if " ".join(text[start:colon].split()).casefold() in labels), 1)


def _label_glued(text: str, colon: int) -> Iterator[int]:
    """Where a capitalised label starts that stands before a colon and right behind a word or bracket, as inline
    elements run together."""
    before = text[:colon].rstrip()
    if before.endswith(_capitalised()):
        starts = (len(before) - len(label) for label in _capitalised() if before.endswith(label))
        yield from islice((start for start in starts if start and _GLUE.match(before, start - 1)), 1)


@cache
def _capitalised() -> tuple[str, ...]:
    """The labels as they begin a sentence, the longest first."""
    return tuple(sorted({word.capitalize() for word in phrases("credits", "labels")}, key=len, reverse=True))


@cache
def _opener_inside() -> re.Pattern[str]:
    """Words that open a credit without a colon, after a space or punctuation."""
    openers = alternatives("credits", "openers")
    return re.compile(rf"{_BEFORE}(?P<label>{openers}(?!\w)|©)", re.IGNORECASE)


def _labelled(text: str) -> bool:
    found = _label_of(text)
    if not found or found.end() == len(text):
        return False
    rest = text[found.end() :].strip(_OUTER)
    words = len(rest.split())
    if not 0 < words <= 12 or _SENTENCE_END.search(rest.replace(". ", " ", 2)):
        return False
    return _mostly_names(rest) or (words <= _FEW_WORDS and found[0].rstrip().endswith((":", "：", "=")))


def _before_label(text: str) -> bool:
    """Whether a name stands before a labelled credit: "Name/Copyright 2026 Agency"."""
    name, slash, rest = text.partition("/")
    return bool(slash) and _is_name(name) and _labelled(rest.strip())


def _after_word(text: str) -> bool:
    """Whether names and an agency at their end stand behind a label without its colon: "Photo Name. Agency"."""
    label, _, rest = text.partition(" ")
    if label.casefold() not in phrases("credits", "labels"):
        return False
    *names, last = _STOPS.split(rest.strip())
    return _is_agency(last) and all(map(_is_name, names))


def _closed(text: str) -> bool:
    """Whether a few characters end in a word such as "撮影" for who took the picture."""
    return len(text) <= _CLOSED_CHARACTERS and text.endswith(_closers()) and " " not in text and "、" not in text


@cache
def _closers() -> tuple[str, ...]:
    return tuple(phrases("credits", "closers"))


def _bare(text: str) -> bool:
    if _is_agency(text):
        return True
    if not any(map(text.__contains__, _JOINTS)):
        return False
    first = _PARTS.search(text)
    if first is None or not _names_somebody(text[: first.start()]):
        return False
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2 or not all(map(_names_somebody, parts)):
        return False
    if any(part.count("(") != part.count(")") for part in parts):
        return False
    if next(_labels_in(text), None) is not None:
        return False
    if any(_is_agency(part) for part in parts[1:]):
        return True
    return _joined_like_credit(text) and any(len(part.split()) > 1 or _is_agency(part) for part in parts)


def _names_somebody(part: str) -> bool:
    """Whether a part of a line between slashes and the like is a name, or nothing."""
    return not part or _is_name(part) or _is_agency(part)


def _joined_like_credit(text: str) -> bool:
    """Names joined by a slash, or a person's name by "for" or "via" with the paper's."""
    return bool(_SLASH.search(text)) or " via " in text or " for The " in text


def _is_agency(text: str) -> bool:
    folded = text.casefold().strip(" .")
    if folded in _agencies() or text in _exact_agencies():
        return True
    name, _, last = text.strip(" .").rpartition(" ")
    return last.casefold() in _suffixes() and (name.casefold() in _agencies() or name in _exact_agencies())


@cache
def _suffixes() -> frozenset[str]:
    """What may stand behind an agency's name: "AP file", "Reuters photo"."""
    return phrases("credits", "suffixes")


@cache
def _agencies() -> frozenset[str]:
    """Agencies told by their letters alone; those of one or two letters need their capitals."""
    return frozenset(name for name in phrases("credits", "agencies") if len(name) > 3 or not name.isascii())


@cache
def _exact_agencies() -> frozenset[str]:
    return frozenset(table("credits")["agencies"]["list"])


def _is_name(text: str) -> bool:
    """One to six words that are capitalised, particles apart; letters without case count as capitals."""
    words = text.split()
    if not 1 <= len(words) <= 7 or not any(char.isalpha() for char in text):
        return False
    return all(_is_capitalised(word) or word.casefold() in _particles() for word in words)


def _is_capitalised(word: str) -> bool:
    word = word.lstrip("\"'“‘„«(@#’")
    return (
        not word[:1].islower()
        or not word.islower()
        or ("@" in word)
        or word.casefold().endswith((".com", ".org", ".net", ".de"))
    )


def _mostly_names(text: str) -> bool:
    """Whether there is an agency, or at least half of the words are capitalised."""
    if any(_is_agency(part) for part in _PARTS.split(text) if part):
        return True
    words = [word for word in re.split(r"[\s/|]+", text) if any(char.isalnum() for char in word)]
    good = sum(_is_capitalised(word) or word.casefold() in _particles() for word in words)
    return bool(words) and good * 2 >= len(words)


@cache
def _particles() -> frozenset[str]:
    """Small words inside names: "van", "de la", "and"."""
    return phrases("credits", "particles")
