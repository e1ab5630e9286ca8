"""Which tests are slow, besides those marked `pytest.mark.slow`: see tests/README.md.

`tests/conftest.py` and `plugins/conftest.py` take the hook from here, as there is no file of pytest's above both.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest


@pytest.hookimpl(tryfirst=True)  # Before pytest leaves out what `-m` does not choose.
def pytest_collection_modifyitems(items: Sequence[pytest.Item]) -> None:
    """Mark every test that measures cost: it takes long, and tells nothing that depends on the interpreter."""
    for item in items:
        if isinstance(item, pytest.Function) and _measures_cost(item):
            item.add_marker(pytest.mark.slow)


def _measures_cost(item: pytest.Function) -> bool:
    """Whether the test calls `wirediff.testing.growth`, or is the one by which a conformance suite bounds the time."""
    return "growth" in item.function.__code__.co_names or item.originalname == "test_cost_is_bounded"
