"""The grammar of photo credits, on a line of their own and at the end of a caption.

A credit names who made or gave out a picture: after a label ("Photo: Name/Agency", "Image source, Agency"), after an
opener ("Courtesy of Name", "© Name"), or bare ("Name/Agency", "Name via Agency", "Agency"), also in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wirediff.newsroom._labels import label_of, labels_in, opens_name
from wirediff.newsroom._lists import phrases, words
from wirediff.newsroom._names import PARTS, is_agency, is_name, mostly_names
from wirediff.segment import APOSTROPHES, CLOSING_QUOTES, DASHES, SENTENCE_ENDS, keeps_its_stop

# The limits in this module were chosen by hand on the fixtures and on credits of news pages.
_MAX_WORDS = 16
_MAX_CHARACTERS = 160
_OUTER_CHARACTERS = 20
"""With more punctuation than this around it, a line is not a credit."""
_FEW_WORDS = 3
"""So many words after a label with its colon are a name even in small letters."""
_LABELLED_WORDS = 12
_TAIL_WORDS = 9
_TAIL_NAME = 60
_OPENING = 3
"""Characters that a line has to have again if all of it is there twice: a glance that spares most lines the rest."""
_BETWEEN_TWICE = 3
"""Characters between two prints of a credit in one line at most: " | "."""
_OUTER = " \t .,;:|/·•-–—"
_BRACKETS = {"(": ")", "[": "]", "（": "）"}
_CLOSED_CHARACTERS = 16
_JOINTS = ("/", "|", ",", "·", "•", " - ", " – ", " — ", " via ", " for ")
"""Without any of these, a line has only one part."""
_STOPS = re.compile(r"\.\s+|\s?[/|,·•]\s*|\s[–—-]\s")
_SLASH = re.compile(r"[^\W\d_.)’'”\"]\.?[)’'”\"]*\s*/\s*[^\W\d_]")
_GLUED_SENTENCE = re.compile(r"[.!?](?:(?<=[^\W\d_A-Z]{2}.)|(?<=\d.))(?=[^\W\d_a-z])")
_AFTER_EQUALS = re.compile(r"(?<=\S)＝[^\s＝。、\d]{1,14}$")
_TAIL_BRACKET = re.compile(r"\s*[(\[（]([^()\[\]（）]{2,160})[)\]）][\s.,–—-]*$")
_STOP_MARKS = tuple(sorted(SENTENCE_ENDS))
_MAY_PRECEDE_LABEL = (*SENTENCE_ENDS, *CLOSING_QUOTES, *APOSTROPHES, *DASHES, *":;|()[]")
_ENDS = re.escape("".join((*_STOP_MARKS, *sorted(CLOSING_QUOTES | APOSTROPHES), ")]")))
_SENTENCE_END = re.compile(rf"[{_ENDS}]\s+(?=\S)|。(?=\S)")
_HANDLE_WORDS = 3
_DOMAIN = re.compile(r"[\w-]{2,40}\.[a-z]{2,8}")
_HOUSE = re.compile(r"[a-z]{2,5}")
_COPYRIGHT = re.compile(r"©|[(（][cCｃＣ][)）]")
"""The sign that opens a credit also where no space is before it."""
_SEPARATORS = (" /", " |", " ·", " •")
_FULL_NAME = 2
"""Words of the name before a slash that no full stop parts from its caption; a third may be the caption's last noun."""
_LETTER = re.compile(r"(?<!\S)[^\W\d_a-z]\.\s*$")
_INITIAL = re.compile(r"(?<![^\s/|])[^\W\d_a-z][^\W\d_]+ [^\W\d_a-z]\.$")
_LONG_WORD = 4
"""Letters of the word before such a name: shorter ones are mostly prepositions, whose noun would be taken for it."""


