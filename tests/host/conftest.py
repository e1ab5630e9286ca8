"""What tests of broken plugins share."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.conftest import ECHO, Run, WritePlugin

Costs = Callable[..., None]


@pytest.fixture
def costs(run: Run, plugin: WritePlugin) -> Costs:
    """Assert that a plugin of this code costs its own results only, and is named with the stage and the error."""

    def costs(code: str, stage: str, error: str, *options: str) -> None:
        arguments = ("--no-plugins", "-p", plugin("echo", ECHO))
        compare = ("compare", "reference.txt", "version.txt", "-f", "json", *options)
        alone = json.loads(run(*arguments, *compare).out)
        result = run(*arguments, "-p", plugin("broken", code), *compare)
        report = json.loads(result.out)
        assert report["findings"] == alone["findings"] != []
        assert report["alignment"] == alone["alignment"]
        assert [(each["plugin"], each["stage"]) for each in report["failures"]] == [("broken", stage)]
        assert error in report["failures"][0]["error"]
        assert result.status == 2
        assert "wirediff: Plugin “broken” (from a file) " in result.err

    return costs
