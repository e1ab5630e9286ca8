"""Edits of blocks, heads, links, images and characters, each with what a careful editor would find."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generator.draft import Draft, Edit, Gold, take_picture
from tests.generator.stories import plain


def inserted(draft: Draft) -> bool:
    """A paragraph, or a correction note, that the reference has not."""
    if (behind := draft.take(str)) is None:
        return False
    new = draft.table[draft.chance.choice(("extra", "correction"))]
    draft.show(behind, draft.original[behind], new)
    draft.gold.append(Gold("structure/inserted", new))
    return True


def deleted(draft: Draft) -> bool:
    """A paragraph is gone."""
    if (number := draft.take(str)) is None:
        return False
    draft.show(number)
    draft.gold.append(Gold("structure/deleted", plain(str(draft.original[number])), reference=True))
    return True


def moved(draft: Draft) -> bool:
    """A paragraph stands at least two paragraphs away."""
    if (number := draft.take(str)) is None:
        return False
    places = [n for n in sorted(draft.free) if isinstance(draft.original[n], str) and abs(n - number) > 3]
    if not places:
        return False
    place = draft.chance.choice(places)
    draft.free.discard(place)
    draft.show(number)
    draft.show(place, draft.original[place], draft.original[number])
    draft.gold.append(Gold("structure/moved", plain(str(draft.original[number]))))
    return True


def split(draft: Draft) -> bool:
    """A paragraph of two sentences became two."""
    if (number := draft.take(str)) is None:
        return False
    whole = str(draft.original[number])
    at = next((n for n in range(60, len(whole) - 60) if whole[n - 1 : n + 1] == ". " and whole[n + 1].isupper()), 0)
    if not at:
        return False
    draft.show(number, whole[:at], whole[at + 1 :])
    draft.gold.append(Gold("structure/split", plain(whole[:at])))
    return True


def merged(draft: Draft) -> bool:
    """Two paragraphs with nothing between them became one."""
    found = [
        n
        for n in sorted(draft.free)
        if {n, n + 1} <= draft.free and all(isinstance(draft.original[m], str) for m in (n, n + 1))
    ]
    if not found:
        return False
    number = draft.chance.choice(found)
    draft.free -= {number, number + 1}
    one, two = (str(draft.original[n]) for n in (number, number + 1))
    draft.show(number, f"{one} {two}")
    draft.show(number + 1)
    draft.gold.append(Gold("structure/merged", plain(one)))
    return True


def headline(draft: Draft) -> bool:
    """The headline says something else."""
    draft.heads["headline"] = draft.table["headline_changed"]
    draft.gold.append(Gold("structure/headline-changed", ""))
    return True


def deck(draft: Draft) -> bool:
    """The deck says something else."""
    draft.heads["deck"] = draft.table["deck_changed"]
    draft.gold.append(Gold("structure/headline-changed", ""))
    return True


def day(draft: Draft) -> bool:
    """The printed day is another one."""
    draft.heads["day"] = draft.table["day_changed"]
    draft.gold.append(Gold("structure/date-changed", draft.table["day_changed"]))
    return True


def link(draft: Draft) -> bool:
    """The same words lead elsewhere."""
    found = [n for n in sorted(draft.free) if "](" in str(draft.original[n]) and isinstance(draft.original[n], str)]
    if not found:
        return False
    number = draft.chance.choice(found)
    draft.free.discard(number)
    text = str(draft.original[number])
    start, end = text.index("](") + 2, text.index(")", text.index("]("))
    draft.show(number, f"{text[:start]}https://deals.example/offer?id=7{text[end:]}")
    draft.gold.append(Gold("structure/link-changed", text[text.index("[") + 1 : start - 2]))
    return True


def hidden(draft: Draft) -> bool:
    """A character that nobody sees, or a letter that looks like another, in a word of a paragraph."""
    if (number := draft.take(str)) is None:
        return False
    words = str(draft.original[number]).split(" ")
    at = draft.chance.choice([n for n, word in enumerate(words) if len(word) > 5 and word.isalpha()])
    trick = draft.chance.choice(("\u200b", "\u200d", "\u2060", "\ufeff", "\u202e", "look-alike"))
    word = words[at]
    if trick == "look-alike":
        place = next((n for n, letter in enumerate(word) if letter in "aeopcx"), None)
        if place is None:
            return False
        words[at] = word[:place] + "аеорсх"["aeopcx".index(word[place])] + word[place + 1 :]
    else:
        words[at] = word[:3] + trick + word[3:]
    draft.show(number, " ".join(words))
    draft.gold.append(Gold("structure/hidden-character", words[at]))
    return True


def image_swapped(draft: Draft) -> bool:
    """Another picture above the same caption."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    draft.show(number, shown._replace(image="crowd-at-night-fair.jpg", alt="Dancers under coloured lamps"))
    draft.gold.append(Gold("structure/image-changed", shown.caption))
    return True


def image_renamed(draft: Draft) -> bool:
    """The same picture under an arbitrary name, or with another description: nothing to find."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    stem = shown.image.removesuffix(".jpg")
    other = draft.chance.choice([
        {"image": "5f0c9d1e2b3a4c5d6e7f.jpg"}, {"alt": "Photograph"}, {"alt": ""}, {"image": f"{stem}-640x360.webp"},
        {"image": f"{stem}_thumb.jpg"}, {"image": "99120457.jpg"},
    ])  # fmt: skip
    draft.show(number, shown._replace(**other))
    return True


STRUCTURE_EDITS: Sequence[Edit] = (
    image_swapped,
    image_renamed,
    inserted,
    deleted,
    moved,
    split,
    merged,
    headline,
    deck,
    day,
    link,
    hidden,
)
