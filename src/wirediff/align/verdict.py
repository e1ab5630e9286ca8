"""The verdict: what kind of version this is, from the alignment, its edits, and the nature of what detectors found.

| verdict      | when                                                                                                |
| ------------ | --------------------------------------------------------------------------------------------------- |
| identical    | no words differ outside widgets, their order is kept, no passage outside the articles differs, and |
|              | no finding is serious: captions may have changed pictures                                           |
| undetermined | a side has fewer than `FEW_WORDS` words; or the kept share is between `UNRELATED` and `RELATED`,    |
|              | or lower and the sides are in two languages                                                         |
| unrelated    | less than `UNRELATED` of both sides' words are common to them                                       |
| spun         | many short substitutions of content words (`EXCHANGES`, and `SPUN_RATE` an aligned word), spread   |
|              | over the sentences (`SPUN_SPREAD`), most of what was changed in them (`SPUN_SHARE`), and several of |
|              | them (`SYNONYMS`), more than there are changes of meaning and of facts, by words that mean the same |
| excerpt      | at least `EXCERPT_VERSION` of the version's words are the reference's, of which at most             |
|              | `EXCERPT_REFERENCE` were kept                                                                       |
| revised      | anything else                                                                                       |
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wirediff.align._evidence import evidence
from wirediff.model import (
    Alignment,
    Article,
    Edit,
    Evidence,
    Finding,
    Note,
    Pair,
    Rule,
    Sentence,
    Span,
    Summary,
    Token,
    Verdict,
)
from wirediff.segment import spelling

# Thresholds of the verdict, chosen by hand on the fixtures where nothing else is said.

FEW_WORDS = 40
"""Minimum words of each side for any verdict that rests on shares: one sentence more or less changes them too much."""
UNRELATED = 0.15
"""Share of common words below which two texts are about different things. Articles on one subject share more, if only
its names and the commonest words of aligned sentences."""
RELATED = 0.3
"""Share of common words from which one text was surely made from the other; between the two, nobody can say."""
EXCHANGES = 8
"""Minimum substitutions: who names a practice needs more than a few. Of 288 texts of some 50 words in which at most six
words had been edited (SummEdits) a third was called spun without it, none with it."""
SYNONYMS = 3
"""Minimum substitutions by a word that detectors know to mean the same, as a thesaurus has it. People who turn a review
into its opposite (counterfactually augmented reviews, 444 pairs) exchange as many words as attacks by synonyms do
(TextFooler, 57 texts), but half of them need fewer than one synonym, and these 5 to 9: it parts 99 % from 98 %."""
SPUN_RATE = 0.04
"""Minimum substitutions for each aligned word: one in 25, about one a sentence. A thesaurus replaces what it knows."""
SPUN_SPREAD = 0.6
"""Minimum share of long sentences with a substitution: a thesaurus goes through all of the text, an editor mends a
few sentences."""
SPUN_SHARE = 0.6
"""Minimum share of substitutions among all changed places inside kept paragraphs. A story that its own paper updated
showed the need: a spinner exchanges words, an editor adds and cuts as well. Of simplifications (ASSET, 57 texts with a
tenth of their words changed) .035 are called spun instead of .123 if additions and removals of content alone count, of
corrections (JFLEG, 73) none instead of .027, and of 268 texts spun with four thesauri as many as before."""
SHORT = 4
"""Maximum words of the reference in a short substitution: a thesaurus replaces words and phrases, an editor clauses."""
CONTENT = 4
"""Minimum letters of a word of content: in most languages with spaces, articles, prepositions and pronouns are
shorter."""
_ORDERED = ("headline", "subheading", "paragraph", "quote", "list-item", "table")
"""Kinds whose order is the author's."""
LONG_SENTENCE = 8
"""Minimum tokens of a sentence that counts for the spread of substitutions: shorter ones offer a thesaurus nothing."""
EXCERPT_VERSION = 0.9
"""Minimum share of the version's words that an excerpt has from the reference; the rest is a new headline or credit."""
EXCERPT_REFERENCE = 0.75
"""Maximum share of the reference that an excerpt keeps; with more, it is the article with something cut."""


def summarize(
    alignment: Alignment,
    findings: Iterable[Finding],
    rules: Iterable[Rule] = (),
    detected: Iterable[Finding] | None = None,
) -> Summary:
    """The verdict on `alignment`, its figures, and how many findings there are of each code.

    `rules` say of which nature findings are. `detected` are all findings, also those that a report leaves out on
    request: what a reader does not want to see is evidence all the same.
    """
    figures = _count(alignment)
    findings = tuple(findings)
    counts = Counter(finding.code for finding in findings)
    grounds = evidence(alignment, figures.exchanges, findings if detected is None else detected, rules)
    verdict = _verdict(alignment, figures, grounds)
    more = bool(alignment.outside) or any(finding.severity == "error" for finding in findings)
    return Summary(
        verdict="revised" if verdict == "identical" and more else verdict,
        reference_words=figures.reference,
        words_kept=figures.kept,
        words_substituted=figures.substituted,
        words_dropped=figures.dropped,
        version_words=figures.version,
        words_new=figures.new,
        order_kept=figures.in_order / figures.kept if figures.kept else 1.0,
        counts=dict(sorted(counts.items())),
        passages_outside=len(alignment.outside),
        evidence=grounds,
    )


