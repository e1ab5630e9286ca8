"""What looks like a name."""

from __future__ import annotations

from collections.abc import Sequence

from wirediff.segment import QUOTES, SENTENCE_ENDS
from wirediff_terms.lexicon.relations import WordRelation
from wirediff_terms.lexicon.wordnet import is_name, lemmas, parts_of_speech, phrase_lemmas, relation
from wirediff_terms.lexicon.words import ENGLISH, bare, is_function, is_title
from wirediff_terms.match.passage import Words

_OPENING = SENTENCE_ENDS | QUOTES | frozenset(":–—()[]•*")
"""Marks after which any word has a capital, as a sentence, a quotation or an aside begins. Hyphens are inside words."""
MOST_OF_NAME = 4
"""Maximum content words of a name; a longer run of capitals is a headline or a list. Chosen by hand."""
_LONGEST_ACRONYM = 2
"""Maximum letters of an acronym that is a word of the dictionary too, "HR"; chosen by hand."""
_CASE_FREE = ("headline", "subheading", "byline", "dateline", "date", "credit")


def looks_like_name(words: Words, indices: Sequence[int]) -> bool:
    """Whether the capital of a word among `indices` shows a name."""
    return any(_looks_like_name(words, index) for index in indices)


def _looks_like_name(words: Words, index: int) -> bool:
    """Whether a capital is on a word that is mostly a name, or its place does not explain it."""
    form = words.forms[index]
    if words.language not in ENGLISH:
        return form[:1].isupper() and not _opens(words, index)
    if is_function(form) or is_title(form):
        return False
    if any(part[:1].isupper() and is_name(bare(part)) for part in form.split("-")):
        return True
    if not form[:1].isupper() or _is_emphasis(words, index):
        return False
    if "-" in form and phrase_lemmas(tuple(words.bare[index].split("-"))):
        return False
    if _has_capital_anyway(words, index):
        return not all(lemmas(part) or is_function(part) for part in words.bare[index].split("-"))
    return not _titled(words, index)


def are_capitalised(words: Words, indices: Sequence[int]) -> bool:
    """Whether all content words among `indices` have a capital, and the place of at least one does not explain it:
    "Star Wars", "the Morning Post", but also "the Defense Secretary"."""
    content = [n for n in indices if not words.function[n] and not is_title(words.forms[n])]
    if not 0 < len(content) <= MOST_OF_NAME:
        return False
    if not all(words.forms[index][:1].isupper() and not _is_emphasis(words, index) for index in content):
        return False
    return any(not _has_capital_anyway(words, index) or _leads_name(words, index) for index in content)


def _leads_name(words: Words, index: int) -> bool:
    """Whether a word that opens a sentence has another capitalised one directly after it: "Lady Gaga sang"."""
    after = index + 1
    if words.blocks[index].kind in _CASE_FREE or after >= len(words) or words.function[after]:
        return False
    return words.forms[after].istitle() and words.is_unbroken(index, after + 1)


def _has_capital_anyway(words: Words, index: int) -> bool:
    """Whether a word would have a capital if it were no name."""
    return words.blocks[index].kind in _CASE_FREE or _opens(words, index)


def _is_emphasis(words: Words, index: int) -> bool:
    """Whether a word of the dictionary is all in capitals: "HUGE"."""
    form = words.forms[index]
    return len(form) > _LONGEST_ACRONYM and form.isupper() and form.isalpha() and bool(lemmas(words.bare[index]))


def _opens(words: Words, index: int) -> bool:
    """Whether a word begins a sentence, a quotation or an aside."""
    before = words.blocks[index].text[: words.tokens[index].start].rstrip()
    if before.endswith(".") and index:
        return not is_title(words.forms[index - 1]) and len(words.forms[index - 1]) > 1
    return not before or before[-1] in _OPENING or before.endswith(" -")


def _titled(words: Words, index: int) -> bool:
    """Whether a capitalised word is a common noun or adjective of a title or an institution ("Defense Secretary")."""
    known = lemmas(words.bare[index])
    if not known or "." in words.forms[index]:
        return False
    beside = [n for n in (index - 1, index + 1) if 0 <= n < len(words)]
    return any(
        words.forms[n][:1].isupper() and lemmas(words.bare[n]) and words.is_unbroken(min(n, index), max(n, index) + 1)
        for n in beside
    )


def dotless(forms: Sequence[str]) -> str:
    """Return words as one text, without full stops and capitals."""
    return "".join(forms).replace(".", "").casefold()


_OF_ONE_NAME: tuple[WordRelation, ...] = ("derivation", "derived-synonym")


def kept(reference: Sequence[str], version: Sequence[str]) -> WordRelation | None:
    """Return how the names of two phrases are the same: `equal`, `derivation` ("Canada", "Canadian"); None if not."""
    names_r, names_v = _apart(reference, version), _apart(version, reference)
    if not names_r or len(names_r) != len(names_v):
        return None
    if sorted(names_r) == sorted(names_v):
        return "equal"
    pairs = [pair for pair in zip(names_r, names_v, strict=True) if pair[0] != pair[1]]
    found = [relation(lemmas(first), lemmas(second)) for first, second in pairs]
    return "derivation" if all(each is not None and each.name in _OF_ONE_NAME for each in found) else None


def _apart(forms: Sequence[str], opposite: Sequence[str]) -> list[str]:
    """Return the name words of `forms` that the other side does not have as common words, as of a sentence's first."""
    common = {other for other in opposite if other.islower()}
    return [word for word in name_words(forms) if word not in common]


def name_words(forms: Sequence[str]) -> list[str]:
    """Return the words and parts of compounds that have a capital, in lower case and without a possessive."""
    parts = [part for form in forms if not is_function(form) for part in form.split("-")]
    return [bare(part) for part in parts if part[:1].isupper()]


def described(reference: Sequence[str], version: Sequence[str]) -> bool:
    """Whether one side describes with a name what the other side names: "the Ukrainian capital", "Kyiv"."""
    return (_describes(reference) and _only_names(version)) or (_describes(version) and _only_names(reference))


def _describes(forms: Sequence[str]) -> bool:
    content = [form for form in forms if not is_function(form)]
    return len(content) > 1 and content[-1].islower() and all("a" in _parts(name) for name in name_words(content))


def _only_names(forms: Sequence[str]) -> bool:
    """Whether all words are names, and none can be a people, as an adjective of it can."""
    return all(form[:1].isupper() and "a" not in _parts(bare(form)) for form in forms if not is_function(form))


def _parts(word: str) -> frozenset[str]:
    return parts_of_speech(lemmas(word))
