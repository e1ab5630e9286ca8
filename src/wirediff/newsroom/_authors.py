"""The names of authors in what a page prints or declares as its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from wirediff.newsroom._credits import once
from wirediff.newsroom._dates import DIGIT, WORD, is_of_date
from wirediff.newsroom._lists import Listed, words
from wirediff.newsroom._names import agency, is_agency, is_name, is_nobody
from wirediff.newsroom.bylines import byline_opener
from wirediff.packaged import alternatives

_LONGEST = 300
"""Characters from which a text is no list of authors but a text about them; chosen by hand."""
_EDGES = re.compile(r"^[^\w(]+|[^\w).]+$")
_ADDRESSES = re.compile(r"\S+(?:@|\[at\]|\(at\))\S+|\[email\sprotected\]|(?<!\w)@\w+|\bhttps?://\S*|\bwww\.\S+")
_HONORIFIC = re.compile(r"^(?:the|dr|mr|mrs|ms|prof|sir)\b\.?\s+", re.IGNORECASE)
_DEGREE = re.compile(r"(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?Sc|B\.?A|B\.?Sc|R\.?N|R\.?D|MBA|MPH|LL\.?M|J\.?D|Jr|Sr)\.?")
_OUTLET = re.compile(r"\s+for\s+(?P<outlet>.+)$", re.IGNORECASE)
_WRITER = re.compile(r"\s+writers?\b\s*", re.IGNORECASE)
"""After an agency's name, before or after a person's: "Associated Press writer Maud Ellery"."""
_WITH_AGENCIES = re.compile(r"\s+with agencies$", re.IGNORECASE)
_WHEREABOUTS = re.compile(r"(?:^|\s)(?:[Ii]n|[Aa]t|[Ff]rom|IN|AT|FROM)\s+[^\W\d_a-z].*$")
_STUCK = re.compile(r"^(By|Von|Par|Por)(?=[A-Z][\w.’'-]+\s+[A-Z])")
"""An opener whose space is made by a style: "ByMaud Ellery"."""
_INITIALS = re.compile(r"\s*\(\w{1,5}\.?\)")
"""An editor's mark after a name: "Maud Ellery (mel)"."""
_MARK = 3
"""Letters of an editor's mark in small letters, such as "mel"; users' names are longer."""
_NO_NAME = re.compile(r"^\d+\W|:|\s\S*\d|[\u3040-\u30ff\u4e00-\u9fff]{9}")
"""A number, a colon, or more than a name in scripts without spaces."""
_NO_NAMES: tuple[Listed, ...] = ("bylines.closers", "bylines.nobody", "bylines.openers", "controls.texts")
_STOP = r"(?<=[^\W\d_]{3})\.\s"
"""A full stop between names, not that of an initial or a title: "Ana Brill. AFP"."""


class Byline(NamedTuple):
    """The authors that a line names: people, without honorifics and posts, and the usual names of agencies."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]


@lru_cache(maxsize=4096)
def author_names(text: str) -> tuple[str, ...]:
    """Return the names in a byline, or in what a page declares as its author, each once and as it is printed.

    "Von Maud Ellery und Ivo Brandt, dpa" gives `("Maud Ellery", "Ivo Brandt", "dpa")`. Words such as "By", posts,
    dates, places, the outlet that somebody wrote for, addresses and a page's controls are left out, and so are words
    for nobody such as "Staff"; a line that names nobody gives `()`.
    """
    if len(text) > _LONGEST:
        return ()
    dated = any(map(DIGIT.match, WORD.findall(text)))
    parts = [name for part in _parts(_said(text)) if (name := _bare(part, dated))]
    found = [part for part in parts if agency(part) or _is_author(part, alone=len(parts) == 1)]
    return tuple(dict.fromkeys(_without_places(_in_order(found, text))))


@lru_cache(maxsize=4096)
def parse_byline(text: str) -> Byline:
    """Return the people and agencies that an author's line names: "By Maud Ellery in Port Salter, AP".

    Words such as "By", posts, places and the outlet that somebody wrote for are left out.
    """
    names = author_names(text)
    agencies = dict.fromkeys(known for name in names if (known := agency(name)))
    people = dict.fromkeys(_HONORIFIC.sub("", name) for name in names if not agency(name))
    return Byline(tuple(people), tuple(agencies))


def _said(text: str) -> str:
    """What a line says of its authors: nothing of addresses, pictures, controls and editors' marks."""
    line = _ADDRESSES.sub(" | ", once(" ".join(text.split())))
    line = _label().sub("", _STUCK.sub(r"\1 ", _INITIALS.sub(_kept_agency, line)), count=1)
    if end := _end().search(line):
        line = line[: end.start()]
    return _WRITER.sub(", ", _without_outlet(line))


def _kept_agency(found: re.Match[str]) -> str:
    """An agency in brackets stays, an editor's mark goes."""
    return found[0] if agency(_EDGES.sub("", found[0]).strip("()")) else ""


def _without_outlet(line: str) -> str:
    """A byline without "for The Daily Post"; "for Reuters" stays, as agencies are credited so."""
    outlet = _OUTLET.search(line)
    return line if outlet is None or agency(_EDGES.sub("", outlet["outlet"])) else line[: outlet.start()]


def _parts(line: str) -> Iterator[str]:
    """The parts of a line between separators."""
    return iter(_separator().split(_led_off(line)))


