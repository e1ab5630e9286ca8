"""The ledger: replacements that recur, with their count, their places and their exceptions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wirediff.model import Finding, Rule, Severity, Span
from wirediff.wording import times
from wirediff_terms.codes import modality, negation, synonym, systematic
from wirediff_terms.judge.grounds import recurring
from wirediff_terms.lexicon.words import is_function
from wirediff_terms.match.passage import Key, Passage, Words

Place = tuple[tuple[Span, ...], tuple[Span, ...]]
_OFTEN = 3
"""Minimum occurrences of a replacement of the ledger: twice the same synonym may be chance."""
_TWICE = 2
"""Minimum occurrences of a replacement that chance does not explain: of several words, or of a rule not below."""
_COMMON: tuple[Rule, ...] = (synonym.RULE, negation.RULE, modality.RULE)
"""Rules of which two findings with the same words may be chance; chosen by hand on the fixtures."""


@dataclass
class Item:
    """One replacement with all its places."""

    reference: Key
    version: Key
    occurrences: list[tuple[Passage, Sequence[int], Sequence[int]]] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)

    def places(self) -> list[Place]:
        """Return the spans of all occurrences."""
        return [
            (passage.reference.spans(reference), passage.version.spans(version))
            for passage, reference, version in self.occurrences
        ]

    def wordings(self) -> tuple[list[str], list[str]]:
        """Return the words of all occurrences, on both sides."""
        return (
            [_text(passage.reference, reference) for passage, reference, _ in self.occurrences],
            [_text(passage.version, version) for passage, _, version in self.occurrences],
        )


class Ledger:
    """Collects replacements over the whole pair."""

    def __init__(self) -> None:
        self._items: dict[Key, dict[Key, Item]] = {}
        self._kept: dict[Key, list[Place]] = defaultdict(list)

    def add(self, passage: Passage, reference: Sequence[int], version: Sequence[int], rule: Rule) -> None:
        """Enter one replacement of content words."""
        words_r, words_v = passage.reference.term(reference), passage.version.term(version)
        if words_r == words_v or (rule is not modality.RULE and all(map(is_function, (*words_r, *words_v)))):
            return
        items = self._items.setdefault(words_r, {})
        item = items.get(words_v)
        if item is None:
            item = items[words_v] = Item(words_r, words_v)
        item.occurrences.append((passage, reference, version))
        item.rules.append(rule)

    def systematic(self, passages: Iterable[Passage]) -> Iterator[Finding]:
        """Yield one finding for each replacement that recurs, most frequent first."""
        items = [item for group in self._items.values() for item in group.values() if _recurs(item)]
        if not items:
            return
        self._find_kept({item.reference for item in items}, passages)
        for item in sorted(items, key=lambda item: -len(item.occurrences)):
            yield self._finding(item)

    def _find_kept(self, terms: set[Key], passages: Iterable[Passage]) -> None:
        """Find the places where the version left a recurring term unchanged."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for key in terms:
            lengths[key[0]].add(len(key))
        for passage in passages:
            words = passage.reference
            for start, word in enumerate(words.term(range(len(words)))):
                for length in lengths.get(word, ()):
                    indices = range(start, start + length)
                    if all(i in passage.matched for i in indices) and words.term(indices) in terms:
                        there = [passage.matched[i] for i in indices]
                        self._kept[words.term(indices)].append((words.spans(indices), passage.version.spans(there)))

    def _finding(self, item: Item) -> Finding:
        reference, version = map(_common, item.wordings())
        places = item.places()
        count = len(places)
        exceptions = list(self._exceptions(item))
        kept = sum(exception["kind"] == "kept" for exception in exceptions)
        return systematic.RULE.finding(
            f"“{reference}” was replaced by “{version}” {times(count)}{_excepted(kept, len(exceptions) - kept)}.",
            [span for spans, _ in places for span in spans],
            [span for _, spans in places for span in spans],
            severity=_severity(item),
            confidence=recurring(count),
            reference=reference,
            version=version,
            count=count,
            exceptions=exceptions,
        )

    def _exceptions(self, item: Item) -> Iterator[Mapping[str, Any]]:
        for reference, version in self._kept[item.reference]:
            yield {"kind": "kept", **_place(reference, version)}
        for other in self._items[item.reference].values():
            if other is not item:
                for reference, version in other.places():
                    yield {"kind": "replaced otherwise", **_place(reference, version)}


def _excepted(kept: int, otherwise: int) -> str:
    """Return how often the term was not replaced so, as the end of a sentence."""
    parts = [
        f"{what} {times(count)}"
        for what, count in (("left unchanged", kept), ("replaced differently", otherwise))
        if count
    ]
    return f"{', ' if parts[1:] else ' and '}{' and '.join(parts)}" if parts else ""


def _recurs(item: Item) -> bool:
    count = len(item.occurrences)
    unusual = len(item.version) > 1 or any(rule not in _COMMON for rule in item.rules)
    return count >= _OFTEN or (count >= _TWICE and unusual)


def _severity(item: Item) -> Severity:
    return "error" if any(rule.severity == "error" for rule in item.rules) else "warning"


def _common(wordings: Sequence[str]) -> str:
    """Return the most frequent form of a term, in lower case if it ever has that."""
    counted = Counter(wordings)
    lower = [form for form in counted if form == form.lower()]
    return max(lower or counted, key=lambda form: (counted[form], form))


def _text(words: Words, indices: Sequence[int]) -> str:
    return " ".join([words.forms[index].removesuffix("'s") for index in indices])


def _place(reference: Sequence[Span], version: Sequence[Span]) -> dict[str, Any]:
    return {
        side: [{"block": span.block, "start": span.start, "end": span.end, "text": span.text} for span in spans]
        for side, spans in (("reference", reference), ("version", version))
    }
