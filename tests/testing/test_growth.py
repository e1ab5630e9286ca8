"""The exponent of growth tells linear work from quadratic work."""

from __future__ import annotations

from wirediff.testing import growth


def _letters(count: int) -> str:
    return "a" * count


def test_work_that_grows_with_its_input() -> None:
    """And with its square, each near its exponent."""
    assert growth(_letters, lambda text: [letter.upper() for letter in text], 400_000) < 1.5
    assert growth(_letters, lambda text: [other for _ in text for other in text], 2_000) > 1.5


def test_work_too_short_to_measure() -> None:
    """Noise has no exponent."""
    assert growth(_letters, len, 100) == 0
