"""Cost grows as the article does, however often it repeats itself."""

from __future__ import annotations

from wirediff_captions.detector import run

from wirediff.model import Alignment, Block
from wirediff.testing import compared, growth

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."


def test_many_copies_cost_no_square() -> None:
    """Thousands of prints of one caption, each under an image of its own."""

    def doubled(count: int) -> Alignment:
        copies = [Block("", "caption", "Passengers wait on the pier.", figure=f"i{number}") for number in range(count)]
        return compared([*copies[: count // 2], LEAD], [*copies, LEAD])

    assert len(list(run(doubled(2_000), {}))) == 1_000
    assert growth(doubled, lambda alignment: list(run(alignment, {})), 4_000) < 1.5


def test_many_captions_in_the_body_cost_no_square() -> None:
    """Each paragraph repeats another caption, and none is compared with all of them."""

    def repeated(number: int) -> Alignment:
        texts = [f"The quay number {n} of the harbour is closed." for n in range(number)]
        captions = [("caption", text) for text in texts]
        return compared(captions, [*captions, *texts])

    assert growth(repeated, lambda alignment: list(run(alignment, {})), 5_000) < 1.5
