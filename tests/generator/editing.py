"""Edits of a story's parts, each with what a careful editor would find: exact gold for captions and structure.

Every edit takes parts of its own, so that several in one version do not meet.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from tests.generator.stories import Item, Picture, Story, picture, plain


class Gold(NamedTuple):
    """A finding to be made: its code and words that its spans touch, in the version or, if `reference`, in that."""

    code: str
    text: str
    reference: bool = False
    optional: bool = False


@dataclass
class Draft:
    """Both sides in the making; `free` are the numbers of the reference's items that no edit has taken."""

    table: Mapping[str, Any]
    reference: Story
    version: list[list[Item]]
    chance: random.Random
    heads: dict[str, str] = field(default_factory=dict)
    gold: list[Gold] = field(default_factory=list)
    free: set[int] = field(default_factory=set)
    original: list[Item] = field(default_factory=list)

    def take(self, wanted: type) -> int | None:
        """The number of a free paragraph (`str`) or `Picture`, chosen by chance; it is taken then."""
        found = [n for n in sorted(self.free) if isinstance(self.original[n], wanted)]
        if not found:
            return None
        number = self.chance.choice(found)
        self.free.discard(number)
        return number

    def show(self, number: int, *items: Item) -> None:
        """What the version prints in place of an item."""
        self.version[number] = list(items)


Edit = Callable[[Draft], bool]


def _table_of(draft: Draft, shown: Picture) -> Mapping[str, str]:
    found: Mapping[str, str] = next(each for each in draft.table["pictures"] if each["image"] == shown.image)
    return found


def _a_picture(draft: Draft) -> tuple[int, Picture] | None:
    number = draft.take(Picture)
    if number is None:
        return None
    shown = draft.original[number]
    assert isinstance(shown, Picture)
    return number, shown


def figure_twice(draft: Draft) -> bool:
    """The whole figure again, elsewhere."""
    if (found := _a_picture(draft)) is None or (behind := draft.take(str)) is None:
        return False
    _, shown = found
    draft.show(behind, draft.original[behind], shown)
    draft.gold += [Gold("captions/duplicate", shown.caption), Gold("captions/credit-duplicate", shown.credit)]
    return True


def caption_twice(draft: Draft) -> bool:
    """The caption again within its figure."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    draft.show(number, shown._replace(caption_again=shown.caption))
    draft.gold.append(Gold("captions/duplicate", shown.caption))
    return True


def credit_around_controls(draft: Draft) -> bool:
    """Credit, controls, credit; the reference prints neither the controls nor the second credit."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    labels = tuple(draft.table[draft.chance.choice(("controls", "controls_spun"))])
    draft.show(number, shown._replace(controls=labels, credit_again=True))
    draft.gold.append(Gold("captions/credit-duplicate", shown.credit))
    draft.gold += [Gold("captions/widget-text", label) for label in labels]
    return True


def controls_spun(draft: Draft) -> bool:
    """Both sides print controls and the credit twice; the version has the first label in other words."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    first, second = draft.table["controls"]
    draft.original[number] = shown._replace(controls=(first, second), credit_again=True)
    draft.show(number, shown._replace(controls=(draft.table["controls_spun"][0], second), credit_again=True))
    draft.gold.append(Gold("captions/widget-text", draft.table["controls_spun"][0]))
    return True


def twice_on_both_sides(draft: Draft) -> bool:
    """The reference prints credit and controls as often: nothing to find."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    shown = shown._replace(controls=tuple(draft.table["controls"]), credit_again=True)
    draft.original[number] = shown
    draft.show(number, shown)
    return True


def caption_in_body(draft: Draft) -> bool:
    """The caption as a paragraph, its figure kept or not."""
    if (found := _a_picture(draft)) is None or (behind := draft.take(str)) is None:
        return False
    number, shown = found
    draft.show(behind, draft.original[behind], shown.caption)
    if draft.chance.random() < 0.3:
        draft.show(number)
    draft.gold += [Gold("captions/in-body", shown.caption), Gold("structure/inserted", shown.caption, optional=True)]
    return True


def caption_within_paragraph(draft: Draft) -> bool:
    """The caption as a sentence of a paragraph."""
    if (found := _a_picture(draft)) is None or (inside := draft.take(str)) is None:
        return False
    draft.show(inside, f"{draft.original[inside]} {found[1].caption}")
    draft.gold.append(Gold("captions/in-body", found[1].caption))
    return True


def caption_shared(draft: Draft) -> bool:
    """One picture's caption under another one, whose own is lost."""
    if (found := _a_picture(draft)) is None or (other := _a_picture(draft)) is None:
        return False
    number, loser = other
    draft.show(number, loser._replace(caption=found[1].caption))
    draft.gold += [
        Gold("captions/shared", found[1].caption), Gold("captions/missing", loser.caption, reference=True),
    ]  # fmt: skip
    return True


