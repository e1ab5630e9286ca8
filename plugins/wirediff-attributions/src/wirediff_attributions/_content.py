"""What is said: the stretches of a sentence before and behind a cue and its source."""

from __future__ import annotations

from wirediff_attributions._cues import Cue, table
from wirediff_attributions._grammar import GRAMMAR
from wirediff_attributions._phrases import Phrase, phrase_after
from wirediff_attributions._words import Clause


def contents(
    clause: Clause, cue_and_source: tuple[int, int], source: Phrase, cue: Cue, low: int, *, inverted: bool
) -> tuple[tuple[int, int], ...]:
    """The stretches of content before and behind the cue and its source."""
    first, stop = cue_and_source
    begin = first if inverted else min(source.start, first)
    before = _before(clause, low, begin, inverted=inverted)
    after = _after(clause, stop, cue)
    if before and after:
        # Only a quotation goes on behind its source; else "On Tuesday, X said CONTENT".
        if clause.is_quoted(before[1] - 1) or inverted:
            after = after if clause.is_quoted(after[0]) else None
        else:
            before = None
    return tuple(each for each in (before, after) if each)


def _before(clause: Clause, low: int, end: int, *, inverted: bool) -> tuple[int, int] | None:
    """What stands before "X said": up to the comma or mark that closes it."""
    if end <= low:
        return None
    last = clause.at(end - 1)
    if not (inverted or last in (",", "—", "–", "?", "!", '"', "'") or clause.is_quoted(end - 1)):
        return None
    content = trimmed(clause, low, end)
    if content is None:
        return None
    start, stop = content
    quoted = any(clause.is_quoted(index) for index in range(start, stop))
    if not quoted and (
        stop - start < 4
        or clause.low[start]
        in GRAMMAR.subordinators | {"in", "on", "at", "but", "and", "speaking", "during", "by", "for", "with", "asked"}
    ):
        return None
    return content


def _after(clause: Clause, at: int, cue: Cue) -> tuple[int, int] | None:
    """What stands behind the verb, if it is a statement and no circumstance."""
    begin = _content_start(clause, at, cue)
    if begin is None:
        return None
    first = clause.at(begin)
    marked = (
        clause.is_quoted(begin)
        or first in GRAMMAR.complements
        or (
            first == "to"
            and (cue.attitude or cue.hearer or cue.stance in ("promising", "directive", "denying", "conceding"))
        )
    )
    clausal = (
        marked
        or first in GRAMMAR.clause_beginnings
        or first in GRAMMAR.determiners
        or (clause.capital[begin] if begin < len(clause) else False)
    )
    if cue.weak and not (marked or (clausal and _quotes_follow(clause, begin))):
        return None
    if not (clausal or cue.transitive or cue.attitude or not cue.weak):
        return None
    end = clause_end(clause, begin)
    content = trimmed(clause, begin, end)
    return content if content and (content[1] - content[0] > 1 or marked) else None


def _quotes_follow(clause: Clause, begin: int) -> bool:
    return any(clause.is_quoted(index) for index in range(begin, min(begin + 12, len(clause))))


def _content_start(clause: Clause, at: int, cue: Cue) -> int | None:
    """Behind the verb, past adverbs, days, places and the hearer."""
    begin = at
    limit = len(clause)
    while begin < limit and not clause.is_quoted(begin):
        low = clause.low[begin]
        if (
            low in (",", ":", ";")
            or (low.endswith("ly") and len(low) > 4)
            or low in GRAMMAR.days
            or low in ("also", "later", "then", "again", "repeatedly")
        ):
            begin += 1
        elif low in (
            "in",
            "on",
            "at",
            "during",
            "to",
            "after",
            "before",
            "of",
            "for",
            "when",
            "as",
            "via",
            "with",
            "from",
            "about",
        ) and not (low in ("to", "for", "of", "about") and (cue.attitude or cue.hearer or cue.transitive)):
            stop = _circumstance(clause, begin)
            if stop is None:
                return None
            begin = stop
        else:
            break
    if cue.hearer and begin < limit and not clause.is_quoted(begin) and clause.low[begin] not in GRAMMAR.complements:
        begin = _past_hearer(clause, begin)
    return begin if begin < limit and clause.low[begin] not in (".", "!", "?") else None


