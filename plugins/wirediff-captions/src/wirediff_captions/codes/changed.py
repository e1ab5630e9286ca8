"""A caption in other words than in the reference."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from wirediff.model import Block, Edit, Example, Finding, Pair, Rule, Span
from wirediff_captions.exchange import exchanged
from wirediff_captions.review import Review


def _page(caption: str) -> str:
    return (
        f"<main><figure><img src='pier.jpg'><figcaption>{caption}</figcaption></figure>"
        "<p>The council of Port Salter met on Tuesday.</p></main>"
    )


RULE = Rule(
    "captions/changed",
    "caption changed",
    "The words of a caption differ from those of the reference's caption of the same text or the same image: “pier” "
    "became “jetty”. Changes of capitalisation alone are ignored. `data.edits` lists what became what. Where people in "
    "the picture changed places (“Ada Holm, left, and Omar Said”), it is serious.",
    "warning",
    nature="substitution",
    message="Caption changed: {change}.",
    examples=(
        Example(
            _page("Passengers wait on the pier at Port Salter."),
            _page("Passengers wait on the jetty at Port Salter."),
            (("pier", "jetty"),),
            "text/html",
        ),
        Example(
            _page("Passengers wait on the pier at Port Salter."),
            _page("PASSENGERS WAIT ON THE PIER AT PORT SALTER"),
            (),
            "text/html",
        ),
    ),
)
_WORD = re.compile(r"\w+")


def find(review: Review) -> Iterator[Finding]:
    """Yield a finding for each caption whose words differ from those of its counterpart, by the text or the image."""
    for pair in review.alignment.pairs:
        if not pair.reference or not pair.version or any(map(review.is_explained, pair.version)):
            continue
        if found := _exchanged(review, pair):
            yield found
        elif _differ(review, pair):
            edits = [edit for edit in pair.edits if edit.is_change and not _is_in_credit(review, edit)]
            reference = _outside_labels(review, (edit.reference for edit in edits))
            version = [
                span
                for span in _outside_labels(review, (edit.version for edit in edits))
                if not _came_with_copy(review, span, pair)
            ]
            # Where a repeated caption lost its full stop in between, only marks are left.
            if any(_WORD.search(span.text) for span in (*reference, *version)):
                yield finding(reference, version, edits)
    for original, block in _of_one_image(review):
        review.explain(original, block)
        yield finding([original.whole], [block.whole])


def _exchanged(review: Review, pair: Pair) -> Finding | None:
    """Return the finding that two stretches of a caption changed places: serious where they say who is where."""
    if len(pair.reference) > 1 or len(pair.version) > 1 or not _differ(review, pair):
        return None
    found = exchanged(pair.reference[0], pair.version[0], review.reference, review.version)
    if found is None:
        return None
    (first, second), places = found.reference, zip(found.reference, found.version, strict=True)
    return RULE.finding(
        RULE.message.format(change=f"“{first.text}” and “{second.text}” changed places"),
        found.reference,
        found.version,
        severity="error" if found.placed else None,
        edits=[{"reference": old.text, "version": new.text} for old, new in places],
    )


def finding(
    reference: Sequence[Span], version: Sequence[Span], edits: Sequence[Edit] = (), confidence: float = 1.0
) -> Finding:
    """Return the finding that the words of `reference` became those of `version`."""
    old, new = (" … ".join(span.text for span in spans) for spans in (reference, version))
    if not old:
        change = f"“{new}” was added"
    elif not new:
        change = f"“{old}” was removed"
    else:
        change = f"“{old}” became “{new}”"
    listed = [{"reference": edit.reference.text.strip(), "version": edit.version.text.strip()} for edit in edits]
    return RULE.finding(RULE.message.format(change=change), reference, version, confidence=confidence, edits=listed)


def _came_with_copy(review: Review, span: Span, pair: Pair) -> bool:
    """Whether words next to a copy within the line are the picture's too: its credit, or the caption's last words."""
    line = review.alignment.block(span.block)
    if not review.labels(line):
        return False
    credits_near = [block for block in review.version.around(line, 1) if block.kind == "credit"]
    return any(_spaced(span.text) in _spaced(block.text) for block in (*credits_near, *pair.reference))


def _is_in_credit(review: Review, edit: Edit) -> bool:
    """Whether one side has the words at the caption's end, the other in the credit next to it: "(file photo)"."""
    if edit.op == "replace":
        return False
    own, anchor = (edit.reference, edit.version) if edit.op == "delete" else (edit.version, edit.reference)
    if not anchor.block:
        return False
    caption = review.alignment.block(anchor.block)
    neighbours = review.layout_of(caption).around(caption, 1)
    words = _spaced(own.text)
    return words != "  " and any(each.kind == "credit" and words in _spaced(each.text) for each in neighbours)


def _spaced(text: str) -> str:
    """Return the words of a text, each between spaces."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _differ(review: Review, pair: Pair) -> bool:
    """Whether captions differ in more than capitals and punctuation, which a template may change."""
    if any(block.kind != "caption" for block in (*pair.reference, *pair.version)):
        return False
    reference = [word for block in pair.reference for word in review.reference.key(block)]
    return reference != [word for block in pair.version for word in review.version.key(block)]


def _outside_labels(review: Review, spans: Iterable[Span]) -> list[Span]:
    """Return what of the spans isn't a control's text."""
    return [piece for span in spans if span.text.strip() for piece in review.outside_labels(span)]


def _of_one_image(review: Review) -> Iterator[tuple[Block, Block]]:
    """Yield captions without a counterpart that are under the same image on both sides, each once."""
    lost = {
        image: block
        for block in reversed(review.lost_captions(review.reference))
        if (image := review.reference.image(block))
    }
    for block in review.lost_captions(review.version):
        image = review.version.image(block)
        original = lost.pop(image, None) if image else None
        if original is not None:
            yield original, block
