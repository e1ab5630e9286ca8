"""What one plugin reports, another does not report again."""

from __future__ import annotations

import pytest

import wirediff
from tests.conftest import need_plugins
from wirediff.model import Source

CAPTION = "Passengers wait on the pier at Port Salter on Tuesday."
PICTURE = f"<figure><img src='pier.jpg'><figcaption>{CAPTION}</figcaption></figure>"
TEXT = (
    "<h1>Council votes to close the ferry</h1>"
    "<p>The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island.</p>"
    "<p>Forty pupils cross the sound every morning to reach the secondary school at Brennock.</p>"
)


@pytest.fixture(autouse=True, scope="module")
def _both_plugins() -> None:
    need_plugins("captions", "structure")


@pytest.mark.parametrize("element", ["<details>{}</details>", "<div class='lightbox'>{}</div>"])
def test_a_caption_that_is_repeated_on_demand_is_told_once(element: str) -> None:
    """As a copy of the caption, not as a paragraph of the body too."""
    pages = (f"<main>{TEXT}{PICTURE}{more}</main>" for more in ("", element.format(f"<p>{CAPTION}</p>")))
    report = wirediff.compare(*(Source.from_text(page, media_type="text/html") for page in pages))
    assert [(each.code, each.data["place"]) for each in report.findings] == [("captions/duplicate", "overlay")]


def test_prose_that_is_shown_on_demand_is_told() -> None:
    """A closed `<details>` may hold a part of the story."""
    prose = (
        "<details><summary>Background</summary><p>The line was opened in 1911 by a cousin of the mayor.</p></details>"
    )
    pages = (f"<main>{TEXT}{more}</main>" for more in ("", prose))
    report = wirediff.compare(*(Source.from_text(page, media_type="text/html") for page in pages))
    assert {each.code for each in report.findings} == {"structure/inserted"}
