"""Every loader on broken documents: an article or an InputError, nothing else.

The environment variable FUZZ_EXAMPLES says how many documents each test makes: 200 by default, 500,000 for an hour.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.loading.documents import PROSE, codes, load, story
from tests.loading.test_news_formats import CONTENTS, NINJS, NITF
from wirediff.errors import InputError
from wirediff.model import Article

EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "200"))
MHTML = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    f"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>{story()}</body></html>\r\n--x--\r\n"
)
FIGURE = "<figure><img src=a.jpg>Boats. Photo: A/AP</figure>"
PAGE = f"<!doctype html><html><head><title>T</title></head><body>{story(FIGURE)}"
SEEDS = [
    text.encode()
    for text in (
        "\n\n".join(("Harbour reopens", "By Ida Lund", *PROSE)),
        PAGE,
        f"---\ntitle: Harbour reopens\n---\n\n# Harbour\n\n{PROSE[0]}\n\n![boats](a.jpg)\n",
        NITF,
        MHTML,
        *(str(content) for content in CONTENTS.values()),
        *(json.dumps(item) for item in NINJS.values()),
    )
]
SEEDS += [gzip.compress(SEEDS[1]), SEEDS[0].decode().encode("utf-16"), SEEDS[0].decode().encode("cp1252", "replace")]
TOKENS = [
    b"<", b">", b"<!--", b"]]>", b"&#0;", b"&amp", b"<!ENTITY a 'b'>", b"<?xml encoding='utf-7'?>",
    b"<p " + b"a" * 300, b"<div>" * 300, b'{"a":' * 200, b"[" * 2000, b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\r",
    b"\x1b[0m", b"---\n", b"\x1f\x8b", b"<script type='application/ld+json'>", b"</script>", b"1e999", b"\\ud800",
    "\u202e\u200b".encode(), b"WARC/1.0\r\n",
]  # fmt: skip

_settings = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def broken(draw: st.DrawFn, seeds: Sequence[bytes] = SEEDS) -> bytes:
    """One of these documents with pieces cut out, doubled, swapped for other documents' and tokens put in."""
    data = draw(st.sampled_from(seeds))
    for _ in range(draw(st.integers(1, 5))):
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
        other = draw(st.sampled_from(SEEDS))
        put = draw(
            st.one_of(
                st.just(b""),
                st.sampled_from(TOKENS),
                st.binary(max_size=20),
                st.just(data[start:end] * 2),
                st.integers(0, len(other)).map(lambda place, other=other: other[place : place + 400]),  # type: ignore[misc]
            )
        )
        data = data[:start] + put + data[end:]
    return data


def check(data: bytes) -> None:
    """Load `data`; what comes out holds the model's promises."""
    try:
        article = load(data)
    except InputError:
        return
    _check_article(article)


def _check_article(article: Article) -> None:
    assert article.blocks
    assert "loader-failed" not in codes(article)
    assert all(each.text.strip() and 0 <= each.after <= len(article.blocks) for each in article.omitted)
    ids = [block.id for block in article.blocks]
    assert len(ids) == len(set(ids))
    figures = {figure.id for figure in article.figures}
    for block in article.blocks:
        assert block.text.strip()
        assert block.figure is None or block.figure in figures
        assert all(0 <= link.start < link.end <= len(block.text) for link in block.links)


@_settings
@given(broken())
def test_broken_documents(data: bytes) -> None:
    """Documents of every format, damaged."""
    check(data)


@_settings
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    """Bytes of no format."""
    check(data)


@_settings
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    """Text in any script, with anything that Unicode has."""
    check(text.encode("utf-8", "ignore"))
