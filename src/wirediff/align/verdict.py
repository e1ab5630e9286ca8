"""The verdict: what kind of version this is, from the alignment and its edits alone.

| verdict      | when                                                                                                |
| ------------ | --------------------------------------------------------------------------------------------------- |
| identical    | no words differ outside widgets, and their order is kept                                            |
| undetermined | a side has under `FEW_WORDS` words, or the kept share lies between `UNRELATED` and `RELATED`, or    |
|              | below where the sides are in two languages                                                          |
| unrelated    | less than `UNRELATED` of both sides' words is common to them                                        |
| spun         | many short substitutions of content words (`SPUN_RATE` an aligned word), spread (`SPUN_SPREAD`), and |
|              | more than words that came or went (`SPUN_SHARE`); other spellings and figures are none               |
| excerpt      | `EXCERPT_VERSION` of the version's words are the reference's, `EXCERPT_REFERENCE` of it kept at most |
| revised      | anything else                                                                                       |
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wirediff.model import Alignment, Article, Edit, Finding, Note, Pair, Sentence, Span, Summary, Token, Verdict
from wirediff.segment import spelling

FEW_WORDS = 40
UNRELATED = 0.15
RELATED = 0.3
SPUN_RATE = 0.04
SPUN_SPREAD = 0.6
SPUN_SHARE = 0.6
"""Of the places inside kept paragraphs where words of content were substituted, came or went: a spinner exchanges
words, an editor adds and cuts as well."""
SHORT = 4
"""Words of the reference that a short substitution replaces at most."""
CONTENT = 4
"""Letters from which a word counts as one of content."""
_ORDERED = ("headline", "subheading", "paragraph", "quote", "list-item", "table")
"""Kinds whose order is the author's."""
LONG_SENTENCE = 8
"""Words from which a sentence counts for the spread of substitutions."""
EXCERPT_VERSION = 0.9
EXCERPT_REFERENCE = 0.75


def summarize(alignment: Alignment, findings: Iterable[Finding]) -> Summary:
    """The verdict on `alignment`, its figures, and how many findings there are of each code."""
    figures = _count(alignment)
    counts = Counter(finding.code for finding in findings)
    return Summary(
        verdict=_verdict(alignment, figures),
        reference_words=figures.reference,
        words_kept=figures.kept,
        words_substituted=figures.substituted,
        words_dropped=figures.dropped,
        version_words=figures.version,
        words_new=figures.new,
        order_kept=figures.in_order / figures.kept if figures.kept else 1.0,
        counts=dict(sorted(counts.items())),
    )


def untold(alignment: Alignment, summary: Summary) -> Iterator[Note]:
    """What the verdict cannot tell: whether one text is a translation of the other."""
    languages = _languages(alignment)
    if summary.verdict == "undetermined" and len(languages) > 1:
        named = " in the language “{}”, the version in “{}”".format(*languages)
        message = f"The reference is{named}: a translation is not recognised."
        yield Note("two-languages", message)


def _languages(alignment: Alignment) -> Sequence[str]:
    """The languages of both sides, of which one is enough where they are one or a side's is not known."""
    sides = (alignment.reference, alignment.version)
    found = dict.fromkeys(side.language.partition("-")[0].lower() for side in sides)
    return () if "und" in found else tuple(found)


def changes_words(alignment: Alignment) -> bool:
    """Whether any edit outside widgets is more than a difference of format."""
    return any(edit.is_change for pair in alignment.pairs for edit in _edits_outside_widgets(pair))


@dataclass
class _Figures:
    reference: int = 0
    version: int = 0
    kept: int = 0
    substituted: int = 0
    dropped: int = 0
    new: int = 0
    in_order: int = 0
    short: int = 0
    one_sided: int = 0


def _count(alignment: Alignment) -> _Figures:
    """Count words by what became of them."""
    words = _Words(alignment.sentences)
    figures = _Figures(reference=words.number_in(alignment.reference), version=words.number_in(alignment.version))
    for pair in alignment.pairs:
        for edit in _edits_outside_widgets(pair):
            ours = words.within(edit.reference)
            if not edit.is_change:
                figures.kept += len(ours)
                figures.in_order += len(ours) if pair.relation != "moved" else 0
            elif edit.op == "replace":
                figures.substituted += len(ours)
                figures.short += len(ours) <= SHORT and _is_reworded(ours, words.within(edit.version))
            else:
                theirs = words.within(edit.version)
                figures.dropped += len(ours)
                figures.new += len(theirs)
                figures.one_sided += bool(pair.reference and pair.version) and _has_content(ours or theirs)
    return figures


