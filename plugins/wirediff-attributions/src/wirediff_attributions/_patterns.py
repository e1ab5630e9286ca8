"""The statements of one sentence: cues first, then who speaks on one side of them and what is said on the other.

Rules over words, after the observation of Krestel, Bergler & Witte, "Minding the Source: Automatic Tagging of Reported
Speech in Newspaper Articles" (LREC 2008), that a list of verbs and six orders of source, cue and content cover English
news. A statement inside another one's content is not looked for, as in PolNeAR.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from wirediff_attributions._content import clause_end, contents, trimmed
from wirediff_attributions._cues import Cue, Form, table
from wirediff_attributions._grammar import GRAMMAR
from wirediff_attributions._phrases import Phrase, phrase_after, phrase_before, skip_auxiliaries
from wirediff_attributions._words import Clause, people


class Found(NamedTuple):
    """A statement as token indices of its sentence."""

    cue: tuple[int, int]
    entry: Cue | None
    source: Phrase | None
    content: tuple[tuple[int, int], ...]


def in_sentence(clause: Clause) -> list[Found]:
    """The statements of one sentence whose cue stands in it, in order."""
    found: list[Found] = []
    at = 0
    low = 0
    while at < len(clause):
        if clause.low[at] not in _beginnings() or clause.is_quoted(at):
            at += 1
            continue
        one = _according(clause, at, low) or _verb(clause, at, low, found) or _noun(clause, at)
        if one is None:
            at += 1
            continue
        found.append(one)
        last = max([one.cue[1], *(end for _, end in one.content), one.source.end if one.source else 0])
        low = last if last > at else at + 1
        at = max(low, at + 1)
    return found or [one for one in [_colon(clause)] if one]


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    """The words at which a pattern can stand."""
    return frozenset(("according", *table().by_form, *GRAMMAR.statement_nouns))


def _according(clause: Clause, at: int, low: int) -> Found | None:
    """ "According to X, CONTENT" and "CONTENT, according to X"."""
    if clause.low[at] != "according" or clause.at(at + 1) != "to":
        return None
    source = phrase_after(clause, at + 2)
    if source is None:
        end = at + 2
        while end < len(clause) and clause.word[end] and end - at < 14:
            end += 1
        if end == at + 2:
            return None
        source = Phrase(at + 2, end, (at + 2, end))
    stop = source.apposition[1] if source.apposition and clause.at(source.apposition[1]) == "," else source.end
    before = trimmed(clause, low, at)
    if before and before[1] - before[0] > 2:
        return Found((at, at + 2), None, source, (before,))
    after = trimmed(clause, stop, clause_end(clause, stop))
    return Found((at, at + 2), None, source, (after,)) if after else None


def _noun(clause: Clause, at: int) -> Found | None:
    """ "X's claim that CONTENT"."""
    if clause.low[at] not in GRAMMAR.statement_nouns or clause.at(at + 1) != "that" or at == 0:
        return None
    owner = clause.low[at - 1]
    start = at - 1
    if owner not in ("his", "her", "their", "its") and not owner.endswith(("'s", "s'")):
        return None
    while start > 0 and clause.capital[start - 1] and clause.capital[start]:
        start -= 1
    content = trimmed(clause, at + 1, clause_end(clause, at + 1))
    return Found((at, at + 1), None, Phrase(start, at, (start, at)), (content,)) if content else None


def _colon(clause: Clause) -> Found | None:
    """ "X was blunt: “CONTENT”": the subject of the sentence speaks."""
    for at in range(1, len(clause) - 1):
        if clause.low[at] == ":" and not clause.is_quoted(at) and clause.is_quoted(at + 1):
            source = _subject(clause, at)
            content = trimmed(clause, at + 1, len(clause))
            if source is not None and content is not None:
                return Found((at, at + 1), None, source, (content,))
    return None


def _subject(clause: Clause, end: int) -> Phrase | None:
    """The first name or pronoun of the sentence before `end`."""
    for at in range(end):
        if clause.low[at] in people().pronouns - {"it", "who", "some", "one", "most", "many"}:
            return Phrase(at, at + 1, (at, at + 1))
        if clause.capital[at] and (at > 0 or clause.capital[min(at + 1, len(clause) - 1)]):
            stop = at
            while stop < end and clause.capital[stop]:
                stop += 1
            return Phrase(at, stop, (at, stop))
    return None


def _verb(clause: Clause, at: int, low: int, earlier: Sequence[Found]) -> Found | None:
    """A reporting verb at `at`, with its source on one side and its content on the other or on both."""
    entry = entry_at(clause, at)
    if entry is None:
        return None
    form, cue, end = entry
    inverted = _inverted(clause, at, end, cue)
    source = inverted or _source_before(clause, at, form, earlier)
    if source is None:
        return None
    first = at if inverted else min(at, max(source.end, skip_auxiliaries(clause, at - 1) + 1))
    stop = (source.apposition[1] if source.apposition else source.end) if inverted else end
    content = contents(clause, (first, stop), source, cue, low, inverted=inverted is not None)
    return Found((first if not inverted else at, end), cue, source, content) if content else None


def entry_at(clause: Clause, at: int) -> tuple[Form, Cue, int] | None:
    """The cue at `at` with the index behind it, unless its surroundings make it another part of speech."""
    for form, cue in table().by_form.get(clause.low[at], ()):
        end = at + 1
        if cue.particle is not None:
            if clause.at(end) != cue.particle:
                continue
            end += 1
        if _is_verb(clause, at, end, form, cue):
            return form, cue, end
    return None


def _is_verb(clause: Clause, at: int, end: int, form: Form, cue: Cue) -> bool:
    before, behind = clause.at(at - 1), clause.at(end)
    if clause.capital[at] and at > 0 and not clause.is_quoted(at - 1) and not clause.is_headline:
        return False
    if (
        before in GRAMMAR.determiners
        or before.endswith(("'s", "s'"))
        or (behind in ("of", "by") and form != "past" and not cue.attitude)
    ):
        return False
    if form == "gerund":
        return (
            before in (",", "by", "in", "and", "while", "before", "after", "without", "—")
            or before in GRAMMAR.forms_of_be
        )
    if clause.at(_before_adverbs(clause, at - 1)) in GRAMMAR.forms_of_be:
        return False
    if form == "base":
        return (
            before in GRAMMAR.modals
            or before in ("i", "we", "you", "they", "who", "also", "and")
            or _plural(clause, at - 1)
        )
    if form == "third":
        return (not _plural(clause, at - 1) or before in people().pronouns) and not _is_number(before)
    return before != "to"


def _before_adverbs(clause: Clause, at: int) -> int:
    while at > 0 and (clause.low[at].endswith("ly") or clause.low[at] in ("also", "not", "once", "now")):
        at -= 1
    return at


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "swing",
    )


def _plural(clause: Clause, at: int) -> bool:
    word = clause.at(skip_auxiliaries(clause, at))
    return bool(word) and (
        (word.endswith("s") and not word.endswith("ss"))
        or word in people().bodies
        or word in ("people", "men", "women")
    )


def _inverted(clause: Clause, at: int, end: int, cue: Cue) -> Phrase | None:
    """The source behind the verb, where content comes before it: "…," said X."""
    if cue.attitude or cue.particle:
        return None
    before = clause.at(at - 1)
    ends_content = before in (",", "?", "!", "—", '"', "'") or clause.is_quoted(at - 1)
    if not ends_content or at == 0:
        return None
    if clause.low[at] not in GRAMMAR.speech and not clause.is_quoted(at - 1):
        return None
    if clause.at(end) in ("that", ":"):
        return None
    phrase = phrase_after(clause, end)
    if phrase is None or clause.is_quoted(at - 1):
        return phrase
    # Without a quotation before it, a name or an office that a mark follows: "…, said X." and not "X, a Y, said the …".
    head = clause.low[phrase.head[1] - 1]
    named = clause.capital[phrase.head[0]] or head in people().titles or head in people().bodies
    return phrase if named and (phrase.end >= len(clause) or not clause.word[phrase.end]) else None


def _source_before(clause: Clause, at: int, form: Form, earlier: Sequence[Found]) -> Phrase | None:
    """The subject before the verb; of a gerund or a second verb the one of the statement or sentence before."""
    before = clause.at(skip_auxiliaries(clause, at - 1)) if at else ""
    if form == "gerund" and clause.at(at - 1) not in GRAMMAR.forms_of_be:
        return earlier[-1].source if earlier else _leading(clause, at)
    if before in ("and", "but", ",") and earlier and before != ",":
        return earlier[-1].source
    if before in ("and", "but"):
        return _leading(clause, at)
    return phrase_before(clause, at - 1)


def _leading(clause: Clause, end: int) -> Phrase | None:
    """The subject with which the sentence begins."""
    for at in range(min(end, 12)):
        if clause.is_quoted(at):
            return None
        if clause.low[at] in ("he", "she", "they", "we", "i"):
            return Phrase(at, at + 1, (at, at + 1))
        if clause.capital[at] and (at > 0 or clause.capital[1:2] == [True] or clause.low[0] not in GRAMMAR.determiners):
            return phrase_after(clause, at)
    return phrase_after(clause, 0)
