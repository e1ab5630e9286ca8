"""What the tests may ask of a change: its words, and what the words around them show."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from wirediff_terms.changes.change import OPPOSED, Change, Exchange
from wirediff_terms.changes.labels import Label, label_of
from wirediff_terms.changes.names import are_capitalised, looks_like_name
from wirediff_terms.judge.countering import denies_oddly, is_evened
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.wordnet import lemmas, parts_of_speech
from wirediff_terms.lexicon.words import (
    bound,
    course,
    diminishers,
    is_backshift,
    is_function,
    is_listed,
    leads_noun,
    negations,
)
from wirediff_terms.match.links import WordLink
from wirediff_terms.match.passage import Passage, Words
from wirediff_terms.values.quantities import quantities
from wirediff_terms.values.translation import has_capital_nouns

VALUES: frozenset[WordRelation] = frozenset(("equal value", "other value"))
"""Relations of quantities."""
_FULL_NAME = 2
"""Words of a name that the capitals show in German too, where two nouns are rarely next to each other."""
_MOST_OF_NAME = 3
"""Maximum words of a name on either side; a longer run of capitals is a headline or a list. Chosen by hand."""


class ValueChange(NamedTuple):
    """How a quantity changed; `towards` is equal in value but another word ("a year ago", "yearly")."""

    kind: Literal["equal", "towards", "rounded", "other"]
    dimension: str = ""


class Features(NamedTuple):
    """What is known of a change. Changes with equal features have one judgement, which is kept."""

    r: tuple[str, ...]
    v: tuple[str, ...]
    language: str
    relations: frozenset[WordRelation]
    """Relations of the matched words."""
    strength: float
    """Strength of the strongest relation."""
    unit: str
    """The fixed expression of the reference that it breaks."""
    whole: WordRelation | None
    """Relation of the whole phrases."""
    value: ValueChange | None
    """What became of a quantity, if the change has nothing else."""
    negates: tuple[bool, bool]
    """Whether the reference's and the version's words negate."""
    denies: tuple[bool, bool]
    """Whether the words deny something, also by a prefix: an odd number of times, as twice is none."""
    is_evened: bool
    """Whether words of one side deny, and words near them on the other side do so instead."""
    is_balanced: bool
    """Whether the added or removed words are as frequent on the other side of the sentence."""
    is_rewritten: bool
    """Whether it is a sentence that was written anew."""
    exchange: Exchange
    is_noun: bool
    """Whether one word became one word, and the words around it show that it is a noun."""
    are_names: bool
    are_capitalised: bool
    """Whether both sides are capitalised words that nothing links, although each may be of the dictionary."""
    label: Label
    """Whether all words belong to labels of credits, and to plain ones."""
    is_negated: bool
    """Whether a negation is next to a word that became its opposite."""
    bounds: tuple[str, ...]
    """The side of a number that words such as "more than" leave open, in the reference and in the version."""
    is_backshifted: bool
    """Whether a modal only took the tense of reported speech."""
    is_clause: bool
    """Whether a whole clause was added or removed."""
    is_kept: bool
    """Whether most words of the sentence were kept, so that a word between them is identified by its place."""
    is_own_date: bool
    """Whether the words are in the line with the page's date."""
    is_spun: bool = False
    """Whether the whole version puts one synonym after another."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of a change that has them on one side only."""
        return self.r or self.v


def features_of(change: Change, passage: Passage) -> Features:
    """Return the features of `change` in `passage`."""
    reference, version, links = passage.reference, passage.version, change.links
    r = tuple([reference.forms[i] for i in change.reference])
    v = tuple([version.forms[j] for j in change.version])
    relations = frozenset([link.relation for link in links])
    words, lone = (reference, change.reference) if r else (version, change.version)
    negates = _negates(r, words.language), _negates(v, words.language)
    denies = denies_oddly(r, words.language), denies_oddly(v, words.language)
    in_capitals = not ("".join(r).islower() or "".join(v).islower())
    return Features(
        r=r,
        v=v,
        language=words.language,
        relations=relations,
        strength=max([link.strength for link in links], default=0.0),
        unit=change.unit,
        whole=change.whole,
        value=_value(links, r, v) if relations and relations <= VALUES else None,
        negates=negates,
        denies=denies,
        is_evened=is_evened(change, passage, negates, denies),
        is_balanced=not links and _is_balanced(words, lone, version if r else reference),
        is_rewritten=change.is_rewritten,
        exchange=change.exchange,
        is_noun=len(r) == len(v) == 1 and _is_noun(reference, change.reference[0]),
        are_names=in_capitals and _are_names(change, passage),
        are_capitalised=in_capitals and _are_capitalised(change, passage),
        label=label_of(change, passage),
        is_negated=not OPPOSED.isdisjoint(relations) and _is_negated(change, passage),
        bounds=_bounds(r, v, words, lone),
        is_backshifted=is_backshift(r, v) and (_is_reported(reference) or _is_reported(version)),
        is_clause=not links and words.is_clause(lone[0], lone[-1] + 1),
        is_kept=passage.is_mostly_kept,
        is_own_date=bool(r) and reference.blocks[change.reference[0]].kind == "date",
    )


