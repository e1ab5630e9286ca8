"""A block, or a sentence by itself, in another place."""

from __future__ import annotations

from collections.abc import Iterator

from wirediff.model import Alignment, Example, Finding, Kind, Rule, SentencePair
from wirediff.wording import excerpt
from wirediff_structure.blocks import BODY, name_of, of_body

RULE = Rule(
    "structure/moved",
    "paragraph or sentence moved",
    "A paragraph, or a sentence of one, is elsewhere in the order of the version: the fourth paragraph became the "
    "second. Captions, credits, bylines and dates do not count, as page templates place them.",
    "note",
    nature="form",
    message="{what} moved{how}: “{text}”.",
    examples=(
        Example(
            "The council met on Tuesday.\n\nThe ferry line will close in May.\n\nForty pupils cross the sound.",
            "Forty pupils cross the sound.\n\nThe council met on Tuesday.\n\nThe ferry line will close in May.",
            (("Forty pupils cross the sound.", "Forty pupils cross the sound."),),
        ),
        Example(
            "<main><figure><img src='pier.jpg'><figcaption>Passengers wait on the pier.</figcaption></figure>"
            "<p>The council met on Tuesday.</p><p>The ferry line will close in May.</p></main>",
            "<main><p>The council met on Tuesday.</p><p>The ferry line will close in May.</p>"
            "<figure><img src='pier.jpg'><figcaption>Passengers wait on the pier.</figcaption></figure></main>",
            media_type="text/html",
        ),
    ),
)


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each moved block, and for each sentence that moved while its block stayed."""
    for pair in of_body(alignment, "moved"):
        text = excerpt(pair.version[0].text)
        message = RULE.message.format(what=name_of(pair.version[0]), how="", text=text)
        reference, version = ([block.whole for block in blocks] for blocks in (pair.reference, pair.version))
        yield RULE.finding(message, reference, version)
    for moved in alignment.sentence_pairs:
        if moved.moved and not _in_moved_blocks(moved, alignment):
            kinds = [alignment.block(each.span.block).kind for each in (moved.reference[0], moved.version[-1])]
            if not BODY.isdisjoint(kinds):
                yield _sentence_moved(moved, *kinds)


def _sentence_moved(moved: SentencePair, reference: Kind, version: Kind) -> Finding:
    both_body = reference in BODY and version in BODY
    how = "" if reference == version or both_body else f" from a {reference} to a {version}"
    message = RULE.message.format(what="Sentence", how=how, text=excerpt(moved.version[0].span.text))
    spans = ([sentence.span for sentence in half] for half in (moved.reference, moved.version))
    return RULE.finding(message, *spans)


def _in_moved_blocks(moved: SentencePair, alignment: Alignment) -> bool:
    """Whether sentences moved only because their blocks did, which is the blocks' finding."""
    reference = [alignment.pair(sentence.span.block) for sentence in moved.reference]
    version = {id(alignment.pair(sentence.span.block)) for sentence in moved.version}
    return set(map(id, reference)) == version and all(pair.relation == "moved" for pair in reference)
