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
"""What identifies a picture, the surest first; `place` (in the page) where nothing is known of the image."""
ONE_LOOK, OTHER_LOOK = 24, 40
"""Bits of 128 in which the look of one picture differs at most, and from which it is another picture's.

Measured on 28 photographs, drawings and scans: saved anew, made smaller, brighter or grey, or with a mark in a corner,
a picture differs from itself in 0 to 11 bits; without 3 % at each edge in 12 to 32, without 6 % in 25 to 40; two
pictures of different subjects in 41 or more, in 64 at the median. Between the two numbers the look says nothing.
"""
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
    if not reference.dhash or not version.dhash:
        return None
    bits = (int(reference.dhash, 16) ^ int(version.dhash, 16)).bit_count()
    return True if bits <= ONE_LOOK else False if bits >= OTHER_LOOK else None


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
    """Whether the alternative texts describe one image; None where one is missing, or where equal ones prove nothing.

    A text of two words, or one that only repeats the caption, is given to any image in that place.
    """
    old, new = reference.figure.alt, version.figure.alt
    if not old or not new:
        return None
    if not _alike(old, new):
        return False
    return None if _is_weak(old, reference) or _is_weak(new, version) else True


def _is_weak(alt: str, picture: Picture) -> bool:
    words = _folded(alt)
    return len(words.split()) <= FEW_WORDS or any(words in _folded(block.text) for block in picture.captions)


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

    A gallery in another order is no exchange, as its captions keep their pictures. A caption printed several times has
    changed pictures only if none of its prints is with a picture that it had.
    """
    reference, version = _prints(alignment.reference), _prints(alignment.version)
    if len(reference) < 2 or len(version) < 2:  # most articles have one picture
        return
    texts = {each.caption.id: _folded(each.caption.text) for each in reference}
    old = _grouped(reference, texts)
    new = _grouped(version, {each.caption.id: _original_text(each.caption, alignment, old) for each in version})
    pictures = _Pictures(reference)
    elsewhere: dict[str, _Captions] = {}
    for text in filter(old.__contains__, new):
        found = pictures.captions_of(new[text])
        if found.ids and found.ids.keys().isdisjoint(each.caption.id for each in old[text]):
            elsewhere[text] = found
    for ring in _rings(_following(elsewhere, texts)):
        yield Exchange(
            tuple(old[text][0].caption for text in ring),
            tuple(new[text][0].caption for text in ring),
            max((elsewhere[text].evidence for text in ring), key=_weakness),
        )


class _Print(NamedTuple):
    """A caption where it is printed, with the figure above it if something is known of that."""

    caption: Block
    figure: Figure | None

    @property
    def marks(self) -> Iterator[tuple[Evidence, Hashable]]:
        """What identifies the picture in another article besides its content, the surest first."""
        if self.figure is None:
            yield "place", self.caption.path
            return
        if name := addresses.picture(self.figure.image):
            yield "address", addresses.page(self.figure.image or "")
            yield "name", name.name
        if self.figure.alt:
            yield "description", _folded(self.figure.alt)


def _prints(article: Article) -> list[_Print]:
    """The first caption of each picture, as a further one may be a button's text, and captions without a figure."""
    figures = {picture.captions[0].id: picture.figure for picture in article.pictures if picture.captions}
    captions = (block for block in article.blocks if block.kind == "caption")
    return [
        _Print(block, _if_known(figures.get(block.id)))
        for block in captions
        if block.id in figures or (block.figure is None and block.path)
    ]


def _if_known(figure: Figure | None) -> Figure | None:
    return figure if figure and (figure.image or figure.alt or figure.sha256) else None


def _grouped(prints: Sequence[_Print], texts: Mapping[str, str]) -> Mapping[str, list[_Print]]:
    found: dict[str, list[_Print]] = defaultdict(list)
    for each in prints:
        if text := texts[each.caption.id]:
            found[text].append(each)
    return found


def _original_text(caption: Block, alignment: Alignment, known: Mapping[str, object]) -> str:
    """The words of a caption, or if the reference has no such caption those of its counterpart."""
    own = _folded(caption.text)
    originals = alignment.pair(caption.id).reference
    return own if own in known or not originals else _folded(originals[0].text)


class _Captions(NamedTuple):
    """The ids of captions of the reference that are with some pictures there, in order, and what identifies these."""

    ids: Mapping[str, None]
    evidence: Evidence


_NOBODY = _Captions({}, "place")


class _Pictures:
    """The reference's captions by what identifies their pictures."""

    def __init__(self, prints: Sequence[_Print]) -> None:
        self._held = [(each.caption.id, each.figure) for each in prints if each.figure and each.figure.sha256]
        self._marked: dict[tuple[Evidence, Hashable], list[str]] = defaultdict(list)
        for each in prints:
            for mark in each.marks:
                self._marked[mark].append(each.caption.id)

    def captions_of(self, prints: Sequence[_Print]) -> _Captions:
        """The captions that the pictures of `prints` have; none if one of these pictures is not known."""
        found = [self._captions_of(each) for each in prints]
        if not all(each.ids for each in found):
            return _NOBODY
        evidence = max((each.evidence for each in found), key=_weakness)
        return _Captions({caption: None for each in found for caption in each.ids}, evidence)

    def _captions_of(self, own: _Print) -> _Captions:
        figure = own.figure
        if figure and figure.sha256:
            alike = [caption for caption, held in self._held if seen_alike(held, figure)]
            if alike:
                return _Captions(dict.fromkeys(alike), "content")
        for evidence, mark in own.marks:
            if marked := self._marked.get((evidence, mark)):
                return _Captions(dict.fromkeys(marked), evidence)
        return _NOBODY


def _following(elsewhere: Mapping[str, _Captions], texts: Mapping[str, str]) -> Mapping[str, str]:
    """The caption whose picture each of these has now, if that one is elsewhere too."""
    found: dict[str, str] = {}
    for text, captions in elsewhere.items():
        for caption in captions.ids:
            if texts[caption] in elsewhere:
                found.setdefault(text, texts[caption])
    return found


def _rings(following: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the rings of texts that follow each other, each once."""
    seen: set[str] = set()
    for text in following:
        way: list[str] = []
        while text in following and text not in seen:
            seen.add(text)
            way.append(text)
            text = following[text]
        if text in way:
            yield way[way.index(text) :]


def _weakness(evidence: Evidence) -> int:
    return get_args(Evidence).index(evidence)
