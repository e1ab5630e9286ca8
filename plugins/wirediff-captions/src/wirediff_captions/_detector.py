"""The detector: one function for each rule, all of them against the reference's own count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from wirediff.model import Alignment, Block, Finding, Kind, Pair, Span
from wirediff_captions._blocks import Index, Key, Likeness, Side
from wirediff_captions._controls import printed_controls
from wirediff_captions._rules import RULES

_PICTORIAL: tuple[Kind, ...] = ("caption", "credit")
ALIKE = 0.5
"""Likeness from which a further caption is a reworded copy."""
ALIKE_IN_BODY = 0.6
"""The same for a paragraph, which may well tell what a caption tells."""
FEW_WORDS = 4
"""Shorter captions are no evidence when paragraphs or other captions resemble them."""


def run(alignment: Alignment) -> Iterator[Finding]:
    """All findings."""
    reference, version = Side(alignment.reference, alignment), Side(alignment.version, alignment)
    if not any(
        block.kind in (*_PICTORIAL, "widget") for block in chain(reference.article.blocks, version.article.blocks)
    ):
        return
    detector = _Detector(alignment, reference, version)
    yield from detector.repeated("credit", "credit-duplicate")
    yield from detector.repeated("caption", "duplicate")
    yield from detector.in_body()
    yield from detector.near_duplicates()
    yield from detector.changed()
    yield from detector.missing()
    yield from detector.added()
    for block, original in printed_controls(reference, version, alignment):
        told = f", which the reference has as “{original.text}”" if original else ""
        yield RULES["widget-text"].finding(
            f"“{block.text}”, the text of a control, is printed as content{told}.",
            [_whole(original)] if original else (),
            [_whole(block)],
        )


class _Detector:
    """Compares the captions and credits of two articles; remembers which captions are explained already."""

    def __init__(self, alignment: Alignment, reference: Side, version: Side) -> None:
        self.alignment = alignment
        self.reference = reference
        self.version = version
        self.explained: set[str] = set()
        captions = (*reference.of_kind("caption"), *version.of_kind("caption"))
        self.likeness = Likeness([(reference if block.id[0] == "r" else version).key(block) for block in captions])

    # ── copies ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def repeated(self, kind: Kind, rule: str) -> Iterator[Finding]:
        """Blocks of one text beyond the number in which the reference has it."""
        for key, blocks in self.version.groups(kind):
            originals = self._originals(kind, key, blocks)
            count, allowed = len(blocks), max(len(originals), 1)
            if count <= allowed:
                continue
            shared = kind == "caption" and self._images(blocks) > max(self._images_of(originals), 1)
            for block in self._extra(blocks, count - allowed):
                self.explained.add(block.id)
                if shared:
                    yield self._shared(block, blocks, originals)
                    continue
                yield RULES[rule].finding(
                    f"The version prints this {kind} {_times(count)}, the reference {_times(len(originals))}.",
                    map(_whole, originals),
                    [_whole(block)],
                    count=count,
                    reference_count=len(originals),
                )

    def _originals(self, kind: Kind, key: Key, blocks: Sequence[Block]) -> Sequence[Block]:
        """What the reference has of these: the same text, or what stands opposite one of them, and its copies."""
        opposite = [each for block in blocks for each in self.alignment.pair(block.id).reference if each.kind == kind]
        keys = dict.fromkeys([key, *map(self.reference.key, opposite)])
        return max((self.reference.same(kind, each) for each in keys), key=len)

    def _extra(self, blocks: Sequence[Block], number: int) -> list[Block]:
        """Which of the copies are too many: those without a counterpart first, then the later ones."""
        ranked = sorted(
            blocks, key=lambda block: (bool(self.alignment.pair(block.id).reference), -self.version.position[block.id])
        )
        return sorted(ranked[:number], key=lambda block: self.version.position[block.id])

    def _images(self, blocks: Sequence[Block]) -> int:
        return len({image for block in blocks if (image := self.version.image(block))})

    def _images_of(self, originals: Sequence[Block]) -> int:
        return len({image for block in originals if (image := self.reference.image(block))})

    def _shared(self, block: Block, blocks: Sequence[Block], originals: Sequence[Block]) -> Finding:
        images = list(dict.fromkeys(image for each in blocks if (image := self.version.image(each))))
        return RULES["shared"].finding(
            f"This caption stands under {len(images)} different images.",
            map(_whole, originals),
            [_whole(block)],
            images=images,
        )

    def in_body(self) -> Iterator[Finding]:
        """Paragraphs of the version that repeat a caption which the reference has as a caption only."""
        captions = {self.version.key(block): block for block in reversed(self.version.of_kind("caption"))}
        originals = {self.reference.key(block): block for block in reversed(self.reference.of_kind("caption"))}
        index = Index([*captions.values()], self.version)
        for block in self.version.article.blocks:
            key = self.version.key(block)
            if block.kind not in ("paragraph", "other") or len(key) < FEW_WORDS or self._was_in_body(block):
                continue
            caption = captions.get(key) or originals.get(key) or self._like(key, index, ALIKE_IN_BODY)
            if caption is not None:
                self.explained.add(block.id)
                spans = [_whole(caption)]
                yield RULES["in-body"].finding(
                    "This paragraph repeats a caption.",
                    spans if caption.id[0] == "r" else (),
                    [_whole(block)],
                    caption=caption.id,
                )

    def _was_in_body(self, block: Block) -> bool:
        """Whether the reference has this text in its body too."""
        if self.reference.same(block.kind, self.version.key(block)):
            return True
        return any(opposite.kind not in _PICTORIAL for opposite in self.alignment.pair(block.id).reference)

    def _like(self, key: Key, index: Index, threshold: float) -> Block | None:
        """The indexed block most like `key`, if it is alike enough."""
        scored = [(self.likeness.of(key, index.side.key(block)), block) for block in index.candidates(key)]
        best = max(scored, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] >= threshold else None

    def near_duplicates(self) -> Iterator[Finding]:
        """Captions without a counterpart that are reworded copies of one that has its own."""
        settled = [block for block in self.version.of_kind("caption") if block.id not in self.explained]
        paired = [block for block in settled if self.alignment.pair(block.id).reference]
        ours, theirs = Index(paired, self.version), Index(self.reference.of_kind("caption"), self.reference)
        for block in settled:
            key = self.version.key(block)
            if self.alignment.pair(block.id).reference or len(key) < FEW_WORDS:
                continue
            copied = self._like(key, ours, ALIKE) or self._kept(self._like(key, theirs, ALIKE))
            if copied is not None:
                self.explained.add(block.id)
                yield RULES["near-duplicate"].finding(
                    "This caption repeats another one in other words.",
                    [_whole(copied)] if copied.id[0] == "r" else map(_whole, self._opposite_captions(copied)),
                    [_whole(block)],
                    confidence=0.8,
                    caption=copied.id,
                )

    def _kept(self, original: Block | None) -> Block | None:
        """A caption of the reference, if the version has it already."""
        return original if original is not None and self.alignment.pair(original.id).version else None

    def _opposite_captions(self, block: Block) -> list[Block]:
        return [each for each in self.alignment.pair(block.id).reference if each.kind == "caption"]

    # ── against the reference ────────────────────────────────────────────────────────────────────────────────────────

    def changed(self) -> Iterator[Finding]:
        """Captions whose words differ from those of their counterpart, in the text or by their image."""
        for pair in self.alignment.pairs:
            if _is_of(pair, "caption") and pair.reference and pair.version:
                edits = [edit for edit in pair.edits if edit.op not in ("equal", "format")]
                if edits:
                    yield self._changed(
                        [edit.reference for edit in edits if edit.reference.text],
                        [edit.version for edit in edits if edit.version.text],
                    )
        for original, block in self._by_image():
            self.explained |= {original.id, block.id}
            yield self._changed([_whole(original)], [_whole(block)])

    def _changed(self, reference: list[Span], version: list[Span]) -> Finding:
        words = " … ".join(span.text for span in version) or "nothing"
        were = " … ".join(span.text for span in reference) or "nothing"
        return RULES["changed"].finding(f"The caption differs: “{were}” became “{words}”.", reference, version)

    def _by_image(self) -> list[tuple[Block, Block]]:
        """Captions without a counterpart that stand under the same image on both sides."""
        lost = {image: block for block in self._unpaired(self.reference) if (image := self.reference.image(block))}
        return [
            (lost[image], block)
            for block in self._unpaired(self.version)
            if (image := self.version.image(block)) in lost and image is not None
        ]

    def _unpaired(self, side: Side) -> list[Block]:
        return [
            block
            for block in side.of_kind("caption")
            if block.id not in self.explained and self.alignment.pair(block.id).relation in ("inserted", "deleted")
        ]

    def missing(self) -> Iterator[Finding]:
        """Captions of the reference that stand nowhere in the version."""
        for block in self._unpaired(self.reference):
            key = self.reference.key(block)
            if key and not any(self.version.same(kind, key) for kind in ("caption", "paragraph", "other")):
                yield RULES["missing"].finding("The version lacks this caption.", [_whole(block)])

    def added(self) -> Iterator[Finding]:
        """Captions of the version's own."""
        for block in self._unpaired(self.version):
            key = self.version.key(block)
            if key and not any(self.reference.same(kind, key) for kind in ("caption", "paragraph", "other")):
                yield RULES["added"].finding("The reference has no such caption.", (), [_whole(block)])


def _is_of(pair: Pair, kind: Kind) -> bool:
    return all(block.kind == kind for block in (*pair.reference, *pair.version))


def _whole(block: Block) -> Span:
    return block.span(0, len(block.text))


def _times(count: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(count, f"{count} times")