def _edits_outside_widgets(pair: Pair) -> Iterator[Edit]:
    if not any(block.kind == "widget" for block in (*pair.reference, *pair.version)):
        yield from pair.edits


class _Words:
    """The words of spans."""

    def __init__(self, sentences: Mapping[str, tuple[Sentence, ...]]) -> None:
        words = {
            block_id: [token for sentence in group for token in sentence.tokens if token.kind != "punctuation"]
            for block_id, group in sentences.items()
        }
        self.starts = {block_id: [token.start for token in tokens] for block_id, tokens in words.items()}
        self.words = words

    def number_in(self, article: Article) -> int:
        return sum(len(self.starts[block.id]) for block in article.blocks if block.kind != "widget")

    def within(self, span: Span) -> Sequence[Token]:
        if span.start == span.end:
            return ()
        starts = self.starts[span.block]
        return self.words[span.block][bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _is_reworded(ours: Sequence[Token], theirs: Sequence[Token]) -> bool:
    """Whether words of content became others, and not one of them its own regional spelling."""
    respelled = len(ours) == len(theirs) == 1 and spelling(ours[0].text) == spelling(theirs[0].text)
    return not respelled and _has_content(ours) and _has_content(theirs)


def _has_content(words: Iterable[Token]) -> bool:
    """Whether a word is of some length in small letters, or in a script that has none; names, figures and particles
    are edited one by one."""
    for word in words:
        text, first = word.text, word.text[0]
        if first.islower() and len(text) >= CONTENT and not spelling(text).isdigit():
            return True
        if first.isalpha() and first.lower() == first.upper():
            return True
    return False


def _moves_text(alignment: Alignment) -> bool:
    """Whether paragraphs stand in another order; captions and the like go where a template puts them."""
    return any(
        pair.relation == "moved" and all(block.kind in _ORDERED for block in pair.version) for pair in alignment.pairs
    )


def _verdict(alignment: Alignment, figures: _Figures) -> Verdict:
    if not changes_words(alignment) and not _moves_text(alignment):
        return "identical"
    if min(figures.reference, figures.version) < FEW_WORDS:
        return "undetermined"
    kept_reference, kept_version = figures.kept / figures.reference, figures.kept / figures.version
    common = max(kept_reference, kept_version)
    aligned = figures.kept + figures.substituted
    exchanged = figures.short >= max(SPUN_RATE * aligned, SPUN_SHARE * (figures.short + figures.one_sided))
    if exchanged and common >= UNRELATED and _spread(alignment) >= SPUN_SPREAD:
        return "spun"
    if common < RELATED:
        return "unrelated" if common < UNRELATED and len(_languages(alignment)) < 2 else "undetermined"
    if kept_version >= EXCERPT_VERSION and kept_reference <= EXCERPT_REFERENCE:
        return "excerpt"
    return "revised"


def _spread(alignment: Alignment) -> float:
    """The share of the aligned long sentences in which words were substituted."""
    replaced = _replaced(alignment)
    touched = whole = 0
    for pair in alignment.sentence_pairs:
        if not pair.version or sum(len(sentence.tokens) for sentence in pair.reference) < LONG_SENTENCE:
            continue
        whole += 1
        touched += any(_touched(sentence.span, replaced.get(sentence.span.block, ())) for sentence in pair.reference)
    return touched / whole if whole else 0.0


def _replaced(alignment: Alignment) -> dict[str, list[Span]]:
    """The replaced stretches of each block of the reference, in its order."""
    found: dict[str, list[Span]] = defaultdict(list)
    for pair in alignment.pairs:
        for edit in pair.edits:
            if edit.op == "replace":
                found[edit.reference.block].append(edit.reference)
    return found


def _touched(span: Span, replaced: Sequence[Span]) -> bool:
    """Whether one of the stretches, in order and apart, reaches into `span`."""
    first = bisect_right(replaced, span.start, key=lambda each: each.end)
    return first < len(replaced) and replaced[first].start < span.end
