"""Attributed statements of an article: cues first, then who speaks on one side of them and what is said on the other.

Rules over words, after the observation of Krestel, Bergler & Witte, "Minding the Source: Automatic Tagging of Reported
Speech in Newspaper Articles" (LREC 2008), that a list of verbs and six orders of source, cue and content cover English
news. A statement inside another one's content is not looked for, as in PolNeAR.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from wirediff.model import Block, Sentence, Span
from wirediff_attributions._cues import UNKNOWN, Cue, Form, table
from wirediff_attributions._model import Statement, StatementKind
from wirediff_attributions._phrases import DETERMINERS, Phrase, phrase_after, phrase_before, skip_auxiliaries
from wirediff_attributions._quotations import Quotation
from wirediff_attributions._speakers import Speakers
from wirediff_attributions._words import Clause, people

SKIPPED = frozenset(("widget", "credit", "byline", "date"))
"""Kinds of blocks in which nobody speaks."""
_COMPLEMENTS = frozenset("that how whether if why what who where when".split())
_CLAUSE_BEGINS = frozenset("he she it they we i you there this these those his her their its".split())
_BE = frozenset("is are was were be been being 's 're".split())
_MODALS = frozenset("would will could can may might must should shall did do does not to n't let help".split())
_SUBORDINATE = frozenset("as when while after before although though if since because until once unless".split())
_VAGUE = frozenset("tuesday wednesday thursday friday saturday sunday monday yesterday today".split())
_NOUN_AFTER = frozenset("of by".split())
_STATEMENT_NOUNS = frozenset(
    "accusation accusations admission allegation allegations argument assertion assertions assessment belief claim claims "
    "comment comments conclusion conviction demand denial fear fears hope hopes idea insistence notion opinion pledge "
    "prediction promise promises remark remarks statement suggestion view vow warning warnings".split()
)
LONGEST_TAG = 14
"""Tokens of a sentence that only says who speaks."""
FEW_WORDS = 2
"""Fewer quoted words, without a cue near them, are a term set off, not a statement."""


class Found(NamedTuple):
    """A statement as token indices of its sentence; `order` is where the cue stands."""

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
        if clause.is_quoted(at):
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


# ── patterns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


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
    stop = source.apposition[1] if source.apposition else source.end
    before = _trimmed(clause, low, at)
    if before and before[1] - before[0] > 2:
        return Found((at, at + 2), None, source, (before,))
    after = _trimmed(clause, stop, _clause_end(clause, stop))
    return Found((at, at + 2), None, source, (after,)) if after else None


def _noun(clause: Clause, at: int) -> Found | None:
    """ "X's claim that CONTENT"."""
    if clause.low[at] not in _STATEMENT_NOUNS or clause.at(at + 1) != "that" or at == 0:
        return None
    owner = clause.low[at - 1]
    start = at - 1
    if owner not in ("his", "her", "their", "its") and not owner.endswith(("'s", "s'")):
        return None
    while start > 0 and clause.capital[start - 1] and clause.capital[start]:
        start -= 1
    content = _trimmed(clause, at + 1, _clause_end(clause, at + 1))
    return Found((at, at + 1), None, Phrase(start, at, (start, at)), (content,)) if content else None


def _colon(clause: Clause) -> Found | None:
    """ "X was blunt: “CONTENT”": the subject of the sentence speaks."""
    for at in range(1, len(clause) - 1):
        if clause.low[at] == ":" and not clause.is_quoted(at) and clause.is_quoted(at + 1):
            source = _subject(clause, at)
            content = _trimmed(clause, at + 1, len(clause))
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
    entry = _entry(clause, at)
    if entry is None:
        return None
    form, cue, end = entry
    inverted = _inverted(clause, at, end, cue)
    source = inverted or _source_before(clause, at, form, earlier)
    if source is None:
        return None
    first = at if inverted else min(at, max(source.end, skip_auxiliaries(clause, at - 1) + 1))
    stop = (source.apposition[1] if source.apposition else source.end) if inverted else end
    content = _contents(clause, (first, stop), source, cue, low, inverted=inverted is not None)
    return Found((first if not inverted else at, end), cue, source, content) if content else None


def _entry(clause: Clause, at: int) -> tuple[Form, Cue, int] | None:
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
        before in DETERMINERS
        or before.endswith(("'s", "s'"))
        or (behind in _NOUN_AFTER and form != "past" and not cue.attitude)
    ):
        return False
    if form == "gerund":
        return before in (",", "by", "in", "and", "while", "before", "after", "without", "—") or before in _BE
    if form == "base":
        return (
            before in _MODALS or before in ("i", "we", "you", "they", "who", "also", "and") or _plural(clause, at - 1)
        )
    if form in ("past", "participle") and clause.at(_before_adverbs(clause, at - 1)) in _BE:
        return False
    if form == "third":
        return (not _plural(clause, at - 1) or before in people().pronouns) and not _is_number(before)
    return before not in ("to",)


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
    if clause.low[at] not in _SPEECH and not clause.is_quoted(at - 1):
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


_SPEECH = frozenset(
    "said says added adds asked asks wrote writes replied replies explained explains recalled recalls noted notes argued "
    "argues continued concluded announced tweeted warned insisted declared remarked observed".split()
)


def _source_before(clause: Clause, at: int, form: Form, earlier: Sequence[Found]) -> Phrase | None:
    """The subject before the verb; of a gerund or a second verb the one of the statement or sentence before."""
    before = clause.at(skip_auxiliaries(clause, at - 1)) if at else ""
    if form == "gerund" and clause.at(at - 1) not in _BE:
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
        if clause.capital[at] and (at > 0 or clause.capital[1:2] == [True] or clause.low[0] not in DETERMINERS):
            return phrase_after(clause, at)
    return phrase_after(clause, 0)


# ── content ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _contents(
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
    content = _trimmed(clause, low, end)
    if content is None:
        return None
    start, stop = content
    quoted = any(clause.is_quoted(index) for index in range(start, stop))
    if not quoted and (
        stop - start < 4
        or clause.low[start]
        in _SUBORDINATE | {"in", "on", "at", "but", "and", "speaking", "during", "by", "for", "with", "asked"}
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
        or first in _COMPLEMENTS
        or (
            first == "to"
            and (cue.attitude or cue.hearer or cue.stance in ("promising", "directive", "denying", "conceding"))
        )
    )
    clausal = (
        marked
        or first in _CLAUSE_BEGINS
        or first in DETERMINERS
        or (clause.capital[begin] if begin < len(clause) else False)
    )
    if cue.weak and not (marked or (clausal and _quotes_follow(clause, begin))):
        return None
    if not (clausal or cue.transitive or cue.attitude or not cue.weak):
        return None
    end = _clause_end(clause, begin)
    content = _trimmed(clause, begin, end)
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
            or low in _VAGUE
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
    if cue.hearer and begin < limit and not clause.is_quoted(begin) and clause.low[begin] not in _COMPLEMENTS:
        begin = _past_hearer(clause, begin)
    return begin if begin < limit and clause.low[begin] not in (".", "!", "?") else None


def _circumstance(clause: Clause, at: int) -> int | None:
    """Where "in a statement on Tuesday" ends: at a comma, colon, "that" or quotation mark; None at the sentence's end."""
    for index in range(at + 1, min(at + 22, len(clause))):
        if clause.is_quoted(index) or clause.low[index] in ("that", "whether", "how"):
            return index
        if clause.low[index] in (",", ":"):
            return index + 1
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


