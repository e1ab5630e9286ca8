"""Images: which of two articles' figures show one picture, and whose captions changed places.

Nothing is fetched. What is known of an image decides, the surest first: its bytes and its look, where an archive or the
page itself holds it; else its address, its file name, its description.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

from wirediff import addresses
from wirediff.model import Alignment, Article, Block, Figure, Picture

__all__ = ["Evidence", "Exchange", "called_alike", "depict_one", "exchanges", "seen_alike"]

Evidence: TypeAlias = Literal["content", "address", "name", "description", "place"]
"""What identifies a picture, the surest first; `place` (in the page) where nothing that is known of the image does."""
ONE_LOOK, OTHER_LOOK = 24, 40
"""Bits of 128 in which the look of one picture differs at most, and from which it is another picture's.

Measured on 28 photographs, drawings and scans: saved anew, made smaller, brighter or grey, or with a mark in a corner,
a picture differs from itself in 0 to 11 bits; without 3 % at each edge in 12 to 32, without 6 % in 25 to 40; two
pictures of different subjects in 41 or more, in 64 at the median. Between the two numbers the look says nothing.
"""
PLAIN = 8
"""Bits that are set in the look of an image without light and shade at most: only its colour says what it is."""
OTHER_COLOUR = 64
"""Steps of 256 in red, green or blue from which a plain image is another one. Both chosen by hand."""
ALIKE = 80.0
"""Per cent of likeness from which two alternative texts describe one image, or two file names are one. Chosen by hand
on the fixtures: content systems add a word or two ("scaled", "final")."""
FEW_WORDS = 2
"""Words of an alternative text that many images of one article may have: “The quay”. Chosen by hand."""
_SEPARATORS = re.compile(r"[-_.+%\s]+")
_NUMBERS = re.compile(r"\d+")
_WORD = re.compile(r"\w+")


# ── one picture or two ───────────────────────────────────────────────────────────────────────────────────────────────


def seen_alike(reference: Figure, version: Figure) -> bool | None:
    """Whether two images are one picture by their bytes, else by their look; None where neither says so."""
    if reference.sha256 and reference.sha256 == version.sha256:
        return True
    if not reference.look or not version.look:
        return None
    (old, old_colour), (new, new_colour) = (_parts(look) for look in (reference.look, version.look))
    if max(old.bit_count(), new.bit_count()) <= PLAIN:
        steps = (abs(before - after) for before, after in zip(old_colour, new_colour, strict=True))
        return False if max(steps) >= OTHER_COLOUR else None
    bits = (old ^ new).bit_count()
    return True if bits <= ONE_LOOK else False if bits >= OTHER_LOOK else None


def _parts(look: str) -> tuple[int, bytes]:
    shape, _, colour = look.partition("-")
    return int(shape, 16), bytes.fromhex(colour)


def depict_one(reference: Picture, version: Picture) -> bool | None:
    """Whether two figures show one picture, by everything that is known of them; None where nothing says so.

    Another look under another address of one name may be another cut: pages show square ones on small screens.
    """
    seen, called = seen_alike(reference.figure, version.figure), called_alike(reference, version)
    if seen is False and called and reference.figure.image != version.figure.image:
        return None
    return called if seen is None else seen


def called_alike(reference: Picture, version: Picture) -> bool | None:
    """Whether two figures show one picture by their addresses, names and descriptions; None where nothing says so."""
    old, new = reference.figure, version.figure
    if old.image and new.image and addresses.page(old.image) == addresses.page(new.image):
        return True
    named, described = _named_alike(old, new), _described_alike(reference, version)
    if named or described:
        return True
    return None if named is None and described is None else False


def _named_alike(old: Figure, new: Figure) -> bool | None:
    """Whether the file names are one; None where a name says nothing."""
    before, after = addresses.picture(old.image), addresses.picture(new.image)
    if before is None or after is None:
        return None
    if before.name == after.name:
        return True
    if not before.telling or not after.telling:
        return None
    return _numbers(before.name) == _numbers(after.name) and _alike(before.name, after.name)


def _described_alike(reference: Picture, version: Picture) -> bool | None:
    """Whether the alternative texts describe one image; None where one is missing, or where they prove nothing.

    A text that only repeats the lines of its picture, as programs write it, is given to any image in that place; and
    equal ones of two words are.
    """
    old, new = reference.figure.alt, version.figure.alt
    if not old or not new or _repeats(old, reference) or _repeats(new, version):
        return None
    if not _alike(old, new):
        return False
    return None if min(len(_folded(alt).split()) for alt in (old, new)) <= FEW_WORDS else True


def _repeats(alt: str, picture: Picture) -> bool:
    lines = " ".join(block.text for block in (*picture.captions, *picture.credits))
    return _folded(alt) in _folded(lines)


def _alike(reference: str, version: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio  # here, as whoever only reads the rules needn't wait for it

    return token_set_ratio(*(_SEPARATORS.sub(" ", text.casefold()) for text in (reference, version))) >= ALIKE


def _numbers(name: str) -> list[str]:
    return sorted(_NUMBERS.findall(name))


def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


# ── captions that changed places ─────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Exchange:
    """Captions that changed pictures among themselves.

    Each is now with the picture that the next one had, and the last with that of the first; `reference` and `version`
    hold their prints in the same order. `evidence` is the weakest of what identifies the pictures.
    """

    reference: tuple[Block, ...]
    version: tuple[Block, ...]
    evidence: Evidence


def exchanges(alignment: Alignment) -> Iterator[Exchange]:
    """Yield the captions of two or more pictures that changed places, in the version's order.

    A gallery in another order is no exchange, as its captions keep their pictures.
    """
    reference, version = _prints(alignment.reference), _prints(alignment.version)
    if len(reference) < 2 or len(version) < 2:  # most articles have one picture
        return
    pictures = _Pictures(reference)
    elsewhere: dict[str, _Elsewhere] = {}
    for each in version:
        text = _original_text(each.caption, alignment, pictures.captions)
        found = pictures.caption_of(each) if text in pictures.captions else None
        if found and found[0] != text:
            elsewhere.setdefault(text, _Elsewhere(each.caption, *found))
    for ring in _rings(elsewhere):
        yield Exchange(
            tuple(pictures.captions[text] for text in ring),
            tuple(elsewhere[text].caption for text in ring),
            max((elsewhere[text].evidence for text in ring), key=get_args(Evidence).index),
        )


class _Print(NamedTuple):
    """A caption where it is printed, with the figure whose first caption it is."""

    caption: Block
    figure: Figure | None

    @property
    def marks(self) -> Iterator[tuple[Evidence, Hashable]]:
        """What may identify the picture in another article besides its content, the surest first."""
        image, alt = (self.figure.image, self.figure.alt) if self.figure else (None, None)
        if image and (name := addresses.picture(image)):
            yield "address", addresses.page(image)
            yield "name", name.name
        if alt:
            yield "description", _folded(alt)
        if self.caption.path:
            yield "place", self.caption.path


class _Elsewhere(NamedTuple):
    """A caption of the version with the picture that another text has in the reference."""

    caption: Block
    follower: str
    evidence: Evidence


def _prints(article: Article) -> list[_Print]:
    """All captions; the figure is that of its first one, as a further one may be a button's text."""
    figures = {picture.captions[0].id: picture.figure for picture in article.pictures if picture.captions}
    captions = (block for block in article.blocks if block.kind == "caption" and _folded(block.text))
    return [_Print(block, figures.get(block.id)) for block in captions]


