"""How many passages are found again after a rearrangement, and how many are taken for another, in a folder of articles.

    python tests/benchmarks/rearrangements.py FOLDER [--seed N]

FOLDER holds plain texts, a paragraph a line, such as `data/dev/text` of networkdynamics/PolNeAR. Of each article a
version is made for each kind of rearrangement, with words of the passages in question replaced by others of the folder
at each of several rates, and a third as many everywhere else. Printed is the share of the versions in which every
sentence of these passages is paired with what became of it. The last lines count pairs of sentences that only one side
has: each side lacks other sentences, or paragraphs, of one article, and what one side lacks corresponds to nothing.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeAlias

from wirediff.align import align
from wirediff.model import Alignment, Article, Block, Source, Span
from wirediff.segment import sentences

RATES = (0.0, 0.15, 0.3, 0.4, 0.5)
ELSEWHERE = 1 / 3
LEAST_WORDS = 6
"""Words of a sentence that can be recognised by them."""
LEAST_PARAGRAPHS = 6
LACKING = (0.2, 0.4)
JOINT = re.compile(r", (?:and|but|which|who|while|as|after|so) ")

Place: TypeAlias = tuple[int, int]
"""A sentence of the reference: numbers of its paragraph and of the sentence in it."""
Text: TypeAlias = list[list[str]]
"""The sentences of paragraphs."""


class Sentence(NamedTuple):
    """A sentence of a version, and those of the reference that it was made of."""

    text: str
    sources: tuple[Place, ...]


Version: TypeAlias = list[list[Sentence]]


class Case(NamedTuple):
    """A version, and the sentences that are asked about."""

    version: Version
    asked: set[Place]


# ── rearrangements ───────────────────────────────────────────────────────────────────────────────────────────────────


def sentence_to_another_paragraph(text: Text, rng: random.Random) -> Case:
    """One sentence."""
    i, k = rng.choice([(i, k) for i, own in enumerate(text) if len(own) > 1 for k, s in enumerate(own) if is_long(s)])
    version = copied(text)
    sentence = version[i].pop(k)
    target = version[rng.choice([j for j in range(len(text)) if abs(i - j) > 1])]
    target.insert(rng.randrange(len(target) + 1), sentence)
    return Case(version, {(i, k)})


def sentence_within_its_paragraph(text: Text, rng: random.Random) -> Case:
    """One sentence, to another place."""
    i = a_paragraph(text, rng, 3)
    version = copied(text)
    k = rng.randrange(len(text[i]))
    sentence = version[i].pop(k)
    version[i].insert(rng.choice([n for n in range(len(text[i])) if n != k]), sentence)
    return Case(version, {(i, k)})


def sentence_in_two(text: Text, rng: random.Random) -> Case:
    """One sentence, cut at a conjunction or a relative clause."""
    i, k, found = rng.choice(
        [
            (i, k, found)
            for i, own in enumerate(text)
            for k, s in enumerate(own)
            for found in JOINT.finditer(s)
            if is_long(s[: found.start()]) and is_long(s[found.end() :])
        ]
    )
    version = copied(text)
    parts = f"{text[i][k][: found.start()]}.", f"It {text[i][k][found.end() :]}"
    version[i][k : k + 1] = [Sentence(part, ((i, k),)) for part in parts]
    return Case(version, {(i, k)})


def two_sentences_in_one(text: Text, rng: random.Random) -> Case:
    """Neighbours, joined by "and"."""
    i = a_paragraph(text, rng, 2)
    k = rng.randrange(len(text[i]) - 1)
    version = copied(text)
    first, second = text[i][k : k + 2]
    joined = f"{first[:-1]}, and {second[0].lower()}{second[1:]}"
    version[i][k : k + 2] = [Sentence(joined, ((i, k), (i, k + 1)))]
    return Case(version, {(i, k), (i, k + 1)})


def paragraph_elsewhere(text: Text, rng: random.Random) -> Case:
    """One paragraph."""
    i = a_paragraph(text, rng, 1)
    version = copied(text)
    version.insert(elsewhere(text, i, rng), version.pop(i))
    return Case(version, all_of(text, i))


def paragraph_in_two(text: Text, rng: random.Random) -> Case:
    """One paragraph, cut between sentences."""
    i = a_paragraph(text, rng, 2)
    version = copied(text)
    version[i : i + 1] = halves(version[i], rng)
    return Case(version, all_of(text, i))


def paragraph_in_two_elsewhere(text: Text, rng: random.Random) -> Case:
    """One paragraph, cut and moved."""
    i = a_paragraph(text, rng, 2)
    version = copied(text)
    at = elsewhere(text, i, rng)
    version[at:at] = halves(version.pop(i), rng)
    return Case(version, all_of(text, i))


def paragraph_in_two_places(text: Text, rng: random.Random) -> Case:
    """One paragraph, whose halves moved apart."""
    i = a_paragraph(text, rng, 2)
    version = copied(text)
    first, second = halves(version.pop(i), rng)
    early, late = sorted(rng.sample(range(len(version) + 1), 2))
    version.insert(late, second)
    version.insert(early, first)
    return Case(version, all_of(text, i))


def two_paragraphs_in_one(text: Text, rng: random.Random) -> Case:
    """Neighbours."""
    i = rng.randrange(len(text) - 1)
    version = copied(text)
    version[i : i + 2] = [version[i] + version[i + 1]]
    return Case(version, all_of(text, i) | all_of(text, i + 1))


def neighbours_exchanged(text: Text, rng: random.Random) -> Case:
    """Two paragraphs."""
    i = rng.randrange(len(text) - 1)
    version = copied(text)
    version[i : i + 2] = version[i + 1], version[i]
    return Case(version, all_of(text, i) | all_of(text, i + 1))


def break_shifted(text: Text, rng: random.Random) -> Case:
    """The last sentence of a paragraph, to the start of the next one."""
    i = rng.choice([i for i, own in enumerate(text[:-1]) if len(own) > 1])
    version = copied(text)
    version[i + 1].insert(0, version[i].pop())
    return Case(version, {(i, len(text[i]) - 1)})


KINDS: tuple[Callable[[Text, random.Random], Case], ...] = (
    sentence_to_another_paragraph,
    sentence_within_its_paragraph,
    sentence_in_two,
    two_sentences_in_one,
    paragraph_elsewhere,
    paragraph_in_two,
    paragraph_in_two_elsewhere,
    paragraph_in_two_places,
    two_paragraphs_in_one,
    neighbours_exchanged,
    break_shifted,
)


def is_long(sentence: str) -> bool:
    """Whether a sentence has words enough."""
    return len(sentence.split()) >= LEAST_WORDS


def copied(text: Text) -> Version:
    """A version that is the reference."""
    return [[Sentence(s, ((i, k),)) for k, s in enumerate(own)] for i, own in enumerate(text)]


def a_paragraph(text: Text, rng: random.Random, least: int) -> int:
    """The number of one of at least so many sentences, all of them long."""
    return rng.choice([i for i, own in enumerate(text) if len(own) >= least and all(map(is_long, own))])


def elsewhere(text: Text, i: int, rng: random.Random) -> int:
    """A place two paragraphs away or more."""
    return (i + 2 + rng.randrange(len(text) - 3)) % len(text)


def halves(paragraph: list[Sentence], rng: random.Random) -> list[list[Sentence]]:
    """Both parts of a paragraph."""
    cut = rng.randrange(1, len(paragraph))
    return [paragraph[:cut], paragraph[cut:]]


def all_of(text: Text, i: int) -> set[Place]:
    """All sentences of a paragraph."""
    return {(i, k) for k in range(len(text[i]))}


# ── measuring ────────────────────────────────────────────────────────────────────────────────────────────────────────


def reworded(case: Case, words: Sequence[str], rate: float, rng: random.Random) -> Version:
    """The version with words replaced, except the first of a sentence and the last, which end it."""

    def changed(sentence: Sentence) -> Sentence:
        own = rate if case.asked.intersection(sentence.sources) else rate * ELSEWHERE
        first, *inner = sentence.text.split()
        last = inner[-1:]
        kept = [rng.choice(words) if rng.random() < own else word for word in inner[:-1]]
        return sentence._replace(text=" ".join([first, *kept, *last]))

    return [[changed(sentence) for sentence in own] for own in case.version if own]


def is_found(text: Text, version: Version, asked: set[Place]) -> bool:
    """Whether every long sentence that is asked about is paired with all that it became."""
    alignment = aligned(text, [[sentence.text for sentence in own] for own in version])
    links = [(r.span, v.span) for pair in alignment.sentence_pairs for r in pair.reference for v in pair.version]
    return all(
        any(covers(r, old) and covers(v, new) for r, v in links)
        for j, own in enumerate(version)
        for n, sentence in enumerate(own)
        for i, k in asked.intersection(sentence.sources)
        if is_long(text[i][k])
        for old, new in [
            (span_of(alignment.reference.blocks[i], text[i], k), span_of(alignment.version.blocks[j], texts(own), n))
        ]
    )


def texts(paragraph: Sequence[Sentence]) -> list[str]:
    """The texts of a version's paragraph."""
    return [sentence.text for sentence in paragraph]


