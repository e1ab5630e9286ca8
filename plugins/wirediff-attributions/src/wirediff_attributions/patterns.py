"""The statements of one sentence: cues first, then the speaker on one side of each and the content on the other.

Rules over words, after the observation of Krestel, Bergler & Witte, "Minding the Source: Automatic Tagging of Reported
Speech in Newspaper Articles" (LREC 2008), that a list of verbs and six orders of source, cue and content cover English
news. As in PolNeAR, the content of a statement is not searched for others.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress

from wirediff_attributions.content import clause_end, contents, trimmed
from wirediff_attributions.cues import TABLE, Cue, Form
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.nominal import adjective, noun, passive
from wirediff_attributions.phrases import Phrase, leading, phrase_after, phrase_before, skip_auxiliaries
from wirediff_attributions.token_statement import TokenStatement
from wirediff_attributions.verbs import entry_at
from wirediff_attributions.words import PEOPLE, Clause


def in_sentence(clause: Clause) -> list[TokenStatement]:
    """Return the statements of one sentence whose cue is in it, in order."""
    beginnings = _standing(clause, 0, len(clause), _BEGINNINGS)
    last = _trailing(clause, beginnings)
    if last is not None:
        return [last, *_sequel(clause, last, beginnings)]
    return _among(clause, 0, beginnings) or [one for one in [_colon(clause)] if one]


def _sequel(clause: Clause, last: TokenStatement, beginnings: Sequence[int]) -> list[TokenStatement]:
    """Return what the same person adds: "“…,” X said, adding that …"."""
    reach = max(last.cue[1], last.source.end if last.source else 0)
    gerunds = (at for at in beginnings if at > reach and clause.low[at].endswith("ing") and clause.low[at - 1] == ",")
    found = (_verb(clause, at, at, [last]) for at in gerunds)
    return [one for one in found if one is not None][:1]


def nested(clause: Clause, found: Sequence[TokenStatement]) -> list[TokenStatement]:
    """Return the statements within the content of those found."""
    inner = (
        one
        for each in found
        for start, end in each.content
        for one in _among(clause, start, _standing(clause, start, end, _STRONG))
    )
    return [one for one in inner if one.entry is not None and not one.entry.weak and not one.attitude]


def _standing(clause: Clause, start: int, end: int, words: frozenset[str]) -> list[int]:
    """Return the tokens from `start` up to `end` that are one of these words."""
    return list(compress(range(start, end), map(words.__contains__, clause.low[start:end])))


def _among(clause: Clause, low: int, beginnings: Sequence[int]) -> list[TokenStatement]:
    """Return the statements whose cues are among the tokens `beginnings`, and that begin at `low` or later."""
    found: list[TokenStatement] = []
    at = low
    for index in beginnings:
        if index < at or index in clause.quoted:
            continue
        one = _at(clause, index, low, found)
        if one is None:
            continue
        found.append(one)
        reach = max([one.cue[1], *(end for _, end in one.content), one.source.end if one.source else 0])
        low = reach if reach > index else index + 1
        at = max(low, index + 1)
    return found


def _at(clause: Clause, at: int, low: int, earlier: Sequence[TokenStatement]) -> TokenStatement | None:
    return (
        _according(clause, at, low)
        or _verb(clause, at, low, earlier)
        or passive(clause, at, low)
        or noun(clause, at)
        or adjective(clause, at)
    )


_BEGINNINGS = frozenset(("according", *TABLE.by_form, *GRAMMAR.statement_nouns, *GRAMMAR.attitude_adjectives))
"""The words at which a pattern can begin."""
_STRONG = frozenset(
    form for form, cues in TABLE.by_form.items() if any(not cue.weak and not cue.attitude for _, cue in cues)
)
"""Forms of verbs that hardly ever do anything except report."""
_TAIL_CUES = frozenset(("according", *GRAMMAR.speech, *_STRONG))
"""Words that make the end of a sentence a source."""


def _trailing(clause: Clause, beginnings: Sequence[int]) -> TokenStatement | None:
    """Return the statement of "CONTENT, X said on Tuesday.": a source at the end of a sentence governs all of it, even
    other statements."""
    stop = len(clause)
    first, quoted = max(0, stop - _LONGEST_TAIL), next(reversed(clause.quoted), -1)
    cues = [at for at in beginnings if at > first and at > quoted and clause.low[at] in _TAIL_CUES]
    if not cues:
        return None
    for at in range(cues[-1] - 1, max(first, quoted - 1), -1):
        if clause.low[at] != "," and at != quoted:
            continue
        if clause.low[at + 1] == "according":
            return _according(clause, at + 1, 0)
        tail = (cue for cue in cues if at < cue < min(at + 12, stop))
        found = next((one for cue in tail if (one := _verb_in_tail(clause, cue))), None)
        if found is not None:
            return found
        stop = at
    return None


_LONGEST_TAIL = 26
"""Maximum words after the comma of "…, X said on Tuesday after a meeting in Brussels"; chosen by hand."""


def _verb_in_tail(clause: Clause, at: int) -> TokenStatement | None:
    """Return the statement of a cue if everything before it is its content, and none of it is after it."""
    one = _verb(clause, at, 0, ())
    if one is None or one.entry is None or (one.entry.weak and clause.low[at] not in GRAMMAR.speech):
        return None
    whole = trimmed(clause, 0, len(clause))
    last = max(one.cue[1], one.source.end if one.source else 0)
    goes_on = any(
        clause.low[index] == "," and clause.at(index + 1) in ("and", "but") for index in range(last, len(clause))
    )
    if _is_introduced(clause, one.content[0][1] - 1):
        return None
    alone = len(one.content) == 1 and one.content[0][1] <= one.cue[0]
    return one if alone and whole and one.content[0][0] == whole[0] and not goes_on else None


def _is_introduced(clause: Clause, last: int) -> bool:
    """Whether the quotation that ends at `last` is separate from the words before it, perhaps another statement."""
    start = last
    while start >= 0 and start in clause.quoted:
        start -= 1
    if start < 0 or start == last:
        return False
    spoken = any(at in clause.quoted or clause.low[at] in GRAMMAR.speech for at in range(start))
    return spoken or not clause.word[start] or clause.low[start] in TABLE.by_form


def _according(clause: Clause, at: int, low: int) -> TokenStatement | None:
    """Return the statement of "According to X, CONTENT" or "CONTENT, according to X"."""
    if clause.low[at] != "according" or clause.at(at + 1) != "to":
        return None
    source = phrase_after(clause, at + 2)
    if source is not None and source.apposition and not _set_off(clause, source.apposition):
        source = source._replace(apposition=None)
    if source is None:
        end = at + 2
        while end < len(clause) and clause.word[end] and end - at < 14:
            end += 1
        if end == at + 2:
            return None
        source = Phrase(at + 2, end, (at + 2, end))
    if at == 0 and source.apposition is None:
        source = source._replace(end=_up_to_comma(clause, source.end))
    stop = source.apposition[1] if source.apposition and clause.at(source.apposition[1]) == "," else source.end
    before = trimmed(clause, low, at)
    if before and before[1] - before[0] > 2:
        return TokenStatement((at, at + 2), None, source, (before,))
    after = trimmed(clause, stop, clause_end(clause, stop))
    return TokenStatement((at, at + 2), None, source, (after,)) if after else None


def _up_to_comma(clause: Clause, end: int) -> int:
    """Return where the source at the beginning of a sentence ends: "According to a report by the council, …"."""
    near = range(end, min(end + _LONGEST_APPOSITION, len(clause)))
    comma = next((at for at in near if not clause.word[at]), end)
    return comma if clause.at(comma) == "," else end


def _set_off(clause: Clause, apposition: tuple[int, int]) -> bool:
    """Whether an apposition ends with a comma soon: otherwise "According to X, the …" begins what X says."""
    return clause.at(apposition[1]) == "," and apposition[1] - apposition[0] < _LONGEST_APPOSITION


_LONGEST_APPOSITION = 8
"""Maximum words of "according to X, the council's chief, …": after more of them CONTENT has begun. Chosen by hand."""


def _colon(clause: Clause) -> TokenStatement | None:
    """Return the statement of "X was blunt: “CONTENT”", where the subject of the sentence speaks."""
    if ":" not in clause.low:
        return None
    for at in range(1, len(clause) - 1):
        if clause.low[at] == ":" and at not in clause.quoted and at + 1 in clause.quoted:
            source = _subject(clause, at)
            content = trimmed(clause, at + 1, len(clause))
            if source is not None and content is not None:
                return TokenStatement((at, at + 1), None, source, (content,))
    return None


_PERSONAL = PEOPLE.pronouns - {"it", "who", "some", "one", "most", "many"}


def _subject(clause: Clause, end: int) -> Phrase | None:
    """Return the first name or pronoun of the sentence before `end`."""
    for at in range(end):
        if clause.low[at] in _PERSONAL:
            return Phrase(at, at + 1, (at, at + 1))
        if clause.capital[at] and (at > 0 or clause.capital[min(at + 1, len(clause) - 1)]):
            stop = at
            while stop < end and clause.capital[stop]:
                stop += 1
            return Phrase(at, stop, (at, stop))
    return None


def _verb(clause: Clause, at: int, low: int, earlier: Sequence[TokenStatement]) -> TokenStatement | None:
    """Return the statement of a reporting verb at `at`: its source on one side, its content on the other or on both."""
    entry = entry_at(clause, at)
    if entry is None:
        return None
    form, cue, end = entry
    inverted = _inverted(clause, at, end, cue)
    source = inverted or _source_before(clause, at, form, earlier)
    if source is None or (inverted is None and _is_noun(clause, at, source)):
        return None
    first = at if inverted else min(at, max(source.end, skip_auxiliaries(clause, at - 1) + 1))
    while first < at and (clause.low[first] in GRAMMAR.days or clause.at(first + 1) in GRAMMAR.days):
        first += 1  # In "The Herald on Saturday wrote that …" the subject is before "on Saturday".
    stop = (source.apposition[1] if source.apposition else source.end) if inverted else end
    content = contents(clause, (first, stop), source, cue, low, inverted=inverted is not None)
    place = (at if inverted else first, end)
    return TokenStatement(place, cue, source, content, cue.attitude, clause.at(at - 1) != "to") if content else None


def _is_noun(clause: Clause, at: int, subject: Phrase) -> bool:
    """Whether a word that may be a noun ends a phrase with a preposition: "given U.S. demands that"."""
    before = clause.at(subject.start - 1)
    return clause.low[at] in GRAMMAR.statement_nouns and subject.end == at and before in GRAMMAR.prepositions


def _inverted(clause: Clause, at: int, end: int, cue: Cue) -> Phrase | None:
    """Return the source after the verb, if content comes before it: "…," said X."""
    if cue.attitude or cue.particle:
        return None
    before = clause.at(at - 1)
    ends_content = before in (",", "?", "!", "—", '"', "'") or at - 1 in clause.quoted
    if not ends_content or at == 0:
        return None
    if clause.low[at] not in GRAMMAR.speech and at - 1 not in clause.quoted:
        return None
    if clause.at(end) in ("that", ":"):
        return None
    phrase = phrase_after(clause, end)
    if phrase is None or at - 1 in clause.quoted:
        return phrase
    # Without a quotation before it: a name or an office before a mark, "…, said X.", not "X, a Y, said the …".
    head = clause.low[phrase.head[1] - 1]
    named = clause.capital[phrase.head[0]] or head in PEOPLE.titles or head in PEOPLE.bodies
    return phrase if named and (phrase.end >= len(clause) or not clause.word[phrase.end]) else None


def _source_before(clause: Clause, at: int, form: Form, earlier: Sequence[TokenStatement]) -> Phrase | None:
    """Return the subject before the verb; of a gerund or a second verb the one of the statement or sentence before."""
    before = clause.at(skip_auxiliaries(clause, at - 1)) if at else ""
    if before == "to":
        return leading(clause, at)
    if form == "gerund" and clause.at(at - 1) not in GRAMMAR.forms_of_be:
        if clause.at(at - 1) == "as" and clause.at(at - 2) == "quoted":
            return phrase_before(clause, at - 3)
        return earlier[-1].source if earlier else leading(clause, at)
    if before in ("and", "but", ",") and earlier and before != ",":
        return earlier[-1].source
    if before in ("and", "but"):
        return leading(clause, at)
    subject = phrase_before(clause, at - 1)
    if subject is not None or clause.low[at] not in GRAMMAR.surely_verbs:
        return subject
    end = skip_auxiliaries(clause, at - 1)
    is_word = end >= 0 and clause.word[end] and end not in clause.quoted
    return Phrase(max(0, end - 1), end + 1, (end, end + 1)) if is_word else None
