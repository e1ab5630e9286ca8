"""How English words and expressions relate: by WordNet, and by a list of related words that it does not link."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from wirediff.packaged import entries
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.store import LemmaEntry, entry, has_longer, irregular, related, synsets
from wirediff_terms.lexicon.words import table

_SUFFIXES = (
    ("ies", "y"), ("ves", "f"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
    ("men", "man"), ("es", "e"), ("es", ""), ("s", ""),
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", ""),
    ("iest", "y"), ("ier", "y"), ("est", "e"), ("est", ""), ("er", "e"), ("er", ""),
)  # fmt: skip
"""Rules of detachment, after WordNet's morphy(7WN)."""

_DOUBLED = ("ed", "ing", "er", "est")
_DEGREES = ("er", "est", "ier", "iest")
_MAX_STEPS = 3
"""Maximum steps to a broader term; further up are terms such as "thing" and "act". Chosen by hand on the fixtures."""
_FREQUENT_SENSES = 2
"""Most frequent senses of a word that count for opposites and derivations; chosen by hand."""
_COMMON_SENSES = 5
"""Most frequent senses of each part of speech in which a synonym is strong; chosen by hand."""
_RARE = 0.55
"""Strength of synonyms in a sense that is rare for one of them: "take" may mean "hire"."""
_LARGE_CLUSTER = 30
"""Maximum adjectives around a head that share a meaning; more are of one kind (colours, ordinals). Chosen by hand."""


class Relatedness(NamedTuple):
    """How one expression relates to another, and how likely that makes them correspond (0 to 1)."""

    name: WordRelation
    strength: float


@lru_cache(maxsize=65536)
def lemmas(form: str) -> tuple[str, ...]:
    """Return the base forms of `form` (lower case) in the lexicon, the form itself first; none if it is unknown."""
    found: dict[str, None] = {}
    for lemma in irregular().get(form, ()):
        found[lemma] = None
    if entry(form) is not None:
        found[form] = None
    if not found or form.endswith(("s", "d", "g", "r", "t", "n")):
        for lemma, suffix in _detached(form):
            known = entry(lemma)
            if known is not None and (suffix not in _DEGREES or _has_adjective(known)):
                found[lemma] = None
    return tuple(found)


@lru_cache(maxsize=65536)
def base(form: str) -> str:
    """Return the base form that makes all forms of a word one term; of an unknown word the word itself."""
    known = lemmas(form)
    if not known or (known[0] == form and not form.endswith(("s", "ed", "ing"))):
        return form
    return next((lemma for lemma in known if lemma != form), form)


@lru_cache(maxsize=65536)
def parts_of_speech(lemma_group: tuple[str, ...]) -> frozenset[str]:
    """Return the parts of speech that the lemmas can be: `n`, `v`, `a`, `r`."""
    return frozenset(synsets().part_of_speech(sense) for sense in senses(lemma_group))


@lru_cache(maxsize=65536)
def is_name(form: str) -> bool:
    """Whether `form` (lower case) is mostly a name: "China", "Indians", but not "Turkey"."""
    known = _entries(lemmas(form))
    return bool(known) and all(one.is_name for one in known)


def _has_adjective(known: LemmaEntry) -> bool:
    return any(synsets().part_of_speech(sense) in "ar" for sense in known.senses)


def _detached(form: str) -> Iterable[tuple[str, str]]:
    """Yield possible base forms, each with the suffix that was detached."""
    for suffix, ending in _SUFFIXES:
        if form.endswith(suffix) and len(form) > len(suffix) + 1:
            stem = form[: -len(suffix)]
            yield stem + ending, suffix
            if suffix in _DOUBLED and not ending and len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1], suffix