def _led_off(line: str) -> str:
    """A line without the words before its first name: openers, of which it may have several, and a date."""
    opener = byline_opener()
    while (found := opener.match(f"{line} ")) and not _is_particle(found[0], line[found.end() :]):
        line = line[found.end() :]
    found = next((each for each in _inner_opener().finditer(line) if _is_only_date(line[: each.start()])), None)
    return _led_off(line[found.end() :]) if found else line


def _is_particle(opener: str, rest: str) -> bool:
    """Whether what looks like an opener is the beginning of a surname: "De Vries"."""
    word = opener.strip()
    single = " " not in rest.strip()
    return single and word.istitle() and word.casefold() in words("bylines.weak") & words("credits.particles")


def _is_only_date(text: str) -> bool:
    """Whether what is before an opener is a date or its opener, as in "Posted on 3 May 2026 by"."""
    found = WORD.findall(text.lower())
    return bool(found) and all(map(_may_be_of_date, found))


def _may_be_of_date(word: str) -> bool:
    """Whether a word may be part of a date, not a user's name: "maud1984" has its number behind letters."""
    return is_of_date(word) and (DIGIT.match(word) is not None or DIGIT.search(word) is None)


def _bare(part: str, dated: bool) -> str:
    """A part without another opener, and without a place, a post and a date at its ends.

    In a line that is `dated`, a month or day of the week is part of the date: "Maud Ellery Thursday, 3 May".
    """
    part = _led_off(_EDGES.sub("", part.strip("() ")))
    part = _WITH_AGENCIES.sub("", _WHEREABOUTS.sub("", part))
    return _EDGES.sub("", _without_post(_without_date(part, dated)))


def _without_date(part: str, dated: bool) -> str:
    """A part without a date or the words of one at its end."""
    found = part.split()
    while found and all(map(_may_be_of_date, WORD.findall(found[-1].lower()))):
        if not dated and not found[-1].islower():
            break
        found.pop()
    return " ".join(found)


def _without_post(part: str) -> str:
    """A part without a post or a desk, before the name or from there to the end."""
    found = _post().search(part)
    if found is None:
        return part
    before, rest = part[: found.start()].strip(), part[found.end() :]
    if before and before != before.lower():
        return before if " " in before else ""  # "Court reporter": posts follow names of two words
    if before and before == before.upper():
        return before  # of a script without capitals
    return _without_post(_EDGES.sub("", rest))


def _is_author(part: str, *, alone: bool) -> bool:
    """Whether a part is a name: by its capitals, or, where it is `alone`, as one word that a user may be called."""
    folded = part.casefold()
    if any(folded in words(listed) for listed in _NO_NAMES) or is_nobody(part) or _is_only_date(part):
        return False
    if _DEGREE.fullmatch(part) or _NO_NAME.search(part) or not any(map(str.isalpha, part)):
        return False
    if words("offers.channels").issuperset(folded.split()):
        return False
    if " " not in part:
        return not part[0].islower() or (alone and len(part) > _MARK)
    return is_agency(part) or (is_name(part) and not part.endswith(("!", "?")) and not _is_open(part))


def _is_open(part: str) -> bool:
    """Whether a part ends in a word that leads to something else: "Recipe by"."""
    return part.rpartition(" ")[2] in words("bylines.openers") | words("credits.particles")


def _in_order(names: list[str], text: str) -> list[str]:
    """The names, a surname before a first name in its place: "Ellery, Maud"."""
    single = len(names) == 2 and not any(" " in name or not name.istitle() or agency(name) for name in names)
    return [" ".join(reversed(names))] if single and text.strip() == ", ".join(names) else names


def _without_places(names: list[str]) -> list[str]:
    """The names without single words after a full one: "Maud Ellery, Brussels"; agencies stay."""
    if not names or " " not in names[0]:
        return names
    return [name for name in names if " " in name or agency(name)]


@cache
def _separator() -> re.Pattern[str]:
    """Punctuation and words between names. White space is tried from its beginning only, so that a long run of it is
    not read again for each of its characters."""
    joining = alternatives(words("bylines.between") | {"via", "for"})
    marks = rf"[/|;,&•·()【】—–+]|(?<=\s)-+(?=\s)|(?<=\s){joining}(?=\s)|{_STOP}"
    return re.compile(rf"(?:(?<!\s)\s+)?(?:{marks})\s*", re.IGNORECASE)


@cache
def _inner_opener() -> re.Pattern[str]:
    """An opener inside a line. That it is no other word shows what is before it."""
    return re.compile(rf"\b{alternatives(words('bylines.openers'))}(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    """What two kinds of work have in common: "Text and photos: Maud Ellery"."""
    work = alternatives(words("bylines.openers") | words("credits.labels"))
    opener, joining = alternatives(words("bylines.openers")), alternatives(words("bylines.between") | set("&/,+"))
    return re.compile(rf"^\W*{opener}(?:\s*{joining}\s*{work})+\s*:\s*", re.IGNORECASE)


@cache
def _end() -> re.Pattern[str]:
    """Where a line goes on with something else: a credit, or what a page offers about its authors."""
    labels = alternatives(words("credits.labels") - words("bylines.openers"))
    label = rf"\b{labels}(?:\s*:|\s+(?:by|von|par|por|di|door|av)\b)"
    return re.compile(rf"{label}|\b{alternatives(words('bylines.ends'))}\b", re.IGNORECASE)


@cache
def _post() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(words('bylines.closers'))}\b", re.IGNORECASE)
