"""Edits of pictures, captions and credits, each with what a careful editor would find."""

from __future__ import annotations

from collections.abc import Sequence

from tests.generator.draft import Draft, Edit, Gold, table_of, take_picture
from tests.generator.stories import picture


def figure_twice(draft: Draft) -> bool:
    """The whole figure again, elsewhere."""
    if (found := take_picture(draft)) is None or (behind := draft.take(str)) is None:
        return False
    _, shown = found
    draft.show(behind, draft.original[behind], shown)
    draft.gold += [Gold("captions/duplicate", shown.caption), Gold("captions/credit-duplicate", shown.credit)]
    return True


def caption_twice(draft: Draft) -> bool:
    """The caption again within its figure."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    draft.show(number, shown._replace(caption_again=shown.caption))
    draft.gold.append(Gold("captions/duplicate", shown.caption))
    return True


def credit_around_controls(draft: Draft) -> bool:
    """Credit, controls, credit; the reference prints neither the controls nor the second credit."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    labels = tuple(draft.table[draft.chance.choice(("controls", "controls_spun"))])
    draft.show(number, shown._replace(controls=labels, credit_again=True))
    draft.gold.append(Gold("captions/credit-duplicate", shown.credit))
    draft.gold += [Gold("captions/widget-text", label) for label in labels]
    return True


def controls_spun(draft: Draft) -> bool:
    """Both sides print controls and the credit twice; the version has the first label in other words."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    first, second = draft.table["controls"]
    draft.original[number] = shown._replace(controls=(first, second), credit_again=True)
    draft.show(number, shown._replace(controls=(draft.table["controls_spun"][0], second), credit_again=True))
    draft.gold.append(Gold("captions/widget-text", draft.table["controls_spun"][0]))
    return True


def twice_on_both_sides(draft: Draft) -> bool:
    """The reference prints credit and controls as often: nothing to find."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    shown = shown._replace(controls=tuple(draft.table["controls"]), credit_again=True)
    draft.original[number] = shown
    draft.show(number, shown)
    return True


def caption_in_body(draft: Draft) -> bool:
    """The caption as a paragraph, its figure kept or not."""
    if (found := take_picture(draft)) is None or (behind := draft.take(str)) is None:
        return False
    number, shown = found
    draft.show(behind, draft.original[behind], shown.caption)
    if draft.chance.random() < 0.3:
        draft.show(number)
    draft.gold += [Gold("captions/in-body", shown.caption), Gold("structure/inserted", shown.caption, optional=True)]
    return True


def caption_within_paragraph(draft: Draft) -> bool:
    """The caption as a sentence of a paragraph."""
    if (found := take_picture(draft)) is None or (inside := draft.take(str)) is None:
        return False
    draft.show(inside, f"{draft.original[inside]} {found[1].caption}")
    draft.gold.append(Gold("captions/in-body", found[1].caption))
    return True


def caption_shared(draft: Draft) -> bool:
    """One picture's caption under another one, whose own is lost."""
    if (found := take_picture(draft)) is None or (other := take_picture(draft)) is None:
        return False
    number, loser = other
    draft.show(number, loser._replace(caption=found[1].caption))
    draft.gold += [
        Gold("captions/shared", found[1].caption), Gold("captions/missing", loser.caption, reference=True),
    ]  # fmt: skip
    return True


def figure_again_reworded(draft: Draft) -> bool:
    """A spun copy of the caption beside the original."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    draft.show(number, shown._replace(caption_again=table_of(draft, shown)["caption_spun"]))
    draft.gold.append(Gold("captions/near-duplicate", table_of(draft, shown)["caption_spun"]))
    return True


def caption_changed(draft: Draft) -> bool:
    """Words of the caption say something else."""
    if (found := take_picture(draft)) is None:
        return False
    number, shown = found
    new = table_of(draft, shown)[draft.chance.choice(("caption_changed", "caption_spun"))]
    draft.show(number, shown._replace(caption=new))
    words = [word for word in new.split() if word not in shown.caption.split()]
    draft.gold.append(Gold("captions/changed", words[0].strip(".,")))
    return True


def figure_missing(draft: Draft) -> bool:
    """Picture, caption and credit are gone."""
    if (found := take_picture(draft)) is None:
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
    if (found := take_picture(draft)) is None:
        return False
    draft.show(found[0], found[1]._replace(overlay=True))
    draft.gold += [
        Gold("captions/duplicate", found[1].caption, optional=True),
        Gold("captions/credit-duplicate", found[1].credit, optional=True),
    ]
    return True


CAPTION_EDITS: Sequence[Edit] = (
    figure_twice,
    caption_twice,
    credit_around_controls,
    controls_spun,
    twice_on_both_sides,
    caption_in_body,
    caption_within_paragraph,
    caption_shared,
    figure_again_reworded,
    caption_changed,
    figure_missing,
    figure_added,
    overlay,
)