@lru_cache(maxsize=65536)
def phrase_lemmas(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lemmas of an expression of several words: unchanged, or its last or first word in base form."""
    if len(words) == 1:
        return lemmas(words[0])
    whole = " ".join(words)
    candidates = [whole, whole.replace("-", " ")]
    candidates += [" ".join((*words[:-1], lemma)) for lemma in lemmas(words[-1])]
    candidates += [" ".join((lemma, *words[1:])) for lemma in lemmas(words[0])]
    return tuple(dict.fromkeys(lemma for lemma in candidates if entry(lemma) is not None or lemma in expressions()))


@lru_cache(maxsize=65536)
def has_longer_phrase(first: str, second: str) -> bool:
    """Whether some expression of three words or more begins with these two."""
    starts = {f"{lemma} {second}" for lemma in (first, *lemmas(first))}
    starts |= {start.replace("-", " ") for start in starts}
    return any(start in _starts_of_expressions() or has_longer(start) for start in starts)


@lru_cache(maxsize=1)
def _starts_of_expressions() -> frozenset[str]:
    """Return the beginnings, of two words or more, of the longer fixed expressions in `data/expressions.toml`."""
    listed = [expression.split() for expression in expressions()]
    return frozenset(" ".join(words[:end]) for words in listed for end in range(2, len(words)))


@lru_cache(maxsize=1)
def expressions() -> frozenset[str]:
    """Return fixed expressions that WordNet does not have."""
    return frozenset(expression for group in table("expressions").values() for expression in entries(group))


def _entries(lemma_group: Iterable[str]) -> list[LemmaEntry]:
    return [known for lemma in lemma_group if (known := entry(lemma)) is not None]


@lru_cache(maxsize=65536)
def senses(lemma_group: tuple[str, ...]) -> frozenset[int]:
    """Return the numbers of all synsets that the lemmas are in."""
    return frozenset(sense for known in _entries(lemma_group) for sense in known.senses)


@lru_cache(maxsize=65536)
def _frequent(lemma_group: tuple[str, ...]) -> frozenset[int]:
    """Return the senses that the lemmas have often: the first of each part of speech."""
    part_of_speech = synsets().part_of_speech
    found: set[int] = set()
    for one in _entries(lemma_group):
        counts: Counter[str] = Counter()
        for sense in one.senses:
            part = part_of_speech(sense)
            counts[part] += 1
            if counts[part] <= _COMMON_SENSES:
                found.add(sense)
    return frozenset(found)


@lru_cache(maxsize=65536)
def _ancestors(lemma_group: tuple[str, ...], steps: int = _MAX_STEPS) -> frozenset[int]:
    parents = synsets().parents
    found: set[int] = set()
    frontier = set(senses(lemma_group))
    for _ in range(steps):
        frontier = {parent for sense in frontier for parent in parents[sense]} - found
        found |= frontier
    return frozenset(found)


@lru_cache(maxsize=65536)
def _similar(lemma_group: tuple[str, ...]) -> frozenset[int]:
    similar = synsets().similar
    return frozenset(other for sense in senses(lemma_group) for other in similar[sense])


@lru_cache(maxsize=65536)
def _kinds(lemma_group: tuple[str, ...]) -> frozenset[int]:
    """Return the broader terms, one and two steps up, of the most frequent noun sense of the lemmas: colours are of one
    kind, although they may be similar as adjectives of a mood."""
    parents = synsets().parents
    first = {
        next((sense for sense in one.senses if synsets().part_of_speech(sense) == "n"), -1)
        for one in _entries(lemma_group)
    }
    near = {parent for sense in first - {-1} for parent in parents[sense]}
    return frozenset(near.union(*(parents[sense] for sense in near)))


@lru_cache(maxsize=65536)
def _adjective_circle(lemma_group: tuple[str, ...]) -> frozenset[int]:
    """Return the most frequent adjective senses of the lemmas, and the heads of their clusters."""
    known = synsets()
    found: set[int] = set()
    for one in _entries(lemma_group):
        senses = [sense for sense in one.senses if known.part_of_speech(sense) == "a"][:_FREQUENT_SENSES]
        found |= {*senses, *(other for sense in senses for other in known.similar[sense] if known.opposite[other])}
    return frozenset(found)


@lru_cache(maxsize=65536)
def _linked(lemma_group: tuple[str, ...], field: Literal[1, 2]) -> frozenset[str]:
    """Return antonyms (field 1 of an entry) or derivations (field 2)."""
    return frozenset(word for known in _entries(lemma_group) for word in known[field])


@lru_cache(maxsize=131072)
def relation(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    """Return how the lemmas `reference` relate to the lemmas `version`; None if the lexicon does not link them."""
    if not reference or not version:
        return None
    for test in (_same, _antonym, _synonym, _hypernym, _derivation, _related, _sibling):
        found = test(reference, version)
        if found is not None:
            return found
    return None


def _same(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    return Relatedness("inflection", 0.95) if set(reference) & set(version) else None


def _antonym(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    opposed = _linked(reference, 1) & set(version) or _linked(version, 1) & set(reference)
    if opposed:
        return Relatedness("antonym", 0.7)
    senses_r, senses_v = _adjective_circle(reference), _adjective_circle(version)
    opposites = synsets().opposite
    if any(other in senses_v for sense in senses_r for other in opposites[sense]) and not senses_r & senses_v:
        return Relatedness("indirect antonym", 0.6)
    return None


def _synonym(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    senses_r, senses_v = senses(reference), senses(version)
    if senses_r & senses_v:
        return Relatedness(
            "synonym", 0.85 if _frequent(reference) & senses_v and senses_r & _frequent(version) else _RARE
        )
    if _similar(reference) & senses_v or senses_r & _similar(version):
        return Relatedness("similar", 0.7)
    shared = _similar(reference) & _similar(version)
    if any(len(synsets().similar[head]) <= _LARGE_CLUSTER for head in shared) and not _kinds(reference) & _kinds(
        version
    ):
        return Relatedness("similar", 0.55)
    return None


def _hypernym(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    senses_r, senses_v = senses(reference), senses(version)
    for steps in range(1, _MAX_STEPS + 1):
        strength = 0.75 - 0.1 * steps
        if _ancestors(reference, steps) & senses_v:
            return Relatedness("hypernym", strength)
        if senses_r & _ancestors(version, steps):
            return Relatedness("hyponym", strength)
    return None


def _derivation(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    if _linked(reference, 2) & set(version) or _linked(version, 2) & set(reference):
        return Relatedness("derivation", 0.75)
    near = senses(tuple(sorted(_linked(reference, 2)))) & senses(version)
    far = senses(reference) & senses(tuple(sorted(_linked(version, 2))))
    if near or far or _base_senses(reference) & _base_senses(version) or _are_like_adverbs(reference, version):
        return Relatedness("derived-synonym", 0.5)
    return None


@lru_cache(maxsize=65536)
def _base_senses(lemma_group: tuple[str, ...]) -> frozenset[int]:
    """Return the most frequent senses of the nouns and verbs that the lemmas derive from, or that derive from them."""
    part_of_speech = synsets().part_of_speech
    found: set[int] = set()
    for one in _entries(_linked(lemma_group, 2)):
        for part in "nv":
            found.update([sense for sense in one.senses if part_of_speech(sense) == part][:_FREQUENT_SENSES])
    return frozenset(found)


def _are_like_adverbs(reference: tuple[str, ...], version: tuple[str, ...]) -> bool:
    """Whether two adverbs derive from similar adjectives: "significantly", "substantially"."""
    adjectives_r, adjectives_v = _adjectives(reference), _adjectives(version)
    return (
        bool(adjectives_r and adjectives_v)
        and (_synonym(adjectives_r, adjectives_v) or _related(adjectives_r, adjectives_v)) is not None
    )


@lru_cache(maxsize=65536)
def _adjectives(lemma_group: tuple[str, ...]) -> tuple[str, ...]:
    """Return the adjectives that adverbs derive from."""
    if "r" not in parts_of_speech(lemma_group):
        return ()
    return tuple(sorted(word for word in _linked(lemma_group, 2) if "a" in parts_of_speech((word,))))


def _sibling(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    if _similar(reference) & _similar(version):
        return Relatedness("sibling", 0.4)
    return Relatedness("sibling", 0.35) if _ancestors(reference, 1) & _ancestors(version, 1) else None


def _related(reference: tuple[str, ...], version: tuple[str, ...]) -> Relatedness | None:
    return Relatedness("related", 0.5) if _share_an_entry(reference, version, 0) else None


def are_listed(reference: tuple[str, ...], version: tuple[str, ...]) -> bool:
    """Whether a thesaurus lists two lemmas together, even for a rare sense."""
    return _share_an_entry(reference, version, 1)


def _share_an_entry(reference: tuple[str, ...], version: tuple[str, ...], column: Literal[0, 1]) -> bool:
    return any(max(a, b) in related(min(a, b))[column] for a in reference for b in version)