@lru_cache(maxsize=8192)
def _negates(forms: tuple[str, ...], language: str) -> bool:
    return negations(forms, language) > 0


def _value(links: Sequence[WordLink], r: Sequence[str], v: Sequence[str]) -> ValueChange:
    values = [link.quantities for link in links if link.quantities]
    first = values[0][0]
    if any(map(_is_rounded, links)):
        return ValueChange("rounded")
    if not all(a.equals(b) for a, b in values):
        return ValueChange("other", first.dimension)
    both_ago = r[-1].casefold() == v[-1].casefold() == "ago"
    same_direction = not first.direction or both_ago or r[0].casefold() == v[0].casefold()
    return ValueChange("equal" if same_direction and first.dimension != "frequency" else "towards")


def _is_rounded(link: WordLink) -> bool:
    """Whether words before a quantity, such as "more than", make it the one of the other side in round figures."""
    if link.quantities is None:
        return False
    reference, version = link.quantities
    return link.reference[0] < reference.start or link.version[0] < version.start


def _is_balanced(words: Words, lone: Sequence[int], opposite: Words) -> bool:
    """Whether each word, conjunctions apart, is as frequent on both sides."""
    own = [words.folded[n] for n in lone if not is_listed(words.folded[n], "joining")]
    return all(words.folded.count(word) == opposite.folded.count(word) for word in own)


def _is_noun(words: Words, index: int) -> bool:
    """Whether a word follows a determiner, with only adjectives between them, and no other noun follows it."""
    after = words.folded[index + 1] if index + 1 < len(words) else ""
    if after and not is_function(after):
        return False
    start = index
    while start and "a" in parts_of_speech(lemmas(words.bare[start - 1])) and not words.function[start - 1]:
        start -= 1
    return bool(start) and leads_noun(words.folded[start - 1])


def _are_names(change: Change, passage: Passage) -> bool:
    """Whether both sides look like names."""
    lengths = len(change.reference), len(change.version)
    if max(lengths) > _MOST_OF_NAME:
        return False
    if has_capital_nouns(passage.reference.language) and set(lengths) != {_FULL_NAME}:
        return False
    return looks_like_name(passage.reference, change.reference) and looks_like_name(passage.version, change.version)


def _are_capitalised(change: Change, passage: Passage) -> bool:
    if any(link.is_related for link in change.links):
        return False
    return are_capitalised(passage.reference, change.reference) and are_capitalised(passage.version, change.version)


def _is_negated(change: Change, passage: Passage) -> bool:
    opposed = [link for link in change.links if link.relation in OPPOSED]
    if len(opposed) != 1:
        return False
    beside_r = [passage.reference.forms[i] for i in change.reference if i not in opposed[0].reference]
    beside_v = [passage.version.forms[j] for j in change.version if j not in opposed[0].version]
    return sum(negations(side) + diminishers(side) for side in (beside_r, beside_v)) % 2 == 1


def _is_reported(words: Words) -> bool:
    """Whether a sentence reports what somebody says or thinks."""
    return any(is_listed(lemma, "reporting") for place in range(len(words)) for lemma in words.lemmas(place))


def _bounds(r: tuple[str, ...], v: tuple[str, ...], words: Words, indices: Sequence[int]) -> tuple[str, ...]:
    """Return the bounds that "more than" and the like set to the number next to them, or () if a side has none."""
    found = tuple([bound(forms, words.language) or course(forms) for forms in (r, v) if forms])
    if not all(found):
        return ()
    beside = [n for n in (indices[0] - 1, indices[-1] + 1) if 0 <= n < len(words)]
    return found if any(next(quantities(words.in_english, n, n + 1), None) for n in beside) else ()
