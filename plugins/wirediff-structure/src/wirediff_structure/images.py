"""Other images beside the same captions or credits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz.fuzz import token_set_ratio

from wirediff.addresses import page, picture
from wirediff.model import Alignment, Article, Block, Figure, Finding, Pair
from wirediff_structure.rules import RULES

ALIKE = 80.0
"""Likeness in per cent from which two alternative texts describe one image, or two file names are one."""
_PRINTS = 8
"""Prints of one caption that are looked at."""
_SEPARATORS = re.compile(r"[-_.+%\s]+")
_NUMBERS = re.compile(r"\d+")


def images(alignment: Alignment) -> Iterator[Finding]:
    """One finding for each pair of figures that differ by all that names them.

    Figures belong together by their captions, those without caption by their credits. Of captions printed several times
    any image will do, and any that the reference has with the version's words.
    """
    captions = _captions(alignment.reference), _captions(alignment.version)
    prints = _figures_by_text(alignment.reference), _figures_by_text(alignment.version)
    seen: set[tuple[str, str]] = set()
    for pair in alignment.pairs:
        figures = _figures(alignment, pair)
        if figures is None or not _stand_for_them(pair, captions):
            continue
        old, new = figures
        if (old.id, new.id) not in seen and _differ(old, new):
            ours, theirs = pair.reference[0].text, pair.version[0].text
            olds, news = [*prints[0][ours], *prints[0][theirs]], prints[1][theirs]
            if all(_differ(old, each) for each in news[:_PRINTS]) and all(
                _differ(each, new) for each in olds[:_PRINTS]
            ):
                yield _finding(pair.reference[0], pair.version[0], old, new)
        seen.add((old.id, new.id))


def _figures_by_text(article: Article) -> Mapping[str, list[Figure]]:
    """The figures with an image that each text of a caption or credit is printed with."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for block in article.blocks:
        if block.kind in ("caption", "credit") and (figure := article.figure(block)) and figure.image:
            found[block.text].append(figure)
    return found


def _captions(article: Article) -> Mapping[str, str]:
    """The id of each figure's first caption."""
    return {block.figure: block.id for block in reversed(article.blocks) if block.kind == "caption" and block.figure}


def _figures(alignment: Alignment, pair: Pair) -> tuple[Figure, Figure] | None:
    """The figures of a pair of captions, or of credits, where both have one with an image."""
    if not pair.reference or not pair.version or pair.reference[0].kind not in ("caption", "credit"):
        return None
    old, new = alignment.reference.figure(pair.reference[0]), alignment.version.figure(pair.version[0])
    return (old, new) if old and new and old.image and new.image else None


def _stand_for_them(pair: Pair, captions: tuple[Mapping[str, str], Mapping[str, str]]) -> bool:
    """Whether a pair tells that its figures belong together: a figure's first caption does, a credit if it has none."""
    firsts = [
        own.get(block.figure or "") for own, block in zip(captions, (pair.reference[0], pair.version[0]), strict=True)
    ]
    if pair.reference[0].kind == "credit":
        return firsts == [None, None]
    return pair.reference[0].id in firsts or pair.version[0].id in firsts


def _finding(caption: Block, other: Block, old: Figure, new: Figure) -> Finding:
    return RULES["image-changed"].finding(
        f"The image is another one: {new.image}, in the reference {old.image}.",
        [caption.whole],
        [other.whole],
        confidence=0.9 if old.alt and new.alt else 0.6,
        reference_image=old.image,
        version_image=new.image,
        reference_alt=old.alt,
        version_alt=new.alt,
    )


def _differ(old: Figure, new: Figure) -> bool:
    """Whether neither address, file name nor description say that two figures are one, and something says otherwise."""
    if page(old.image or "") == page(new.image or ""):
        return False
    named, described = _named_alike(old, new), _described_alike(old, new)
    return not named and not described and (named, described) != (None, None)


def _named_alike(old: Figure, new: Figure) -> bool | None:
    """Whether the file names are one; None where a name says nothing."""
    one, two = picture(old.image), picture(new.image)
    if one is None or two is None:
        return None
    if one.name == two.name:
        return True
    if not one.telling or not two.telling:
        return None
    return _numbers(one.name) == _numbers(two.name) and _alike(one.name, two.name)


def _described_alike(old: Figure, new: Figure) -> bool | None:
    """Whether the alternative texts describe one image; None where one has none."""
    return _alike(old.alt, new.alt) if old.alt and new.alt else None


def _alike(one: str, two: str) -> bool:
    return token_set_ratio(*(_SEPARATORS.sub(" ", text.casefold()) for text in (one, two))) >= ALIKE


def _numbers(name: str) -> list[str]:
    return sorted(_NUMBERS.findall(name))