def is_credit(text: str, *, surely: bool = False) -> bool:
    """Return whether `text`, a whole line, is a photo credit.

    With `surely` it is known to be in a picture: then a name in brackets is one too.
    """
    if len(text) > _MAX_CHARACTERS + _OUTER_CHARACTERS:
        return False
    if surely and _bracketed_name(text):
        return True
    inner = without_brackets(_once_after_label(once(text)))
    if not inner or len(inner) > _MAX_CHARACTERS or len(inner.split()) > _MAX_WORDS:
        return False
    return (
        _labelled(inner)
        or _bare(inner)
        or _closed(inner)
        or _before_label(inner)
        or _after_word(inner)
        or _name_and_agency(inner)
        or (surely and (_handle_and_agency(inner) or _name_and_initials(inner) or _labelled_name(inner)))
    )


def _bracketed_name(text: str) -> bool:
    """Whether a text is a name of several words in brackets: a single word may say which person is meant ("left")."""
    inner = text[1:-1]
    closed = bool(inner) and _BRACKETS.get(text[0]) == text[-1]
    return closed and " " in inner and is_name(inner) and inner.casefold() not in words("credits.labels")


def once(text: str) -> str:
    """Return a text that a line has twice in a row, or the line as it is; one word may be printed so on purpose.

    Pages print a credit twice around a button; without the button they are one line.
    """
    text = text.strip()
    if text.find(text[:_OPENING], 1) < 0:
        return text
    for between in range(min(_BETWEEN_TWICE, len(text)) + 1):
        half = (len(text) - between) // 2
        first, gap, second = text[:half], text[half : half + between], text[half + between :]
        if first == second and not any(map(str.isalnum, gap)) and (" " in first or "/" in first or is_agency(first)):
            return first
    return text


def _once_after_label(text: str) -> str:
    """A text whose label has the names after it twice in a row, with one print of them."""
    found = label_of(text)
    return f"{found[0]}{once(text[found.end() :])}" if found else text


def without_brackets(text: str) -> str:
    """Return `text` without the punctuation and one pair of brackets around it."""
    text = text.strip(_OUTER)
    if text and _BRACKETS.get(text[0]) == text[-1]:
        text = text[1:-1].strip(_OUTER)
    return text


def _labelled(text: str) -> bool:
    found = label_of(text)
    if not found or found.end() == len(text):
        return False
    rest = text[found.end() :].strip(_OUTER)
    count = len(rest.split())
    if not 0 < count <= _LABELLED_WORDS or _SENTENCE_END.search(rest.replace(". ", " ", 2)):
        return False
    if not opens_name(found[0], rest):
        return False
    return mostly_names(rest) or (count <= _FEW_WORDS and found[0].rstrip().endswith((":", "：", "=")))


def _before_label(text: str) -> bool:
    """Whether a name precedes a labelled credit: "Name/Copyright 2026 Agency", "Coast Guard photo by Name"."""
    name, slash, rest = text.partition("/")
    if slash and is_name(name) and _labelled(rest.strip()):
        return True
    opener = next((start for start in labels_in(text) if text[start].islower()), 0)
    return opener > 0 and ":" not in text and is_name(text[:opener]) and _labelled(text[opener:])


def _after_word(text: str) -> bool:
    """Whether names and then an agency follow a label without its colon: "Photo Name. Agency"."""
    label, _, rest = text.partition(" ")
    if label.casefold() not in words("credits.labels"):
        return False
    *names, last = _STOPS.split(rest.strip())
    return is_agency(last) and all(map(is_name, names))


def _name_and_agency(text: str) -> bool:
    """Whether a name is followed by an agency in brackets: "Name (Agency)"."""
    name, bracket, rest = text.partition(" (")
    return bool(bracket) and rest.endswith(")") and is_agency(rest[:-1]) and is_name(name)


def _handle_and_agency(text: str) -> bool:
    """Whether a slash parts what users of a picture library call themselves from its name: "anabrill7/Agency"."""
    *others, last = (part.strip() for part in text.split("/"))
    if not others or not (is_agency(last) or _DOMAIN.fullmatch(last)):
        return False
    return all(part and ":" not in part and len(part.split()) <= _HANDLE_WORDS for part in others)