def _circumstance(clause: Clause, at: int) -> int | None:
    """Where "in a statement on Tuesday" ends: at a comma, colon, "that" or quotation mark; None at the full stop."""
    for index in range(at + 1, min(at + 22, len(clause))):
        if clause.is_quoted(index) or clause.low[index] in ("that", "whether", "how"):
            return index
        if clause.low[index] in (",", ":"):
            # ", and officials warned …" is another statement.
            return None if clause.at(index + 1) in GRAMMAR.clause_breaks | {"and", "or", "according"} else index + 1
        if clause.low[index] in (".", ";"):
            return None
    return None


def _past_hearer(clause: Clause, at: int) -> int:
    """Behind the hearer of "told reporters in Brussels that …": at what marks the statement, else behind the hearer."""
    if clause.low[at] in ("them", "him", "her", "me", "us", "you", "people", "reporters", "supporters", "voters"):
        behind = at + 1
        if clause.at(behind) not in ("in", "on", "at", "during", "after", "before", "about", "who"):
            return behind + (clause.at(behind) in (",", ":"))
    for index in range(at, min(at + 16, len(clause))):
        if clause.is_quoted(index) or clause.low[index] in ("that", "how", "whether", "why", "what"):
            return index
        if clause.low[index] in (",", ":"):
            return index + 1
        if clause.low[index] == "to" and index > at:
            return index
    phrase = phrase_after(clause, at)
    return phrase.end if phrase and phrase.end - at < 5 else min(at + 1, len(clause))


def clause_end(clause: Clause, begin: int) -> int:
    """Where a statement that begins at `begin` ends: before the next one's source, else with the sentence."""
    for at in range(begin + 1, len(clause) - 1):
        if clause.is_quoted(at):
            if _ends_statement(clause, at) and not (
                clause.at(at + 1) in (",", "—", "and") and clause.is_quoted(at + 2)
            ):
                return at + 1
            continue
        if clause.low[at] not in (",", ";", "—"):
            continue
        behind = at + 1
        if clause.low[behind] in ("and", "but", "while", "according"):
            if clause.low[behind] == "according" or _cue_follows(clause, behind + 1, 8):
                return at
        elif _goes_on(clause, behind) or (clause.is_quoted(at - 1) and _cue_follows(clause, behind, 4)):
            return at
    return len(clause)


def _ends_statement(clause: Clause, at: int) -> bool:
    """Whether the quoted token at `at` is the mark that ends a quotation with its own comma or full stop."""
    last = clause.quoted[at] != clause.quoted[at + 1]
    return last and clause.low[at] in ('"', "'") and clause.at(at - 1) in (",", ".", "!", "?", "...")


def _goes_on(clause: Clause, at: int) -> bool:
    """Whether a participle with a statement of its own follows: ", adding that …"."""
    if not clause.low[at].endswith("ing"):
        return False
    marked = clause.at(at + 1) in GRAMMAR.complements or clause.is_quoted(at + 1)
    return any(form == "gerund" and (marked or not cue.weak) for form, cue in table().by_form.get(clause.low[at], ()))


def _cue_follows(clause: Clause, at: int, within: int) -> bool:
    """Whether a strong cue comes within so many words, none of them quoted."""
    for index in range(at, min(at + within, len(clause))):
        if clause.is_quoted(index) or not clause.word[index]:
            return False
        if any(
            not cue.weak and not cue.attitude
            for form, cue in table().by_form.get(clause.low[index], ())
            if form != "base"
        ):
            return True
    return False


def trimmed(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without punctuation at its edges; quotation marks stay."""
    while start < end and not clause.word[start] and not clause.is_quoted(start):
        start += 1
    while end > start and not clause.word[end - 1] and not clause.is_quoted(end - 1):
        end -= 1
    return (start, end) if end > start else None