def span_of(block: Block, paragraph: Sequence[str], k: int) -> Span:
    """Where the sentence of a number is."""
    start = sum(len(own) + 1 for own in paragraph[:k])
    return block.span(start, start + len(paragraph[k]))


def covers(found: Span, wanted: Span) -> bool:
    """Whether a sentence as it was found is most of the wanted one."""
    overlap = min(found.end, wanted.end) - max(found.start, wanted.start)
    return found.block == wanted.block and 2 * overlap > wanted.end - wanted.start


def false_pairs(text: Text, share: float, rng: random.Random, *, by_paragraph: bool) -> tuple[int, int, int]:
    """How many sentences one side lacks, how many of them are paired as moved, and how many in their places."""
    units = [(i, None) for i in range(len(text))] if by_paragraph else [(i, k) for i, k in each_of(text)]
    rng.shuffle(units)
    count = max(1, int(share * len(units)))
    gone_v, gone_r = set(units[:count]), set(units[count : 2 * count])

    def without(gone: set[tuple[int, int | None]]) -> Text:
        kept = [[s for k, s in enumerate(own) if not gone & {(i, None), (i, k)}] for i, own in enumerate(text)]
        return [own for own in kept if own]

    only_r, only_v = (
        {s for i, k in gone for s in (text[i] if k is None else [text[i][k]])} for gone in (gone_v, gone_r)
    )
    false = [
        pair.moved
        for pair in aligned(without(gone_r), without(gone_v)).sentence_pairs
        for r in pair.reference
        for v in pair.version
        if r.span.text in only_r and v.span.text in only_v
    ]
    return len(only_r), sum(false), len(false) - sum(false)