def _clause_end(clause: Clause, begin: int) -> int:
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
            if clause.low[behind] == "according" or _cue_follows(clause, behind + 1, 4):
                return at
        elif clause.low[behind].endswith("ing") and _cue_follows(clause, behind, 1):
            return at
        elif clause.is_quoted(at - 1) and _cue_follows(clause, behind, 4):
            return at
    return len(clause)


def _ends_statement(clause: Clause, at: int) -> bool:
    """Whether the quoted token at `at` is the mark that ends a quotation with its own comma or full stop."""
    last = clause.quoted[at] != clause.quoted[at + 1]
    return last and clause.low[at] in ('"', "'") and clause.at(at - 1) in (",", ".", "!", "?", "...")


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


def _trimmed(clause: Clause, start: int, end: int) -> tuple[int, int] | None:
    """The stretch without punctuation at its edges; quotation marks stay."""
    while start < end and not clause.word[start] and not clause.is_quoted(start):
        start += 1
    while end > start and not clause.word[end - 1] and not clause.is_quoted(end - 1):
        end -= 1
    return (start, end) if end > start else None


# ── articles ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def statements(
    blocks: Sequence[Block], sentences: Mapping[str, Sequence[Sentence]], quotes: Mapping[str, Sequence[Quotation]]
) -> list[Statement]:
    """All attributed statements of an article, in order."""
    speakers = Speakers()
    found: list[Statement] = []
    for block in blocks:
        if block.kind in SKIPPED:
            continue
        found += _in_block(block, sentences.get(block.id, ()), quotes.get(block.id, ()), speakers)
    return found


def _in_block(
    block: Block, sentences: Sequence[Sentence], quotes: Sequence[Quotation], speakers: Speakers
) -> Iterator[Statement]:
    own: list[Statement] = []
    for sentence in sentences:
        clause = Clause(block, sentence, quotes)
        found = [_statement(clause, one, speakers) for one in in_sentence(clause)]
        own += found or _tag(clause, own, speakers)
        speakers.mention(clause)
    claimed = [span for each in own for span in each.content]
    yield from _with_floating(block, own, claimed, quotes, speakers)


