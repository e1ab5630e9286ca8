"""Noun phrases next to a reporting verb: who speaks."""

from __future__ import annotations

from typing import NamedTuple

from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.words import PEOPLE, Clause

_SKIPPED = GRAMMAR.auxiliaries | GRAMMAR.time_adverbs
_LONGEST = 22
"""Maximum words of a noun phrase; chosen by hand."""
_LONGEST_NAME = 5
"""Maximum words of a name after a description, "the energy regulator, Owen Sayle"; chosen by hand."""
_LONGEST_DESCRIPTION = 6
"""Maximum words of a description before a name, "team captain Orla Finch"; chosen by hand."""


class Phrase(NamedTuple):
    """Token indices: the whole phrase, its head (a name or noun), and its description, if any."""

    start: int
    end: int
    head: tuple[int, int]
    apposition: tuple[int, int] | None = None
    relative: int | None = None
    """The pronoun that represents it: "the mayor, who said …"."""


def skip_auxiliaries(clause: Clause, index: int) -> int:
    """Return the first token at or before `index` that may end a subject: no auxiliary, adverb, negation or time."""
    known = clause.skipped.get(index)
    if known is None:
        known = clause.skipped[index] = _skipped(clause, index)
    return known


def _skipped(clause: Clause, index: int) -> int:
    while index >= 0 and index not in clause.quoted:
        low = clause.low[index]
        if low not in GRAMMAR.days and (
            low in _SKIPPED
            or low.endswith("n't")
            or (low.endswith("ly") and len(low) > 4 and not clause.capital[index])
        ):
            index -= 1
            continue
        earlier = _before_time(clause, index)
        if earlier == index:
            break
        index = earlier
    return index


def _before_time(clause: Clause, index: int) -> int:
    """Return the token before "this week", "on Tuesday" or "in 2010" if that ends at `index`, else `index`."""
    low, before = clause.low[index], clause.at(index - 1)
    if low in GRAMMAR.time_nouns and (before in GRAMMAR.time_determiners or before in GRAMMAR.days):
        index -= 1
        low, before = before, clause.at(index - 1)
        if low in GRAMMAR.time_determiners and before != "on":
            return index - 1
    if low in GRAMMAR.days:
        return index - 2 if before in GRAMMAR.before_days else index - 1
    return index - 2 if before in ("in", "since") and len(low) == 4 and low.isdigit() else index


def phrase_before(clause: Clause, index: int) -> Phrase | None:
    """Return the subject that ends at or before `index`, if a verb follows."""
    end = skip_auxiliaries(clause, index)
    if end < 0 or end in clause.quoted:
        return None
    if clause.low[end] in GRAMMAR.relatives and end > 0:
        before = end - 1 if clause.low[end - 1] != "," else end - 2
        antecedent = _plain_before(clause, before) if before >= 0 else None
        return antecedent and antecedent._replace(relative=end)
    if clause.low[end] in (",", "—", "–", "-", "--", ")"):
        return _appositive_before(clause, end)
    return _plain_before(clause, end)


def _appositive_before(clause: Clause, comma: int) -> Phrase | None:
    """Return the phrase before the first comma of "Name, the chair of the council, said", with the apposition."""
    first = _apposition_start(clause, comma)
    head = None if first is None else _plain_before(clause, _before_brackets(clause, first - 1))
    if first is None or head is None:
        return None
    if _is_description(clause, head.end - 1) and _is_name(clause, first + 1, comma):
        return Phrase(head.start, comma, (first + 1, comma), _undetermined(clause, head.start, first))
    begin = first + 3 if clause.low[first + 1].isdigit() and clause.at(first + 2) == "," else first + 1
    return Phrase(head.start, comma + (clause.low[comma] == ")"), head.head, (begin, comma))


def _before_brackets(clause: Clause, at: int) -> int:
    """Return the token before "(D-N.Y.)" if that ends at `at`, else `at`."""
    if clause.at(at) != ")":
        return at
    opener = next((index for index in range(at, max(-1, at - 6), -1) if clause.low[index] == "("), at + 1)
    return opener - 1


