"""The generator's gold is exact."""

from __future__ import annotations

import pytest

from tests.generator.spinning import articles, spin


@pytest.mark.parametrize("seed", range(5))
def test_the_spans_hold_their_words_and_the_rest_is_untouched(seed: int) -> None:
    """Putting the old words back gives the reference."""
    for article in articles():
        spun = spin(article, seed)
        assert spun.changes
        for change in spun.changes:
            assert spun.reference[change.paragraph][slice(*change.reference)] == change.old
            assert spun.version[change.paragraph][slice(*change.version)] == change.new


def test_one_seed_gives_one_version() -> None:
    """Whenever it is asked."""
    article = articles()[0]
    assert spin(article, 7) == spin(article, 7) != spin(article, 8)
