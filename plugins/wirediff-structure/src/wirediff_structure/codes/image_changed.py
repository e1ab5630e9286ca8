"""Another image at the same caption or credit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from wirediff.images import called_alike, depict_one, exchanges, seen_alike
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
    "“storm.jpg”. Two sizes or servers of one image are the same image. Where a source holds its images (web archive, "
    "MHTML, inline data) and wirediff’s extra “images” is installed, the pictures themselves decide: one picture that "
    "only has another name is said to be the same, and another picture at the same address is to be checked. "
    "`data.same_picture` says what they show, null if they are unknown. Images that changed places among captions are "
    "`captions/swapped`.",
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
_PRINTS = 8
"""Prints of one caption that are compared, so that a caption under each of thousands of images costs no square."""
_DESCRIBED, _NAMED = 0.9, 0.6
"""Confidence where alternative texts differ too, or the pictures, which may be two cuts of one; and where only file
names do, which a content system may give out."""
_IN_PLACE = "The picture is another one, at the same address: {version_image}."
_MESSAGES: Mapping[bool | None, str] = {
    None: RULE.message,
    False: "The picture is another one: {version_image} instead of {reference_image}.",
    True: "Only the image’s address changed, the picture is the same: {version_image} instead of {reference_image}.",
}
"""By whether two images show one picture, None if nobody has seen them."""


def find(alignment: Alignment) -> Iterator[Finding]:
    """Yield a finding for each pair of pictures whose images differ in all that names them, or in what they show.

    Pictures belong together by their first captions, those without caption by their credits. Of captions printed
    several times any image will do, and any that the reference has with the version's words.
    """
    reference, version = _pictures(alignment.reference), _pictures(alignment.version)
    prints = _pictures_by_text(reference), _pictures_by_text(version)
    swapped = {block.text for exchange in exchanges(alignment) for block in exchange.reference}
    seen: set[tuple[str, str]] = set()
    for pair in alignment.pairs:
        if not pair.reference or not pair.version or pair.reference[0].text in swapped:
            continue
        block, counterpart = pair.reference[0], pair.version[0]
        old, new = reference.get(block.figure or ""), version.get(counterpart.figure or "")
        if old is None or new is None or not _belong_together(pair, old, new):
            continue
        key = old.figure.id, new.figure.id
        if key not in seen and _differ(old, new):
            olds = prints[0][block.text][:_PRINTS] + prints[0][counterpart.text][:_PRINTS]
            news = prints[1][counterpart.text][:_PRINTS]
            if all(_differ(old, each) for each in news) and all(_differ(each, new) for each in olds):
                yield _finding(block, counterpart, old, new)
        seen.add(key)


def _differ(old: Picture, new: Picture) -> bool:
    """Whether two images are two pictures, or are called so while they show one."""
    return depict_one(old, new) is False or called_alike(old, new) is False


def _pictures(article: Article) -> Mapping[str, Picture]:
    """Return the pictures that have an image, by the ids of their figures."""
    return {picture.figure.id: picture for picture in article.pictures if picture.figure.image or picture.figure.sha256}


def _pictures_by_text(pictures: Mapping[str, Picture]) -> Mapping[str, list[Picture]]:
    """Return the pictures that each text of a caption or credit is printed with."""
    found: dict[str, list[Picture]] = defaultdict(list)
    for picture in pictures.values():
        for block in (*picture.captions, *picture.credits):
            found[block.text].append(picture)
    return found


def _belong_together(pair: Pair, old: Picture, new: Picture) -> bool:
    """Whether a pair shows that its pictures are each other's counterpart.

    A picture's first caption does (a further one may be a button's text), and a credit where neither has a caption, as
    one photographer takes many pictures.
    """
    if pair.reference[0].kind == "credit":
        return not old.captions and not new.captions
    return pair.reference[0] in old.captions[:1] or pair.version[0] in new.captions[:1]


def _finding(caption: Block, counterpart: Block, old: Picture, new: Picture) -> Finding:
    before, after = old.figure, new.figure
    same = None if seen_alike(before, after) is None else depict_one(old, new)
    in_place = same is False and before.image == after.image
    message = _IN_PLACE if in_place else _MESSAGES[same]
    return RULE.finding(
        message.format(reference_image=_called(before), version_image=_called(after)),
        [caption.whole],
        [counterpart.whole],
        severity="warning" if in_place else None,
        confidence=1.0 if same or in_place else _DESCRIBED if same is False or (before.alt and after.alt) else _NAMED,
        reference_image=before.image,
        version_image=after.image,
        reference_alt=before.alt,
        version_alt=after.alt,
        same_picture=same,
    )


def _called(figure: Figure) -> str:
    return figure.image or "an image within the page"