def _apposition_start(clause: Clause, comma: int) -> int | None:
    """Return the mark before an apposition that ends at `comma`: the one before "who" if any, else the nearest."""
    opener = "(" if clause.low[comma] == ")" else clause.low[comma]
    nearest = None
    for first in range(comma - 1, max(0, comma - 2 * _LONGEST), -1):
        if (first in clause.quoted and opener == ",") or clause.low[first] in (";", ":"):
            break
        if clause.low[first] == opener:
            if opener != "," or clause.low[first + 1] in ("who", "whose"):
                return first
            nearest = nearest or first
    if nearest is not None and clause.low[nearest - 1].isdigit() and clause.at(nearest - 2) == ",":
        return nearest - 2  # "Orla Finch, 31, a pilot": the age belongs to her description.
    return nearest


def _is_description(clause: Clause, last: int) -> bool:
    """Whether a phrase with this end describes somebody: "the energy regulator"."""
    return not clause.capital[last] or clause.low[last] in PEOPLE.titles


def _is_name(clause: Clause, start: int, end: int) -> bool:
    """Whether the tokens are only a name."""
    return 0 < end - start <= _LONGEST_NAME and all(
        clause.capital[at] or clause.low[at] in GRAMMAR.name_particles or clause.low[at] == "."
        for at in range(start, end)
    )


def _undetermined(clause: Clause, start: int, end: int) -> tuple[int, int]:
    return (start + 1 if clause.low[start] in GRAMMAR.articles else start), end


def _plain_before(clause: Clause, end: int) -> Phrase | None:
    """Return the noun phrase whose last token is `end`."""
    if not clause.word[end] or end in clause.quoted:
        return None
    if clause.low[end] in PEOPLE.pronouns and not (
        clause.low[end] in ("i", "it") and clause.texts[end].islower() and clause.low[end] == "i"
    ):
        return Phrase(end, end + 1, (end, end + 1))
    if not may_speak(clause, end):
        return None
    start = _name_start(clause, end) if clause.capital[end] else end
    head = (start, end + 1)
    return Phrase(_extended(clause, start, end), end + 1, head)


def may_speak(clause: Clause, at: int) -> bool:
    """Whether the word at `at` can be the last one of a subject."""
    low = clause.low[at]
    if low in PEOPLE.described:
        return True
    if low in _NO_NOUNS:
        return low in GRAMMAR.standing_subjects
    if clause.capital[at]:
        return True
    return not low.isdigit() and not (len(low) > 4 and low.endswith(_ADJECTIVE_ENDINGS))


_NO_NOUNS = GRAMMAR.clause_breaks | GRAMMAR.determiners | GRAMMAR.links | GRAMMAR.prepositions
_ADJECTIVE_ENDINGS = tuple(GRAMMAR.adjective_endings)


def _name_start(clause: Clause, end: int) -> int:
    """Return where the run of capitalised words that ends at `end` begins; small particles of names belong to it."""
    start = end
    while start > 0 and start - 1 not in clause.quoted:
        before = start - 1
        if (
            clause.capital[before]
            and clause.low[before] not in GRAMMAR.clause_breaks
            and not _starts_only(clause, before)
        ):
            start = before
        elif clause.low[before] in GRAMMAR.name_particles and before > 0 and clause.capital[before - 1]:
            start = before - 1
        elif clause.low[before] in PEOPLE.honorifics:
            start = before
        else:
            break
    return start


def _starts_only(clause: Clause, index: int) -> bool:
    """Whether a word has a capital only because it begins the sentence."""
    return index == 0 and clause.low[index] in _CLOSED


_CLOSED = GRAMMAR.determiners | GRAMMAR.links | GRAMMAR.clause_breaks | GRAMMAR.auxiliaries


