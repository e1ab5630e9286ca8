"""What one article keeps and the other leaves out is decided once for both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import overload

from hypothesis import given
from hypothesis import strategies as st

from tests.align.left_out import LINE, Item, both, without
from wirediff.align import align
from wirediff.align._settled import settled
from wirediff.model import Alignment, Article, Block, Figure, Omission, Source
from wirediff.testing import article, growth

FIRST, LAST = LINE
LETTER = "Get the morning letter from our harbour desk."


def _aligned(reference: Sequence[Item], version: Sequence[Item]) -> Alignment:
    return align(*both(reference, version))


def _relations(alignment: Alignment) -> list[str]:
    return [pair.relation for pair in alignment.pairs]


def _texts(own: Article) -> list[str]:
    return [block.text for block in own.blocks]


def test_a_line_in_the_place_of_a_block_becomes_one() -> None:
    """On either side; blocks are numbered in order, and what else is left out stays so."""
    for swapped in (False, True):
        sides = [FIRST, without(f"{LETTER}\nSubscribe"), LAST], [FIRST, LETTER, LAST]
        alignment = _aligned(*(reversed(sides) if swapped else sides))
        assert _relations(alignment) == ["same"] * 3
        lacking = alignment.version if swapped else alignment.reference
        assert [block.id for block in lacking.blocks] == [f"{lacking.source.name[0]}{number}" for number in (1, 2, 3)]
        assert _texts(lacking) == [FIRST, LETTER, LAST]
        assert [(each.text, each.words, each.after) for each in lacking.omitted] == [("Subscribe", 1, 2)]
        assert (lacking.blocks[1].path, lacking.blocks[1].line) == ("/html/body/aside", 7)


def test_edits_in_such_a_line_are_edits() -> None:
    """Word by word, as those of any paragraph."""
    alignment = _aligned(
        [FIRST, without("Pupils cross the sound by ferry."), LAST], [FIRST, "Pupils cross the sound by boat.", LAST]
    )
    [pair] = [pair for pair in alignment.pairs if pair.has_changes]
    assert [(edit.reference.text, edit.version.text) for edit in pair.edits if edit.is_change] == [("ferry", "boat")]


def test_a_block_that_the_other_side_leaves_out_elsewhere_is_left_out_too() -> None:
    """As a teaser that one page has in a column of its own; the reason is the other side's."""
    alignment = _aligned([FIRST, LAST, without(LETTER, "related")], [FIRST, LETTER, LAST])
    assert _relations(alignment) == ["same", "same"]
    assert [(each.text, each.reason, each.after) for each in alignment.version.omitted] == [(LETTER, "related", 1)]
    assert alignment.outside == ()


def test_a_block_is_left_out_with_a_line_that_holds_it_among_other_words() -> None:
    """A caption and its credit can be one line on the other page, or a paragraph several."""
    caption, credit = "Passengers wait on the pier.", "Photograph: Ann Lee for the Norvia Press."
    alignment = _aligned([FIRST, LAST, without(f"{caption} {credit}")], [FIRST, caption, credit, LAST])
    assert _relations(alignment) == ["same", "same"]
    alignment = _aligned([FIRST, LAST, without(f"{caption}\n{credit}")], [FIRST, f"{caption} {credit}", LAST])
    assert _relations(alignment) == ["same", "same"]


def test_few_words_elsewhere_are_no_evidence() -> None:
    """ "Read more" may be anywhere; between the same blocks it is the same."""
    assert _relations(_aligned([FIRST, LAST, without("Read more")], [FIRST, "Read more", LAST])).count("inserted") == 1
    assert _relations(_aligned([FIRST, without("Read more"), LAST], [FIRST, "Read more", LAST])) == ["same", "same"]


def test_what_a_page_hides_is_not_there() -> None:
    """A paragraph that the version hides was taken from its readers."""
    assert "deleted" in _relations(_aligned([FIRST, LETTER, LAST], [FIRST, without(LETTER, "hidden"), LAST]))


def test_what_a_desk_excludes_on_one_page_is_excluded_on_the_other() -> None:
    """Even in the article's midst."""
    alignment = _aligned([FIRST, without(LETTER, "excluded"), LAST], [FIRST, LETTER, LAST])
    assert _relations(alignment) == ["same", "same"]
    assert [each.reason for each in alignment.version.omitted] == ["excluded"]


