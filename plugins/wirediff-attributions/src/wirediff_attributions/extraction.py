"""The attributed statements of an article, sentence by sentence, and the quotations that continue one or float."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from wirediff.model import Block, Sentence, Span
from wirediff_attributions.floating import by_proximity, touch, with_floating
from wirediff_attributions.model import Statement, StatementKind
from wirediff_attributions.patterns import in_sentence, nested
from wirediff_attributions.phrases import Phrase, phrase_after, phrase_before
from wirediff_attributions.quotations import Quotation
from wirediff_attributions.speakers import Speakers, places
from wirediff_attributions.token_statement import TokenStatement
from wirediff_attributions.verbs import entry_at
from wirediff_attributions.words import Clause, clauses_of

SKIPPED = frozenset(("widget", "credit", "byline", "date"))
"""Kinds of blocks in which nobody speaks."""
FEWEST_TURNS = 3
"""Minimum paragraphs with a name in capitals before them that make a transcript; fewer are datelines and labels, "NEW
DELHI: …". Chosen by hand on the fixtures."""
LONGEST_TAG = 14
"""Maximum tokens of a sentence that only says who speaks; chosen by hand on the fixtures."""


def statements(
    blocks: Sequence[Block],
    sentences: Mapping[str, Sequence[Sentence]],
    quotes: Mapping[str, Sequence[Quotation]],
    *,
    english: bool = True,
) -> list[Statement]:
    """Return all attributed statements of an article in order, nested ones after those that contain them.

    If the article is not in English (`english`), return its quotations, each with the name next to it in its sentence.
    """
    if not english:
        return [each for block in blocks for each in _beside_names(block, sentences, quotes)]
    speakers = Speakers()
    turns = sum(_label(block) is not None for block in blocks) >= FEWEST_TURNS
    found: list[Statement] = []
    announced: Statement | None = None
    for block in blocks:
        if block.kind in SKIPPED:
            continue
        quoted = quotes.get(block.id, ())
        labelled = _labelled(block, quoted, speakers, turns=turns)
        own = [labelled] if labelled else list(_in_block(block, sentences.get(block.id, ()), quoted, speakers))
        if quoted and quoted[0].continues and found and own and not labelled:
            _go_on(found, own)
        if announced is not None and block.kind in ("paragraph", "quote") and not quoted:
            own = [announced._replace(content=(block.whole,)), *(each._replace(nested=True) for each in own)]
        announced = None
        if not own and block.text.endswith(":"):
            announced = _announced(block, sentences.get(block.id, ()), speakers)
        found += own
    return found


def _announced(block: Block, sentences: Sequence[Sentence], speakers: Speakers) -> Statement | None:
    """Return the statement of "X added:" without its content: the next paragraph, even if it has no quotation marks."""
    for clause in clauses_of(block, sentences[-1:], ()):
        told = _teller(clause)
        if told is not None:
            cue, source = told
            identity = speakers.identify(clause, source)
            return Statement("direct", (), places(clause, source), (cue,), identity.title, identity.name)
    return None


def _go_on(found: list[Statement], own: list[Statement]) -> None:
    """Join the parts of a quotation over two paragraphs, whose speaker may be named only at its end."""
    last, first = found[-1], own[0]
    if not first.cue:
        found[-1] = last._replace(content=(*last.content, *first.content))
        own.pop(0)
    elif not last.cue and last.kind == "direct":
        found[-1] = last._replace(speaker=first.speaker, name=first.name)


def _beside_names(
    block: Block, sentences: Mapping[str, Sequence[Sentence]], quotes: Mapping[str, Sequence[Quotation]]
) -> list[Statement]:
    quoted = quotes.get(block.id, ())
    if block.kind in SKIPPED or not quoted:
        return []
    return by_proximity(clauses_of(block, sentences.get(block.id, ()), quoted), quoted)


def _in_block(
    block: Block, sentences: Sequence[Sentence], quotes: Sequence[Quotation], speakers: Speakers
) -> Iterator[Statement]:
    own: list[Statement] = []
    inner: list[Statement] = []
    clauses = clauses_of(block, sentences, quotes)
    for clause in clauses:
        found = in_sentence(clause)
        own += [_statement(clause, one, speakers) for one in found] or _tag(clause, own, speakers)
        inner += [_statement(clause, one, None)._replace(nested=True) for one in nested(clause, found)]
        speakers.mention(clause)
    yield from with_floating(clauses, own, quotes, speakers)
    yield from inner