def _name_and_initials(text: str) -> bool:
    """Whether a slash parts a full name from the small initials of a house: "Ana Brill/nwa"."""
    name, _, house = text.partition("/")
    if not _HOUSE.fullmatch(house.strip()) or any(map(name.__contains__, ",.:")):
        return False
    return 1 < len(name.split()) <= _HANDLE_WORDS and is_name(name)


def _labelled_name(text: str) -> bool:
    """Whether a name and a slash follow a label, whatever comes then: "Photo: Name / Scan by him"."""
    found = label_of(text)
    name, slash, _ = text[found.end() :].partition("/") if found else ("", "", "")
    return bool(slash) and "," not in name and is_name(name)


def _closed(text: str) -> bool:
    """Whether a few characters end in a word for who took the picture, such as "撮影"."""
    if len(text) > _CLOSED_CHARACTERS or " " in text or "、" in text:
        return False
    return text.endswith(phrases("credits.closers"))


def _bare(text: str) -> bool:
    """Whether a line without a label is an agency, or names joined as only credits join them."""
    if is_agency(text):
        return True
    if not any(map(text.__contains__, _JOINTS)):
        return False
    first = PARTS.search(text)
    if first is None or not _names_somebody(text[: first.start()]):
        return False
    parts = [part for part in PARTS.split(text) if part]
    if len(parts) < 2 or not all(map(_names_somebody, parts)):
        return False
    if any(part.count("(") != part.count(")") for part in parts) or next(labels_in(text), None) is not None:
        return False
    if any(map(is_agency, parts[1:])):
        return True
    return _joined_like_credit(text) and any(len(part.split()) > 1 or is_agency(part) for part in parts)


def _names_somebody(part: str) -> bool:
    """Whether a part of a line is empty, a name or an agency."""
    return not part or is_name(part) or is_agency(part)


def _joined_like_credit(text: str) -> bool:
    """Whether names are joined by a slash, or a person's name with the paper's by "for" or "via"."""
    return bool(_SLASH.search(text)) or " via " in text or " for The " in text


def credit_start(text: str, *, surely: bool = False) -> int | None:
    """Return where the credit at the end of a caption starts, including its opening bracket.

    The result is None if there is no credit, or nothing else. With `surely` the text is known to be a caption: then a
    few names after its last sentence are a credit too.
    """
    bracket = _bracket_start(text, surely)
    if bracket is not None:
        return bracket
    japanese = _AFTER_EQUALS.search(text) if "＝" in text else None
    if japanese:
        return japanese.start()
    for start in _possible_starts(text, surely):
        rest = text[start:]
        if start and (is_credit(rest) or (surely and _surely_credit(text[:start], rest))):
            return _with_separator(text, start - 1 if text[start - 1] in _BRACKETS else start) or None
    return None


def _with_separator(text: str, start: int) -> int:
    """Where a credit starts with the slash or the like that parts it from its caption."""
    before = text[:start].rstrip()
    return len(before) - 1 if before.endswith(_SEPARATORS) else start


def _bracket_start(text: str, surely: bool) -> int | None:
    """Where the brackets at the end of a caption start, if a credit is in the last and in each of the others."""
    if not text.rstrip(_OUTER).endswith(tuple(_BRACKETS.values())):
        return None
    reach = max(len(text) - (_MAX_CHARACTERS + 8), 0)
    bracket = _TAIL_BRACKET.search(text[reach:])
    start = reach + bracket.start(1) - 1 if bracket else 0
    if (
        bracket
        and start > 0
        and (
            is_credit(bracket[1])
            or _handle_and_agency(bracket[1])
            or (surely and _names_after_sentence(text[:start], bracket[1]))
        )
    ):
        earlier = _bracket_start(text[:start], surely=False)
        return _with_name(text, start) if earlier is None else earlier
    return None


def _with_name(text: str, bracket: int) -> int:
    """Where a credit in a bracket starts, with the name that stands between it and the last sentence before it."""
    ends = [*_SENTENCE_END.finditer(text, 0, bracket), *_GLUED_SENTENCE.finditer(text, 0, bracket)]
    start = max((end.end() for end in ends), default=bracket)
    return start if _name_and_agency(text[start:].strip()) else bracket