def test_a_block_has_its_counterpart_among_blocks_first() -> None:
    """The reference's teaser says what the version made of its paragraph; it was edited all the same."""
    old, new = "Forty pupils cross the sound every morning.", "Fifty pupils cross the sound every morning."
    alignment = _aligned([FIRST, old, LAST, without("Fifty pupils cross the sound most mornings.")], [FIRST, new, LAST])
    assert _relations(alignment) == ["same", "edited", "same"]


def test_a_line_serves_once() -> None:
    """The version prints twice what the reference has once."""
    assert _relations(_aligned([FIRST, without(LETTER), LAST], [FIRST, LETTER, LETTER, LAST])).count("inserted") == 1


def test_a_line_becomes_a_block_of_the_same_kind_in_the_same_picture() -> None:
    """And is shown on demand where the other side's is."""
    caption = Block("", "caption", "Passengers wait on the pier.", figure="f1", on_demand=True)
    reference, version = both([FIRST, without(caption.text), LAST], [FIRST, caption, LAST])
    figures = (Figure("f9", "pier.jpg"),)
    version = replace(version, figures=(Figure("f1", "pier.jpg"),))
    [block] = [block for block in align(replace(reference, figures=figures), version).reference.blocks if block.figure]
    assert (block.kind, block.figure, block.on_demand) == ("caption", "f9", True)


def test_a_date_or_a_label_that_differs_is_no_edit() -> None:
    """The block is left out too."""
    shown = "Published on Tuesday 5 May 2026 at 10.30"
    alignment = _aligned([FIRST, without(shown.replace("10.30", "11.45")), LAST], [FIRST, shown, LAST])
    assert (_relations(alignment), alignment.outside) == (["same", "same"], ())


class _NotAsked(Sequence[Omission]):
    """Omissions that may not be looked for."""

    @overload
    def __getitem__(self, index: int) -> Omission: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Omission]: ...
    def __getitem__(self, index: int | slice) -> Omission | Sequence[Omission]:
        raise AssertionError

    def __len__(self) -> int:
        raise AssertionError


def test_one_document_is_not_searched_for_what_it_leaves_out() -> None:
    """That would take half as long as reading it."""
    source = Source.from_text("the same")
    sides = (replace(article(LINE, side), source=source, omitted=_NotAsked()) for side in ("r", "v"))
    assert align(*sides).outside == ()


WORDS = st.lists(
    st.sampled_from("pier ferry sound pupils council harbour lantern thimble".split()), min_size=1, max_size=9
)
TEXT = WORDS.map(" ".join)
ITEMS = st.lists(
    st.one_of(TEXT, st.lists(TEXT, min_size=1, max_size=3).map("\n".join).map(without)), min_size=1, max_size=6
)


def _words(own: Article) -> Counter[str]:
    return Counter(" ".join((*_texts(own), *(each.text for each in own.omitted))).split())


@given(ITEMS, ITEMS)
def test_no_word_is_lost(reference: list[Item], version: list[Item]) -> None:
    """Each is in a block or in an omission before and after; both are in the order of the source."""
    before = both(["Start.", *reference], ["Start.", *version])
    for old, new in zip(before, settled(*before)[:2], strict=True):
        assert _words(new) == _words(old)
        assert [block.id for block in new.blocks] == [f"{old.source.name[0]}{n}" for n in range(1, len(new.blocks) + 1)]
        assert all(0 <= each.after <= len(new.blocks) and each.words == len(each.text.split()) for each in new.omitted)
        assert [each.after for each in new.omitted] == sorted(each.after for each in new.omitted)


def test_cost_is_linear() -> None:
    """With as many lines that are nearly the same as there are blocks."""

    def sides(size: int) -> tuple[Article, Article]:
        lines = [f"w{n} w{n + 1} {n % 7} w{n * 3} w{n * 5} harbour w{n * 11} pier." for n in range(size)]
        return both([FIRST, *map(without, lines), LAST], [FIRST, *(f"{line} Now" for line in lines), LAST])

    assert growth(sides, lambda each: settled(*each), 1_200) < 1.5
