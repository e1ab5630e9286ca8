"""Images that come with a page: in an MHTML file, in a web archive, in the page itself."""

from __future__ import annotations

import base64
import gzip
import io
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import ExifTags, Image, ImageFilter

from tests.loading.documents import load, load_page, story
from wirediff.images import seen_alike
from wirediff.loading import LOADERS, load_with, read_source
from wirediff.loading.sources import _images as images
from wirediff.model import Figure

PIER, DAWN = "https://post.example/img/pier.png", "https://post.example/img/dawn.png"


def drawn(seed: int, size: tuple[int, int] = (96, 64), form: str = "PNG") -> bytes:
    """A picture of soft stripes and spots, another one for each seed."""
    small = Image.new("L", (12, 8))
    small.putdata([(seed * 7919 + n * n * seed + n * 31) % 256 for n in range(96)])
    file = io.BytesIO()
    small.resize(size, Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(2)).convert("RGB").save(file, form)
    return file.getvalue()


def figure(image: str, attributes: str = "") -> str:
    """A picture with a caption."""
    return f'<figure><img src="{image}" {attributes}><figcaption>The pier of Port Elder at dawn.</figcaption></figure>'


def mhtml(page: str, parts: dict[str, bytes], name: str = "Content-Location") -> str:
    """A page with these images, each under its address or name."""
    others = (
        f"--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n{name}: {address}\n\n"
        f"{base64.encodebytes(data).decode()}\n"
        for address, data in parts.items()
    )
    return (
        "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n"
        f"Content-Location: https://post.example/harbour\n\n{page}\n{''.join(others)}--b--\n"
    )