def each_of(text: Text) -> Iterator[Place]:
    """The places of all sentences."""
    return ((i, k) for i, own in enumerate(text) for k in range(len(own)))


def aligned(reference: Text, version: Text) -> Alignment:
    """The alignment of two texts of paragraphs."""
    articles = (
        Article(
            Source.from_text(""),
            language="en",
            blocks=tuple(Block(f"{side}{n}", "paragraph", " ".join(own)) for n, own in enumerate(text, 1)),
        )
        for side, text in (("r", reference), ("v", version))
    )
    return align(*articles)


def read(path: Path) -> Text:
    """The sentences of the paragraphs of a text, headings and other short lines left out."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines() if len(line.split()) > LEAST_WORDS)
    return [[own.span.text for own in sentences(Block("", "paragraph", line), "en")] for line in lines]


def table(folder: Path, seed: int) -> Iterator[str]:
    """Yield its lines."""
    articles = [text for path in sorted(folder.glob("*.txt")) if len(text := read(path)) >= LEAST_PARAGRAPHS]
    words = [word for text in articles for own in text for s in own for word in s.split() if word.isalpha()]
    yield f"{'replaced':>32}" + "".join(f"{rate:>8.0%}" for rate in RATES)
    for kind in KINDS:
        cases = list(cases_of(kind, articles, seed))
        shares = [
            sum(is_found(text, reworded(case, words, rate, random.Random(n)), case.asked) for n, text, case in cases)
            for rate in RATES
        ]
        told = "".join(f"{found / len(cases):>8.0%}" for found in shares)
        yield f"{kind.__name__.replace('_', ' '):>32}{told} of {len(cases)}"
    for by_paragraph in (False, True):
        for share in LACKING:
            rng = random.Random(seed)
            counts = [false_pairs(text, share, rng, by_paragraph=by_paragraph) for text in articles]
            of, moved, in_place = map(sum, zip(*counts, strict=True))
            what = "paragraphs" if by_paragraph else "sentences"
            yield f"each side lacks {share:.0%} of the {what}: of {of} sentences {moved} moved, {in_place} in place"


def cases_of(
    kind: Callable[[Text, random.Random], Case], articles: Sequence[Text], seed: int
) -> Iterator[tuple[int, Text, Case]]:
    """Yield a case of each article that offers one, with a number."""
    rng = random.Random(seed)
    for number, text in enumerate(articles):
        try:
            yield number, text, kind(text, rng)
        except IndexError:  # nothing to choose from
            continue


def main() -> None:
    """Print a line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    for line in table(arguments.folder, arguments.seed):
        print(line, flush=True)


if __name__ == "__main__":
    main()