def _original_text(caption: Block, alignment: Alignment, known: Mapping[str, object]) -> str:
    """The words of a caption, or if the reference has no such caption those of its counterpart."""
    own = _folded(caption.text)
    originals = alignment.pair(caption.id).reference
    return own if own in known or not originals else _folded(originals[0].text)


class _Pictures:
    """The reference's captions by what identifies their pictures; `captions` has the first print of each text."""

    def __init__(self, prints: Sequence[_Print]) -> None:
        self.captions: dict[str, Block] = {}
        self._held: list[tuple[str, Figure]] = []
        self._marked: dict[tuple[Evidence, Hashable], set[str]] = defaultdict(set)
        for each in prints:
            text = _folded(each.caption.text)
            self.captions.setdefault(text, each.caption)
            if each.figure and each.figure.sha256:
                self._held.append((text, each.figure))
            for mark in each.marks:
                self._marked[mark].add(text)

    def caption_of(self, own: _Print) -> tuple[str, Evidence] | None:
        """The text that the picture of `own` has in the reference, and what identifies it.

        What pictures with several captions share, such as a placeholder, identifies none of them.
        """
        for evidence, texts in self._candidates(own):
            if len(texts) == 1:
                return next(iter(texts)), evidence
        return None

    def _candidates(self, own: _Print) -> Iterator[tuple[Evidence, set[str]]]:
        figure = own.figure
        if figure and figure.sha256:
            yield "content", {text for text, held in self._held if seen_alike(held, figure)}
        for mark in own.marks:
            yield mark[0], self._marked.get(mark, set())


def _rings(elsewhere: Mapping[str, _Elsewhere]) -> Iterator[list[str]]:
    """Yield the rings of texts each of which has the picture of the next, each ring once."""
    seen: set[str] = set()
    for text in elsewhere:
        way: list[str] = []
        while text in elsewhere and text not in seen:
            seen.add(text)
            way.append(text)
            text = elsewhere[text].follower
        if text in way:
            yield way[way.index(text) :]
