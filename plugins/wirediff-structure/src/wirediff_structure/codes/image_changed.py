"""Another image at the same caption or credit."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from wirediff import addresses
from wirediff.model import Alignment, Article, Block, Example, Figure, Finding, Pair, Picture, Rule


def _page(image: str) -> str:
    return (
        f"<main><p>The council of Port Salter met on Tuesday.</p><figure><img src='{image}'>"
        "<figcaption>Passengers wait on the pier at Port Salter.</figcaption></figure></main>"
    )


RULE = Rule(
    "structure/image-changed",
    "image replaced",
    "The captions correspond, but the images differ by address, file name and alternative text: “pier.jpg” became "
    "“storm.jpg”. The images themselves are not looked at, so two sizes or servers of one image are the same image.",
    "note",
    nature="form",
    message="Image replaced: {version_image} instead of {reference_image}.",
    examples=(
        Example(
            _page("/img/pier-at-dawn.jpg"),
            _page("/img/storm-waves.jpg"),
            (("Passengers wait on the pier at Port Salter.", "Passengers wait on the pier at Port Salter."),),
            "text/html",
        ),
        Example(_page("/img/pier-at-dawn.jpg"), _page("/cdn/pier-at-dawn-800x600.webp"), media_type="text/html"),
    ),
)
ALIKE = 80.0
"""Per cent of likeness from which two alternative texts describe one image, or two file names are one. Chosen by hand
on the fixtures: content systems add a word or two ("scaled", "final")."""
_PRINTS = 8
"""Prints of one caption that are compared, so that a caption under each of thousands of images costs no square."""
_DESCRIBED, _NAMED = 0.9, 0.6
"""Confidence where alternative texts differ too, and where only file names do, which a content system may give out."""
_SEPARATORS = re.compile(r"[-_.+%\s]+")
_NUMBERS = re.compile(r"\d+")


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each pair of pictures whose images differ in everything that names them.

    Pictures belong together by their first captions, those without caption by their credits. Of captions printed
    several times any image will do, and any that the reference has with the version's words.
    """
    reference, version = _pictures(alignment.reference), _pictures(alignment.version)
    prints = _images_by_text(alignment.reference), _images_by_text(alignment.version)
    seen: set[tuple[str, str]] = set()
    for pair in alignment.pairs:
        if not pair.reference or not pair.version:
            continue
        block, counterpart = pair.reference[0], pair.version[0]
        old, new = reference.get(block.figure or ""), version.get(counterpart.figure or "")
        if old is None or new is None or not _belong_together(pair, old, new):
            continue
        key = old.figure.id, new.figure.id
        if key not in seen and _differ(old.figure, new.figure):
            olds = prints[0][block.text][:_PRINTS] + prints[0][counterpart.text][:_PRINTS]
            news = prints[1][counterpart.text][:_PRINTS]
            if all(_differ(old.figure, each) for each in news) and all(_differ(each, new.figure) for each in olds):
                yield _finding(block, counterpart, old.figure, new.figure)
        seen.add(key)


def _pictures(article: Article) -> Mapping[str, Picture]:
    """Return the pictures that have an image, by the ids of their figures."""
    return {picture.figure.id: picture for picture in article.pictures if picture.figure.image}


def _images_by_text(article: Article) -> Mapping[str, list[Figure]]:
    """Return the figures with an image that each text of a caption or credit is printed with."""
    found: dict[str, list[Figure]] = defaultdict(list)
    for picture in _pictures(article).values():
        for block in (*picture.captions, *picture.credits):
            found[block.text].append(picture.figure)
    return found


def _belong_together(pair: Pair, old: Picture, new: Picture) -> bool:
    """Whether a pair shows that its pictures are each other's counterpart.

    A picture's first caption does (a further one may be a button's text), and a credit where neither has a caption, as
    one photographer takes many pictures.
    """
    if pair.reference[0].kind == "credit":
        return not old.captions and not new.captions
    return pair.reference[0] in old.captions[:1] or pair.version[0] in new.captions[:1]


def _finding(caption: Block, counterpart: Block, old: Figure, new: Figure) -> Finding:
    return RULE.finding(
        RULE.message.format(reference_image=old.image, version_image=new.image),
        [caption.whole],
        [counterpart.whole],
        confidence=_DESCRIBED if old.alt and new.alt else _NAMED,
        reference_image=old.image,
        version_image=new.image,
        reference_alt=old.alt,
        version_alt=new.alt,
    )


def _differ(old: Figure, new: Figure) -> bool:
    """Whether something says that two images differ, and neither address, file name nor description says otherwise."""
    if addresses.page(old.image or "") == addresses.page(new.image or ""):
        return False
    named, described = _named_alike(old, new), _described_alike(old, new)
    return not named and not described and (named, described) != (None, None)


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


def _described_alike(old: Figure, new: Figure) -> bool | None:
    """Whether the alternative texts describe one image; None where one is missing."""
    return _alike(old.alt, new.alt) if old.alt and new.alt else None


def _alike(reference: str, version: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio  # here, as whoever only reads the rule needn't wait for it

    return token_set_ratio(*(_SEPARATORS.sub(" ", text.casefold()) for text in (reference, version))) >= ALIKE


def _numbers(name: str) -> list[str]:
    return sorted(_NUMBERS.findall(name))