def _extended(clause: Clause, start: int, end: int) -> int:
    """Return where the noun phrase around the head at `start` begins, with adjectives, titles and governing phrases."""
    at = start
    while at > 0 and end - at < _LONGEST:
        before = at - 1
        low = clause.low[before]
        if (
            before in clause.quoted
            or not clause.word[before]
            or low in GRAMMAR.clause_breaks
            or (low in PEOPLE.pronouns and low not in GRAMMAR.determiners)
            or low in GRAMMAR.auxiliaries
            or low in GRAMMAR.speech
            or (low in GRAMMAR.prepositions and low not in GRAMMAR.links)
            or (low.endswith("ly") and len(low) > 4 and not clause.capital[before])
        ):
            break
        if low in GRAMMAR.determiners or low.endswith(("'s", "s'")):
            at = before
            if low in GRAMMAR.determiners and not _continues(clause, before):
                break
            continue
        if low in GRAMMAR.links and not _continues(clause, before + 1):
            break
        at = before
    return at


def _continues(clause: Clause, at: int) -> bool:
    """Whether a phrase that begins at `at` is the end of a longer one: "the head of the agency"."""
    return (
        at >= 2
        and clause.low[at - 1] in GRAMMAR.inner_links
        and clause.word[at - 2]
        and clause.low[at - 2] not in GRAMMAR.openers
        and not any(clause.low[at - 2] in words for words in (GRAMMAR.auxiliaries, GRAMMAR.clause_breaks))
    )


def phrase_after(clause: Clause, index: int) -> Phrase | None:
    """Return the subject that begins at `index`, after its verb: "said Orla Finch, who chairs the council"."""
    at = index
    size = len(clause)
    if at >= size or at in clause.quoted or not clause.word[at]:
        return None
    if clause.low[at] in PEOPLE.pronouns:
        return Phrase(at, at + 1, (at, at + 1))
    if clause.low[at] in GRAMMAR.days or not (
        clause.capital[at]
        or clause.low[at] in GRAMMAR.determiners
        or clause.low[at] in PEOPLE.described
        or clause.low[at] in PEOPLE.honorifics
        or _describes_name(clause, at)
    ):
        return None
    end = at
    while end < size and end - at < _LONGEST and end not in clause.quoted and not _ends_phrase(clause, at, end):
        end += 1
    if end == at:
        return None
    name = _name_after(clause, end) if _is_description(clause, end - 1) else None
    if name is not None:
        return Phrase(at, name[1], name, _undetermined(clause, at, end))
    return Phrase(at, end, _head_in(clause, at, end), _apposition_after(clause, end))


def _describes_name(clause: Clause, start: int) -> bool:
    """Whether the words from `start` only describe the name after them: "team captain Orla Finch"."""
    for at in range(start, min(start + _LONGEST_DESCRIPTION + 1, len(clause))):
        if at in clause.quoted or not clause.word[at]:
            return False
        if clause.capital[at]:
            return at > start and clause.low[at] not in GRAMMAR.days
        if clause.low[at] in _NO_DESCRIPTION and not (at > start and clause.low[at] in ("and", "of")):
            return False
    return False


def _name_after(clause: Clause, comma: int) -> tuple[int, int] | None:
    """Return the name after a description and a comma: "said the energy regulator, Owen Sayle"."""
    if clause.at(comma) != ",":
        return None
    end = comma + 1
    while end < len(clause) and clause.word[end] and end not in clause.quoted:
        end += 1
    return (comma + 1, end) if end - comma > 2 and _is_name(clause, comma + 1, end) else None


_NO_DESCRIPTION = _SKIPPED.union(
    _NO_NOUNS, GRAMMAR.time_nouns, GRAMMAR.time_determiners, GRAMMAR.phrase_ends, GRAMMAR.speech
)
_PHRASE_ENDS = GRAMMAR.days.union(GRAMMAR.phrase_ends, GRAMMAR.clause_breaks, GRAMMAR.auxiliaries, GRAMMAR.speech)