def _surely_credit(before: str, rest: str) -> bool:
    """Whether the end of a caption is its credit: names after a sentence, or a few words after a label."""
    label = label_of(rest)
    if label and len(rest.split()) <= _TAIL_WORDS and not _SENTENCE_END.search(rest):
        return label.end() < len(rest.strip()) and opens_name(label[0], rest[label.end() :])
    return _names_after_sentence(before, rest)


def _names_after_sentence(before: str, rest: str) -> bool:
    """Whether `rest` is a short name after the end of a sentence."""
    rest = rest.strip()
    return (
        before.rstrip(" )”’\"'").endswith(_STOP_MARKS)
        and not _LETTER.search(before)
        and len(rest) <= _TAIL_NAME
        and not rest.endswith(_STOP_MARKS)
        and is_name(without_brackets(rest).replace("/", " "))
    )


def _possible_starts(text: str, surely: bool) -> list[int]:
    """Places near the end where a credit may start, in order: after the end of a sentence, and at a label.

    A full stop that may only be an abbreviation's is tried last.
    """
    reach = max(len(text) - _MAX_CHARACTERS, 0)
    tail = text[reach:]
    ends = [found for found in _SENTENCE_END.finditer(tail) if not _surely_inside(tail, found)]
    starts = {reach + (_before_initial(tail, found) or found.end()) for found in ends}
    starts |= {reach + found.end() for found in _GLUED_SENTENCE.finditer(tail)}
    labels = (reach + start for start in labels_in(tail))
    starts |= {start for start in labels if _may_precede_label(text[:start])}
    starts |= {reach + found.start() for found in _COPYRIGHT.finditer(tail)}
    if surely:
        starts.update(_before_slash(text))
    doubtful = {reach + found.end() for found in ends if keeps_its_stop(*_around(tail, found)) is not None}
    return sorted(starts, key=lambda start: (start in doubtful, start))


def _surely_inside(text: str, end: re.Match[str]) -> bool:
    """Whether what looks like the end of a sentence is the full stop of a title or of a word before a number."""
    return keeps_its_stop(*_around(text, end)) == "surely"


def _before_initial(text: str, end: re.Match[str]) -> int | None:
    """Where a first name starts whose owner's middle initial has this full stop, and whose last name comes after it."""
    initial = _INITIAL.search(text, 0, end.start() + 1)
    last = PARTS.split(text[end.end() :], maxsplit=1)[0].split()
    return initial.start() if initial and len(last) == 1 and is_name(last[0]) else None


def _around(text: str, end: re.Match[str]) -> tuple[str, str]:
    """The word with a full stop at its end, and the text after it."""
    if text[end.start()] != ".":
        return "", ""
    return text[: end.start()].rpartition(" ")[2].lstrip("(["), text[end.end() :]


def _before_slash(text: str) -> Iterator[int]:
    """Where the name before the last slash starts, and where the slash is if only an agency comes after it."""
    name = _name_before_slash(text)
    if name is not None:
        yield name
    before, slash, last = text.rpartition(" / ")
    if slash and is_agency(last.strip(_OUTER)):
        yield len(before)


def _name_before_slash(text: str) -> int | None:
    """Where a first and last name before the last slash start, after a word in small letters."""
    before, slash, _ = text.rpartition("/")
    *others, last = before.split()[-_FULL_NAME - 1 :] or [""]
    if not slash or len(others) != _FULL_NAME or not others[0].islower() or len(others[0]) < _LONG_WORD:
        return None
    if not is_name(f"{others[1]} {last}") or "." in last:
        return None
    return before.rindex(others[1], 0, before.rindex(last))


def _may_precede_label(before: str) -> bool:
    """Whether a label may follow a text: not after a name's slash, nor as the second word of a headline."""
    ended = before.rstrip()
    if ended.endswith(" /"):
        return not is_name(ended[:-2])
    return not ended.endswith("/") and (ended.endswith(_MAY_PRECEDE_LABEL) or len(ended.split()) > 1)