def _tag(clause: Clause, earlier: Sequence[Statement], speakers: Speakers) -> list[Statement]:
    """ "“CONTENT.” X said." and "X said:" before a paragraph of its own: a source and a cue without content."""
    if len(clause) > LONGEST_TAG or any(mark >= 0 for mark in clause.quoted):
        return []
    for at in range(len(clause)):
        entry = _entry(clause, at)
        source = entry and (phrase_before(clause, at - 1) if at else phrase_after(clause, entry[2]))
        if entry and source:
            identity = speakers.identify(clause, source)
            whole = clause.span(source.start, source.end)
            speakers.spans = (whole,)
            quote = _quotation_before(clause, earlier)
            if quote is None:
                return []
            return [
                Statement("direct", (quote,), (whole,), (clause.span(at, entry[2]),), identity.title, identity.name)
            ]
    return []


def _quotation_before(clause: Clause, earlier: Sequence[Statement]) -> Span | None:
    """The quotation that ends right before the sentence, unless a statement has it."""
    start = clause.starts[0]
    for quote in clause.quotations:
        if quote.outer.end <= start and not clause.block.text[quote.outer.end : start].strip():
            if not any(_touch(quote.outer, span) for each in earlier for span in each.content):
                return quote.outer
    return None


def _with_floating(
    block: Block, own: list[Statement], claimed: Sequence[Span], quotes: Sequence[Quotation], speakers: Speakers
) -> Iterator[Statement]:
    """The block's statements, quotations that no cue claims among them: they go on, or float."""
    floating = [quote for quote in quotes if not any(_touch(quote.outer, span) for span in claimed)]
    result = list(own)
    for quote in floating:
        words = len(quote.inner.text.split())
        whole = _is_whole(block, quote)
        if words < FEW_WORDS and not whole:
            continue
        nearest = _last_before(result, quote.outer)
        if (
            whole
            and nearest is not None
            and nearest.kind in ("direct", "mixed")
            and nearest.content[-1].start < quote.outer.start
        ):
            result[result.index(nearest)] = replace(nearest, content=(*nearest.content, quote.outer))
            continue
        name = nearest.name if nearest else speakers.last_name
        speaker = nearest.speaker if nearest else speakers.spans
        kind: StatementKind = "direct" if whole or quote.inner.text[-1:] in tuple(".,?!…") else "mixed"
        if kind == "mixed" and _is_title(quote.inner.text):
            continue
        result.append(Statement(kind, (quote.outer,), speaker, (), (), name))
    result.sort(key=lambda each: each.content[0].start)
    yield from result


def _touch(one: Span, other: Span) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end


def _is_whole(block: Block, quote: Quotation) -> bool:
    """Whether the quotation is a paragraph, or a sentence, by itself."""
    before = block.text[: quote.outer.start].rstrip()
    ends = quote.inner.text.rstrip()[-1:] in tuple(".?!…") or not quote.closed
    return ends and (not before or before[-1:] in tuple('.?!:”"’»“'))


def _is_title(text: str) -> bool:
    """Whether all longer words have capitals, as in titles of works."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and all(word[:1].isupper() for word in words)


def _last_before(found: Sequence[Statement], span: Span) -> Statement | None:
    earlier = [each for each in found if each.content[0].block == span.block]
    return max(earlier, key=lambda each: (each.content[0].start <= span.start, each.content[0].start), default=None)


def _statement(clause: Clause, found: Found, speakers: Speakers) -> Statement:
    content = _joined([_whole_quotations(clause, start, end) for start, end in found.content])
    source = found.source
    identity = speakers.identify(clause, source) if source else None
    whole = () if source is None else (clause.span(source.start, source.end),)
    speakers.spans = whole or speakers.spans
    return Statement(
        _kind(clause, found),
        content,
        whole,
        (clause.span(*found.cue),),
        () if identity is None else identity.title,
        identity.name if identity else None,
    )


def _whole_quotations(clause: Clause, start: int, end: int) -> Span:
    """The content from `start` to `end` with all of the quotations at its edges, also where these span sentences."""
    low, high = clause.starts[start], clause.ends[end - 1]
    first, last = clause.quoted[start], clause.quoted[end - 1]
    if first >= 0:
        low = min(low, clause.quotations[first].outer.start)
    if last >= 0:
        high = max(high, clause.quotations[last].outer.end)
    return clause.block.span(low, high)


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same stretches, none within another."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _kind(clause: Clause, found: Found) -> StatementKind:
    marks = [clause.is_quoted(index) for start, end in found.content for index in range(start, end)]
    words = [
        clause.is_quoted(index) for start, end in found.content for index in range(start, end) if clause.word[index]
    ]
    if words and all(words):
        return "direct"
    if any(marks):
        return "mixed"
    return "attitude" if found.entry is not None and found.entry.attitude else "indirect"


__all__ = ["UNKNOWN", "in_sentence", "statements"]
