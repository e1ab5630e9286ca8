"""Edits of a story's parts, each with what a careful editor would find: exact gold for captions and structure.

Every edit takes parts of its own, so that several in one version do not meet.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any, NamedTuple

from tests.generator.caption_edits import CAPTION_EDITS
from tests.generator.draft import Draft, Edit, Gold
from tests.generator.stories import Item, Story
from tests.generator.structure_edits import STRUCTURE_EDITS

EDITS: Sequence[Edit] = (*CAPTION_EDITS, *STRUCTURE_EDITS)

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