_LABEL = regex.compile(r"""^["“']?((?:\p{Lu}[\p{Lu}’'.-]*\ ?){1,4}):\s+(?=\S)""", regex.VERBOSE)
"""The name before a turn of a transcript: "HOLT: Good evening."."""
_SIGNATURE = regex.compile(
    r"""\s*[―—–-]{1,2}\s*(\p{Lu}[\p{L}’'.-]*(?:\ (?:\p{Lu}[\p{L}’'.-]*|de|la|van|von|der))+)  # two words at least
        (?:,\ [^.!?\n“”"]{1,60})?[.,]?\s*(?:\n|$)""",
    regex.VERBOSE,
)
"""The name after a quotation: "“…” — Orla Finch, Port Salter"."""


def _label(block: Block) -> regex.Match[str] | None:
    return _LABEL.match(block.text) if ":" in block.text else None


def _labelled(block: Block, quotes: Sequence[Quotation], speakers: Speakers, *, turns: bool) -> Statement | None:
    """Return a turn of a transcript, or a quotation that is signed."""
    label = _label(block) if turns else None
    if label is not None and len(label[1]) > 2:
        return _turn(block, label.span(1), (label.end(), len(block.text.rstrip())), speakers)
    if not quotes or block.text[: quotes[0].outer.start].strip():
        return None
    signed = _SIGNATURE.match(block.text, quotes[0].outer.end)
    whole = quotes[0].outer
    return None if signed is None else _turn(block, signed.span(1), (whole.start, whole.end), speakers)


def _turn(block: Block, who: tuple[int, int], what: tuple[int, int], speakers: Speakers) -> Statement:
    name = block.text[slice(*who)].strip(" .")
    speaker = block.span(who[0], who[0] + len(name))
    speakers.spans = (speaker,)
    return Statement("direct", (block.span(*what),), (speaker,), (), (), speakers.known(name))


def _tag(clause: Clause, earlier: Sequence[Statement], speakers: Speakers) -> list[Statement]:
    """Return the statement of "“CONTENT.” X said.", or of "X said:" before a paragraph of its own: a source and a cue
    without content."""
    told = _teller(clause)
    if told is None:
        return []
    cue, source = told
    identity = speakers.identify(clause, source)
    whole = clause.span(source.start, source.end)
    speakers.spans = (whole,)
    quote = _quotation_before(clause, earlier)
    return [] if quote is None else [Statement("direct", (quote,), (whole,), (cue,), identity.title, identity.name)]


def _teller(clause: Clause) -> tuple[Span, Phrase] | None:
    """Return the cue and the source of a short sentence without quotation marks."""
    if len(clause) > LONGEST_TAG or clause.quoted:
        return None
    for at in range(len(clause)):
        entry = entry_at(clause, at)
        source = entry and (phrase_before(clause, at - 1) if at else phrase_after(clause, entry[2]))
        if entry and source:
            return clause.span(at, entry[2]), source
    return None


def _quotation_before(clause: Clause, earlier: Sequence[Statement]) -> Span | None:
    """Return the quotation that ends right before the sentence, unless a statement has it."""
    start = clause.starts[0]
    for quote in clause.quotations:
        right_before = quote.outer.end <= start and not clause.block.text[quote.outer.end : start].strip()
        if right_before and not any(touch(quote.outer, span) for each in earlier[-3:] for span in each.content):
            return quote.outer
    return None


def _statement(clause: Clause, found: TokenStatement, speakers: Speakers | None) -> Statement:
    """Return the statement in spans; without `speakers` nobody is remembered, and the printed name is the speaker's."""
    content = _joined([_whole_quotations(clause, start, end) for start, end in found.content])
    cue = (clause.span(*found.cue),)
    if found.source is None:
        return Statement(_kind(clause, found), content, (), cue, finite=found.finite)
    whole = places(clause, found.source)
    identity = (speakers or Speakers()).identify(clause, found.source)
    if speakers is not None:
        speakers.spans = whole
    return Statement(_kind(clause, found), content, whole, cue, identity.title, identity.name, finite=found.finite)


def _whole_quotations(clause: Clause, start: int, end: int) -> Span:
    """Return the content from `start` to `end`, with all of the quotations at its edges even if they span sentences."""
    low, high = clause.starts[start], clause.ends[end - 1]
    first, last = clause.quoted.get(start), clause.quoted.get(end - 1)
    if first is not None:
        low = min(low, clause.quotations[first].outer.start)
    if last is not None:
        high = max(high, clause.quotations[last].outer.end)
    return clause.block.span(low, high)


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the stretches without those within another."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _kind(clause: Clause, found: TokenStatement) -> StatementKind:
    tokens = [at for start, end in found.content for at in range(start, end)] if clause.quoted else []
    if clause.quoted.keys().isdisjoint(tokens):
        return "attitude" if found.attitude else "indirect"
    words = [at for at in tokens if clause.word[at]]
    return "direct" if words and clause.quoted.keys() >= set(words) else "mixed"
