"""Which addresses mean the same page, and which the same picture."""

from __future__ import annotations

import pytest

from wirediff.addresses import Picture, page, picture

STORY = "https://salter.example/ferry"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.salter.example/ferry/",
        "https://m.salter.example/ferry#times",
        "https://salter.example/ferry?utm_source=feed&fbclid=9",
        "https://amp.salter.example/ferry/amp",
        "https://salter.example/ferry/index.html",
        "https://archive.example/web/20260512/https://salter.example/ferry",
        "https://redirect.example/l.php?u=https%3A%2F%2Fsalter.example%2Fferry&h=1",
    ],
)
def test_addresses_of_one_page(url: str) -> None:
    """Scheme, host prefixes, tracking, AMP, archives and redirects make no other page."""
    assert page(url) == page(STORY)


@pytest.mark.parametrize(
    "url", ["https://salter.example/ferries", "https://m.example/ferry", f"{STORY}?id=2", "", "http://[ferry"]
)
def test_addresses_of_another_page(url: str) -> None:
    """Path, host and parameters that matter; what is no address at all."""
    assert page(url) != page(STORY)


@pytest.mark.parametrize(
    "url",
    [
        "https://salter.example/img/pier.jpg",
        "https://cdn.example/a/Pier-800x600.jpg",
        "https://cdn.example/a/pier_scaled.webp",
        "https://cdn.example/a/pier-s1100-c50.jpg?w=640",
        "https://cdn.example/a/pier@2x.jpg.webp",
        "https://cdn.example/a/pier-640.jpg",
        "https://cdn.example/a/pier-4x3.jpg",
        "https://cdn.example/a/pier_w1200_r1.778_fpx50_fpy50.jpg",
        "https://cdn.example/a/pier_1200x630_acf_cropped.jpg",
        "https://cdn.example/resize/880x/?url=http%3A%2F%2Fsalter.example%2Fpier.jpg",
        "/_next/image?url=%2Fmedia%2Fpier.jpg&w=640",
        "https://cdn.example/w_800/https://salter.example/pier.jpg",
        "pier.jpg",
    ],
)
def test_addresses_of_one_picture(url: str) -> None:
    """Sizes, servers and resizing services aside."""
    assert picture(url) == Picture("pier", True)


@pytest.mark.parametrize(
    "url", ["https://cdn.example/pier/master/1920.jpg", "https://cdn.example/pier.jpg/_jcr_content/renditions/original"]
)
def test_a_folder_names_the_picture_where_the_file_is_a_size(url: str) -> None:
    """It is no sure name."""
    assert picture(url) == Picture("pier", False)


@pytest.mark.parametrize(
    "url", ["https://x.example/5f0c9d1e2b3a4c5d.jpg", "https://x.example/1234567.jpg", "https://x.example/image.jpg"]
)
def test_names_that_a_system_gave_out_tell_nothing(url: str) -> None:
    """Two such names that differ may show one picture."""
    found = picture(url)
    assert found is not None
    assert not found.telling


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("passengers-wait-on-the-pier-at-port-salter", True),
        ("20260512-ferry-captain-with-letters-2", True),
        ("xk3-9fqa_0bz7-t2lm_w8yv4c", False),
        ("q7xw2kd9fj3nv8tb5zh1mc6r", False),
    ],
)
def test_a_long_name_of_words_tells_what_it_shows(name: str, telling: bool) -> None:
    """One of letters and digits without order does not."""
    assert picture(f"https://x.example/{name}.jpg") == Picture(name, telling)


@pytest.mark.parametrize(
    ("one", "two"), [("img_0120", "img_0130"), ("vote-2019", "vote-2021"), ("pier-1", "pier-2"), ("01", "02")]
)
def test_counts_and_years_are_part_of_the_name(one: str, two: str) -> None:
    """Only a number that can be a width is one."""
    assert picture(f"https://x.example/{one}.jpg") != picture(f"https://x.example/{two}.jpg")


@pytest.mark.parametrize("url", [None, "", "data:image/gif;base64,R0lGOD", "https://x.example/"])
def test_no_picture(url: str | None) -> None:
    """Inline data and pages have no name."""
    assert picture(url) is None


def test_a_long_address_costs_little() -> None:
    """Neither nesting nor length runs away."""
    assert picture("https://x.example/" + "a-" * 50_000 + "b.jpg") is not None
    assert page("https://x.example/?u=" * 5_000).host
