"""The images that a source holds beside its page, and what identifies them: a hash of their bytes, and their look."""

from __future__ import annotations

import binascii
import hashlib
import io
from base64 import b64decode
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from datetime import UTC, datetime
from email.message import Message
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urldefrag
from warnings import catch_warnings

MOST_BYTES = 16 * 1024 * 1024
"""The largest image that is read; pages have them of some hundred kilobytes."""
MOST_IMAGES = 20_000
"""Images of an archive whose places are remembered."""
_MOST_PIXELS = 50_000_000
"""The largest image that is decoded: three times what cameras of newspapers have."""
_LEAST_PIXELS = 32
"""The shortest side of an image that shows something: smaller ones are icons, and pixels that hold a place."""
_DRAFT = (256, 256)
"""What JPEG images are decoded to at least, which is enough for a look and takes a tenth of the time."""
_GRID = (9, 9)
"""What the hash compares: eight differences in each row and column."""
_FORMATS = ("AVIF", "BMP", "GIF", "JPEG", "PNG", "WEBP")


# ── what identifies an image ─────────────────────────────────────────────────────────────────────────────────────────


def sha256_of(data: bytes) -> str:
    """The hexadecimal SHA-256 of an image's bytes."""
    return hashlib.sha256(data).hexdigest()


def look_of(data: bytes) -> str | None:
    """How an image looks: its difference hash of 128 bits and its mean colour, each in hexadecimal digits.

    None where the extra `images` is not installed, where the image can't be decoded, and for icons and placeholders.
    """
    try:
        from dhash import dhash_row_col
        from PIL import Image
    except ImportError:
        return None
    try:
        with catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if min(image.size) < _LEAST_PIXELS or image.width * image.height > _MOST_PIXELS:
                return None
            shown = _shown(image)
    except Exception:  # noqa: BLE001 - decoders raise anything on damaged data; nobody sees such an image
        return None
    row, column = dhash_row_col(list(shown.convert("L").resize(_GRID, Image.Resampling.LANCZOS).tobytes()))
    colour = shown.resize((1, 1), Image.Resampling.BOX).tobytes()
    return f"{row:016x}{column:016x}-{colour.hex()}"


def _shown(image: Any) -> Any:
    """An image as a page shows it: upright, and what is transparent on white."""
    from PIL import Image, ImageOps

    image.draft("RGB", _DRAFT)
    upright = ImageOps.exif_transpose(image)
    if not upright.has_transparency_data:
        return upright.convert("RGB")
    opaque, clear = Image.new("RGB", upright.size, "white"), upright.convert("RGBA")
    opaque.paste(clear, mask=clear)
    return opaque


def inline_image(address: str) -> bytes | None:
    """The bytes of an image that is its own address (`data:image/…`), or None for any other address."""
    head, comma, data = address.partition(",")
    if not comma or not head.lower().startswith("data:image/"):
        return None
    raw = unquote_to_bytes(data)
    if not head.lower().endswith(";base64"):
        return raw
    try:
        return b64decode(raw)
    except (binascii.Error, ValueError):
        return None


# ── images of archives ───────────────────────────────────────────────────────────────────────────────────────────────


class PartImages(Mapping[str, bytes]):
    """The images of an MHTML file by their addresses, also by `cid:`; each is decoded when it is asked for."""

    def __init__(self, parts: Sequence[Message]) -> None:
        self._parts: dict[str, Message] = {}
        for part in parts:
            if part.get_content_maintype() == "image":
                address, name = (str(part.get(header) or "").strip() for header in ("Content-Location", "Content-ID"))
                for each in (address, f"cid:{name.strip('<>')}" if name else ""):
                    if each:
                        self._parts.setdefault(each, part)

    def __getitem__(self, address: str) -> bytes:
        data = self._parts[address].get_payload(decode=True)
        return data if isinstance(data, bytes) else b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)


class ArchivedImages(Mapping[str, bytes]):
    """The images of a web archive by their addresses; of several captures the one nearest to a moment.

    Their places are looked up when an image is first asked for, in one more pass through the archive; memory holds
    these places and one image at a time. Where the archive is damaged there are the images before that.
    """

    def __init__(self, path: Path, captured: str | None) -> None:
        self._path = path
        self._captured = _moment(captured)

    def __getitem__(self, address: str) -> bytes:
        captures = self._places[urldefrag(address)[0]]
        _, place = min(captures, key=lambda capture: abs(capture[0] - self._captured))
        data = b""

        def read(record: Any, _: Callable[[], int]) -> bool:
            nonlocal data
            data = record.content_stream().read(MOST_BYTES + 1)
            return True

        _look_through(self._path, place, read)
        return data if len(data) <= MOST_BYTES else b""

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @cached_property
    def _places(self) -> Mapping[str, list[tuple[float, int]]]:
        """When each image was captured, and where in the archive that is."""
        found: dict[str, list[tuple[float, int]]] = defaultdict(list)

        def remember(record: Any, place: Callable[[], int]) -> bool:
            address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            if address and _is_image(record):
                found[address].append((_moment(record.rec_headers.get_header("WARC-Date")), place()))
            return len(found) == MOST_IMAGES

        _look_through(self._path, 0, remember)
        return dict(found)


def _look_through(path: Path, place: int, take: Callable[[Any, Callable[[], int]], bool]) -> None:
    """Show the records of an archive from a place on to `take`, and what tells their places, until it has seen enough.

    Telling a record's place reads it to its end. In a damaged archive, which the loader of the page reports, only the
    records before the damage are shown.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # AttributeError is what warcio raises for a record without its address or its length.
    damaged = (ArchiveLoadFailed, EOFError, AttributeError)
    with path.open("rb") as file, redirect_stderr(io.StringIO()), suppress(*damaged):
        file.seek(place)
        archive = ArchiveIterator(file)
        for record in archive:
            if take(record, archive.get_record_offset):
                break


def _is_image(record: Any) -> bool:
    """Whether a record is a server's answer, or a file without one, that holds an image."""
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    kind = headers.get_header("Content-Type") if headers else None
    return str(kind or "").strip().lower().startswith("image/")


def _moment(date: str | None) -> float:
    """Seconds of a date since 1970; 0 where there is none."""
    try:
        moment = datetime.fromisoformat(date or "")
    except ValueError:
        return 0.0
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