def figure_again_reworded(draft: Draft) -> bool:
    """A spun copy of the caption beside the original."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    draft.show(number, shown._replace(caption_again=_table_of(draft, shown)["caption_spun"]))
    draft.gold.append(Gold("captions/near-duplicate", _table_of(draft, shown)["caption_spun"]))
    return True


def caption_changed(draft: Draft) -> bool:
    """Words of the caption say something else."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    new = _table_of(draft, shown)[draft.chance.choice(("caption_changed", "caption_spun"))]
    draft.show(number, shown._replace(caption=new))
    words = [word for word in new.split() if word not in shown.caption.split()]
    draft.gold.append(Gold("captions/changed", words[0].strip(".,")))
    return True


def figure_missing(draft: Draft) -> bool:
    """Picture, caption and credit are gone."""
    if (found := _a_picture(draft)) is None:
        return False
    draft.show(found[0])
    draft.gold.append(Gold("captions/missing", found[1].caption, reference=True))
    return True


def figure_added(draft: Draft) -> bool:
    """A picture of the version's own."""
    if (behind := draft.take(str)) is None:
        return False
    own = picture(draft.table["spare"])
    draft.show(behind, draft.original[behind], own)
    draft.gold.append(Gold("captions/added", own.caption))
    return True


def overlay(draft: Draft) -> bool:
    """A copy of the caption that readers see on demand only."""
    if (found := _a_picture(draft)) is None:
        return False
    draft.show(found[0], found[1]._replace(overlay=True))
    draft.gold += [
        Gold("captions/duplicate", found[1].caption, optional=True),
        Gold("captions/credit-duplicate", found[1].credit, optional=True),
    ]
    return True


def image_swapped(draft: Draft) -> bool:
    """Another picture above the same caption."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    draft.show(number, shown._replace(image="crowd-at-night-fair.jpg", alt="Dancers under coloured lamps"))
    draft.gold.append(Gold("structure/image-changed", shown.caption))
    return True


def image_renamed(draft: Draft) -> bool:
    """The same picture under an arbitrary name, or with another description: nothing to find."""
    if (found := _a_picture(draft)) is None:
        return False
    number, shown = found
    stem = shown.image.removesuffix(".jpg")
    other = draft.chance.choice([
        {"image": "5f0c9d1e2b3a4c5d6e7f.jpg"}, {"alt": "Photograph"}, {"alt": ""}, {"image": f"{stem}-640x360.webp"},
        {"image": f"{stem}_thumb.jpg"}, {"image": "99120457.jpg"},
    ])  # fmt: skip
    draft.show(number, shown._replace(**other))
    return True


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


EDITS: Sequence[Edit] = (
    figure_twice, caption_twice, credit_around_controls, controls_spun, twice_on_both_sides, caption_in_body,
    caption_within_paragraph, caption_shared, figure_again_reworded, caption_changed, figure_missing, figure_added,
    overlay, image_swapped, image_renamed, inserted, deleted, moved, split, merged, headline, deck, day, link, hidden,
)  # fmt: skip


_SPUN_RULES = ("inserted", "moved", "split", "merged", "hidden-character")
_OF_BODY = frozenset({"captions/in-body", *(f"structure/{rule}" for rule in _SPUN_RULES)})


class Edited(NamedTuple):
    """Both sides, the edits that were made, and what is to be found."""

    reference: Story
    version: Story
    edits: tuple[str, ...]
    gold: tuple[Gold, ...]


def edited(
    story: Story, table: Mapping[str, Any], seed: int, edits: Sequence[Edit] | None = None, *, spun: bool = False
) -> Edited:
    """The story with these edits, else with up to three of chance; `spun`: words of its paragraphs are replaced too."""
    chance = random.Random(seed)
    draft = Draft(table, story, [[item] for item in story.items], chance)
    draft.original, draft.free = list(story.items), set(range(len(story.items)))
    made = []
    for edit in edits or chance.sample(EDITS, 3):
        before = replace(draft, version=list(draft.version), free=set(draft.free), gold=list(draft.gold))
        if edit(draft):
            made.append(edit.__name__)
        else:
            draft.version, draft.free, draft.gold = before.version, before.free, before.gold
    items: list[Item] = [item for group in draft.version for item in group]
    if spun:
        whole = {shown.caption for shown in story.pictures()}.intersection(map(str, items))
        items = [_spun(item, table, whole) if isinstance(item, str) else item for item in items]
        draft.gold = [
            gold._replace(text=_spun(gold.text, table, whole)) if gold.code in _OF_BODY and not gold.reference else gold
            for gold in draft.gold
        ]
    version = replace(story, items=tuple(items), **draft.heads)
    return Edited(replace(story, items=tuple(draft.original)), version, tuple(made), tuple(draft.gold))


def _spun(text: str, table: Mapping[str, Any], kept: Set[str]) -> str:
    """`text` with the story's swaps, unless it is to be kept."""
    return text if text in kept else " ".join(table["swaps"].get(word, word) for word in text.split(" "))