def record(address: str, kind: str, data: bytes, date: str = "2026-03-02T10:15:00Z", form: str = "response") -> bytes:
    """One record of a web archive."""
    body = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + data if form == "response" else data
    own = "application/http; msgtype=response" if form == "response" else kind
    head = (
        f"WARC/1.0\r\nWARC-Type: {form}\r\nWARC-Target-URI: {address}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\nContent-Type: {own}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def archived(path: Path, *records: bytes) -> Figure:
    """The only figure of an archive's page."""
    compress = gzip.compress if path.suffix == ".gz" else bytes
    path.write_bytes(b"".join(compress(each) for each in records))
    (found,) = load_with(LOADERS, read_source(path)).figures
    return found


def page(image: str, attributes: str = "") -> str:
    """A page with one picture."""
    return f"<!doctype html><html lang=en><body>{story(figure(image, attributes))}</body></html>"


def test_the_images_of_an_mhtml_file() -> None:
    """By their address, also a relative one, or by their name in the file."""
    data = drawn(1)
    for content in (
        mhtml(page(PIER), {PIER: data}),
        mhtml(page("/img/pier.png"), {PIER: data}),
        mhtml(page("cid:pier@post"), {"<pier@post>": data}, "Content-ID"),
        mhtml(page(DAWN, f"srcset='{DAWN} 200w, {PIER} 900w'"), {PIER: data}),
    ):
        (found,) = load(content).figures
        assert found.sha256 == sha256(data).hexdigest()
        assert seen_alike(found, Figure("f1", look=images.look_of(data))) is True


def test_an_image_that_an_archive_lacks_is_known_by_its_address_only() -> None:
    """As in any page."""
    (found,) = load(mhtml(page(PIER), {DAWN: drawn(1)})).figures
    assert (found.image, found.sha256, found.look) == (PIER, None, None)


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
@pytest.mark.parametrize("form", ["response", "resource"])
def test_the_images_of_a_web_archive(tmp_path: Path, name: str, form: str) -> None:
    """Before or after the page, with or without the server's answer around them."""
    data, text = drawn(1), page(PIER).encode()
    address = "https://post.example/harbour"
    for records in (
        (record(address, "text/html", text), record(PIER, "image/png", data, form=form)),
        (record(PIER, "image/png", data, form=form), record(address, "text/html", text)),
    ):
        assert archived(tmp_path / name, *records).sha256 == sha256(data).hexdigest()


def test_of_several_captures_the_one_nearest_to_the_page_counts(tmp_path: Path) -> None:
    """An archive may hold what the address showed a year later."""
    old, new = drawn(1), drawn(2)
    found = archived(
        tmp_path / "a.warc.gz",
        record(PIER, "image/png", new, "2027-03-02T10:15:03Z"),
        record("https://post.example/harbour", "text/html", page(PIER).encode(), "2026-03-02T10:15:00Z"),
        record(PIER, "image/png", old, "2026-03-02T10:15:03Z"),
    )
    assert found.sha256 == sha256(old).hexdigest()


def test_a_damaged_archive_has_the_images_before_the_damage(tmp_path: Path) -> None:
    """What comes after it is as if it were not there."""
    text = record("https://post.example/harbour", "text/html", page(PIER).encode())
    whole = archived(tmp_path / "a.warc", text, record(PIER, "image/png", drawn(1)), b"WARC/1.0\r\nnonsense")
    assert whole.sha256 == sha256(drawn(1)).hexdigest()
    assert archived(tmp_path / "a.warc", text, b"WARC/1.0\r\nnonsense").sha256 is None


def test_an_image_within_the_page() -> None:
    """Pages that were saved as one file have them so; the address is not repeated in the report."""
    data = drawn(1)
    (found,) = load_page(story(figure(f"data:image/png;base64,{base64.b64encode(data).decode()}"))).figures
    assert (found.image, found.sha256) == (None, sha256(data).hexdigest())


@pytest.mark.parametrize("attributes", [f'data-src="{PIER}"', ""])
def test_what_only_holds_an_image_s_place_does_not_identify_it(attributes: str) -> None:
    """An empty image, until a script puts the real one there."""
    empty = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
    (found,) = load_page(story(figure(empty, attributes))).figures
    assert (found.sha256, found.look) == (None, None)


# ── how images look ──────────────────────────────────────────────────────────────────────────────────────────────────


def looks(first: bytes, second: bytes) -> bool | None:
    """Whether two images look alike."""
    return seen_alike(Figure("f1", look=images.look_of(first)), Figure("f2", look=images.look_of(second)))


def test_an_image_saved_anew_looks_alike() -> None:
    """Smaller, in another format, or both; another picture doesn't."""
    assert looks(drawn(1), drawn(1, (48, 32))) is True
    assert looks(drawn(1), drawn(1, (192, 128), "JPEG")) is True
    assert looks(drawn(1), drawn(2)) is False


def saved(image: Image.Image, form: str, **how: Any) -> bytes:
    """The bytes of an image."""
    file = io.BytesIO()
    image.save(file, form, **how)
    return file.getvalue()


def test_an_image_is_seen_as_a_page_shows_it() -> None:
    """Upright, in any colours, and what is transparent on white."""
    original = Image.open(io.BytesIO(drawn(1)))
    lying = Image.Exif()
    lying[ExifTags.Base.Orientation] = 6
    assert looks(drawn(1), saved(original.rotate(90, expand=True), "JPEG", exif=lying)) is True
    assert looks(drawn(1), saved(original.convert("CMYK"), "JPEG")) is True
    clear = original.convert("RGBA")
    clear.putalpha(original.convert("L"))
    assert looks(saved(clear, "PNG"), drawn(1)) is not True
    assert looks(saved(clear, "PNG"), saved(clear, "WEBP")) is True


def test_plain_images_are_told_by_their_colour() -> None:
    """They have no light and shade; of one colour, nothing says whether they are one picture."""

    red, blue, crimson = (saved(Image.new("RGB", (64, 64), colour), "PNG") for colour in ("red", "blue", "crimson"))
    assert looks(red, blue) is False
    assert looks(red, crimson) is None


@pytest.mark.parametrize("data", [b"", b"no image at all", drawn(1)[:120], drawn(1, (16, 16))])
def test_what_cannot_be_seen_has_no_look(data: bytes) -> None:
    """Damaged data, and icons."""
    assert images.look_of(data) is None


def test_an_image_of_too_many_pixels_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes may unpack to gigabytes."""
    monkeypatch.setattr(images, "_MOST_PIXELS", 5_000)
    assert images.look_of(drawn(1)) is None


@pytest.mark.parametrize("missing", ["PIL", "dhash"])
def test_without_the_extra_only_the_bytes_are_compared(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """Nothing fails."""
    data = drawn(1)
    monkeypatch.setitem(sys.modules, missing, None)
    (found,) = load(mhtml(page(PIER), {PIER: data})).figures
    assert (found.sha256, found.look) == (sha256(data).hexdigest(), None)