def _ends_phrase(clause: Clause, start: int, at: int) -> bool:
    """Whether the token at `at` is outside the phrase that begins at `start`."""
    low = clause.low[at]
    if not clause.word[at]:
        return not (low == "." and at > start and clause.low[at - 1] in PEOPLE.honorifics)
    if at == start:
        return False
    if low == "and":
        after = min(at + 1, len(clause) - 1)
        return not (clause.capital[after] or clause.low[after] in GRAMMAR.determiners or _describes_name(clause, after))
    if low in GRAMMAR.outer_links and clause.capital[at - 1]:
        return True
    if low.endswith("ed") and not clause.capital[at] and len(low) > 4 and at - start > 1:
        return True
    return low in _PHRASE_ENDS


def _head_in(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Return the name after an honorific in a phrase, or the last name, or else the phrase without its determiner."""
    for at in range(start + 1, end):
        if clause.low[at - 1 - (clause.low[at - 1] == ".")] in PEOPLE.honorifics and clause.capital[at]:
            stop = next((stop for stop in range(at, end) if not _is_name(clause, stop, stop + 1)), end)
            return at, stop if clause.capital[stop - 1] else stop - 1
    stop = end
    while stop > start and not clause.capital[stop - 1]:
        stop -= 1
    if stop > start:
        begin = stop - 1
        while begin > start and (
            clause.capital[begin - 1] or clause.low[begin - 1] in GRAMMAR.name_particles or clause.low[begin - 1] == "."
        ):
            begin -= 1
        if stop == end or (begin == start and clause.low[stop] in GRAMMAR.links):
            return begin, stop
        if begin == start:
            return end - 1, end
    return (start + 1, end) if clause.low[start] in GRAMMAR.determiners and end - start > 1 else (start, end)


def _apposition_after(clause: Clause, comma: int) -> tuple[int, int] | None:
    """Return what a comma after a name adds: up to the next comma or the end."""
    if clause.at(comma) != ",":
        return None
    if clause.at(comma + 1).isdigit() and clause.at(comma + 2) == ",":
        return _apposition_after(clause, comma + 2)
    end = comma + 1
    while end < len(clause) and end - comma < _LONGEST and end not in clause.quoted:
        if clause.low[end] in (",", ".", ";", ":", "—", "!", "?"):
            break
        end += 1
    first = clause.at(comma + 1)
    if end - comma < 3 or not (first in GRAMMAR.determiners or first in GRAMMAR.appositives or first in PEOPLE.titles):
        return None
    return comma + 1, end


def leading(clause: Clause, end: int) -> Phrase | None:
    """Return the subject at the beginning of the sentence, or after a circumstance and its comma: "In August, X …". It
    may come after `end` if the circumstance contains that: "After saying so, X …"."""
    at = after_circumstance(clause)
    while at < len(clause) and clause.low[at] in GRAMMAR.connectives:
        at += 1
    if at >= len(clause) or at in clause.quoted or (at >= end and at - end > 20):
        return None
    phrase = phrase_after(clause, at)
    if phrase is None and clause.word[at] and clause.low[at] not in GRAMMAR.prepositions:
        stop = next((index for index in range(at, min(at + 4, len(clause))) if clause.low[index].endswith("s")), None)
        phrase = None if stop is None else Phrase(at, stop + 1, (at, stop + 1))
    return phrase if phrase is None or not phrase.start <= end < phrase.end else None


def after_circumstance(clause: Clause) -> int:
    """Return the index after the comma of a circumstance at the beginning of the sentence; 0 if there is none."""
    first = clause.low[0]
    opens = first in GRAMMAR.prepositions or first in GRAMMAR.subordinators or first.endswith(("ing", "ed", "ly"))
    if not opens or (clause.capital[1:2] == [True] and first.endswith("ing") and not clause.is_headline):
        return 0
    for at in range(1, min(len(clause), 40)):
        if clause.low[at] == "," and at not in clause.quoted:
            return at + 1
    return 0