def language_notes(alignment: Alignment, summary: Summary) -> Iterator[Note]:
    """Yield a note if the texts are in two languages: whether one is a translation of the other is not checked."""
    languages = _languages(alignment)
    if summary.verdict == "undetermined" and len(languages) > 1:
        named = " in the language “{}”, the version in “{}”".format(*languages)
        message = f"The reference is{named}: a translation is not recognised."
        yield Note("two-languages", message)


def _languages(alignment: Alignment) -> Sequence[str]:
    """The different languages of the two sides; none if one is unknown."""
    articles = (alignment.reference, alignment.version)
    found = dict.fromkeys(article.language.partition("-")[0].lower() for article in articles)
    return () if "und" in found else tuple(found)


def differs(alignment: Alignment) -> bool:
    """Whether words of the articles or of what is outside of them differ."""
    return bool(alignment.outside) or changes_words(alignment)


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
    exchanges: list[Edit] = field(default_factory=list)
    changed: int = 0


def _count(alignment: Alignment) -> _Figures:
    """Count words by what was done to them."""
    words = _Words(alignment.sentences)
    figures = _Figures(reference=words.number_in(alignment.reference), version=words.number_in(alignment.version))
    for pair in alignment.pairs:
        for edit in _edits_outside_widgets(pair):
            old = words.within(edit.reference)
            figures.changed += edit.is_change and bool(pair.reference and pair.version)
            if not edit.is_change:
                figures.kept += len(old)
                figures.in_order += len(old) if pair.relation != "moved" else 0
            elif edit.op == "replace":
                figures.substituted += len(old)
                if len(old) <= SHORT and _is_reworded(old, words.within(edit.version)):
                    figures.exchanges.append(edit)
            else:
                new = words.within(edit.version)
                figures.dropped += len(old)
                figures.new += len(new)
    return figures


def _edits_outside_widgets(pair: Pair) -> Iterator[Edit]:
    if not any(block.kind == "widget" for block in (*pair.reference, *pair.version)):
        yield from pair.edits


class _Words:
    """The words of spans."""

    def __init__(self, sentences: Mapping[str, tuple[Sentence, ...]]) -> None:
        self.words = {
            block_id: [token for sentence in group for token in sentence.words] for block_id, group in sentences.items()
        }
        self.starts = {block_id: [token.start for token in tokens] for block_id, tokens in self.words.items()}

    def number_in(self, article: Article) -> int:
        return sum(len(self.starts[block.id]) for block in article.blocks if block.kind != "widget")

    def within(self, span: Span) -> Sequence[Token]:
        if span.start == span.end:
            return ()
        starts = self.starts[span.block]
        return self.words[span.block][bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _is_reworded(reference: Sequence[Token], version: Sequence[Token]) -> bool:
    """Whether words of content became others, and not merely one of them its own regional spelling."""
    respelled = len(reference) == len(version) == 1 and spelling(reference[0].text) == spelling(version[0].text)
    return not respelled and _has_content(reference) and _has_content(version)


def _has_content(words: Iterable[Token]) -> bool:
    """Whether a word is of some length and in small letters, or in a script that has none.

    Names, figures and particles don't count: editors correct them one by one.
    """
    for word in words:
        text, first = word.text, word.text[0]
        if first.islower() and len(text) >= CONTENT and not spelling(text).isdigit():
            return True
        if first.isalpha() and first.lower() == first.upper():
            return True
    return False


def _moves_text(alignment: Alignment) -> bool:
    """Whether paragraphs are in another order; captions and the like are where a template puts them."""
    return any(
        pair.relation == "moved" and all(block.kind in _ORDERED for block in pair.version) for pair in alignment.pairs
    )


def _verdict(alignment: Alignment, figures: _Figures, grounds: Evidence) -> Verdict:
    if not changes_words(alignment) and not _moves_text(alignment):
        return "identical"
    if min(figures.reference, figures.version) < FEW_WORDS:
        return "undetermined"
    kept_reference, kept_version = figures.kept / figures.reference, figures.kept / figures.version
    common = max(kept_reference, kept_version)
    aligned = figures.kept + figures.substituted
    exchanged = grounds.exchanges >= max(EXCHANGES, SPUN_RATE * aligned, SPUN_SHARE * figures.changed)
    by_thesaurus = grounds.synonyms >= max(SYNONYMS, grounds.meanings + grounds.facts + 1)
    if exchanged and by_thesaurus and common >= UNRELATED and _spread(alignment) >= SPUN_SPREAD:
        return "spun"
    if common < RELATED:
        return "unrelated" if common < UNRELATED and len(_languages(alignment)) < 2 else "undetermined"
    if kept_version >= EXCERPT_VERSION and kept_reference <= EXCERPT_REFERENCE:
        return "excerpt"
    return "revised"


def _spread(alignment: Alignment) -> float:
    """The share of the aligned long sentences in which words were substituted."""
    long = [
        pair
        for pair in alignment.sentence_pairs
        if pair.version and sum(len(sentence.tokens) for sentence in pair.reference) >= LONG_SENTENCE
    ]
    touched = sum(any(edit.op == "replace" for edit in pair.edits) for pair in long)
    return touched / len(long) if long else 0.0
