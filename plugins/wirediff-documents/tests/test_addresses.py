"""Where fields lead."""

from __future__ import annotations

import pytest
from wirediff_documents.addresses import address_of


@pytest.mark.parametrize(
    ("code", "address"),
    [
        (' HYPERLINK "https://a.example/" ', "https://a.example/"),
        ("HYPERLINK https://a.example/", "https://a.example/"),
        (r'HYPERLINK "https://a.example/" \l "top" \o "A tip"', "https://a.example/#top"),
        (r'HYPERLINK \o "A tip" "https://a.example/"', "https://a.example/"),
        (r'HYPERLINK \l "_Toc1"', "#_Toc1"),
        (r"PAGEREF _Toc1 \h", None),
    ],
)
def test_addresses_of_fields(code: str, address: str | None) -> None:
    """With or without quotation marks, a place in the page, or the text that shows when a pointer rests on it."""
    assert address_of(code) == address
