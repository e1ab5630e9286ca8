"""PDF documents written byte by byte, for what no program prints on demand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import SimpleNamespace

import pytest

PAPER = (0, 0, 400, 600)
"""A page, in points; line 1 of a text is at its top."""
_WIDTHS = 500
"""All letters of the fonts are half as wide as they are high, so that places are easily counted."""
_IMAGE = "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
_FONTS = ("Plain", "Plain-Bold", "Plain-Italic")


def text(
    words: str, x: float, y: float, size: float = 10, *, font: int = 0, mode: int = 0, turn: str = "1 0 0 1"
) -> str:
    """Words that are drawn at a place; `y` counts from the top of the page."""
    letters = words.encode("cp1252").hex()
    return f"BT /F{font} {size} Tf {mode} Tr {turn} {x} {PAPER[3] - y} Tm <{letters}> Tj ET\n"


def column(lines: str, x: float, y: float, size: float = 10, *, font: int = 0, step: float = 12) -> str:
    """Lines one below the other, each as in `lines`."""
    drawn = enumerate(lines.strip().splitlines())
    return "".join(text(line.strip(), x, y + place * step, size, font=font) for place, line in drawn)


def picture(x: float, y: float, width: float, height: float) -> str:
    """A picture, its upper left corner at a place."""
    return f"q {width} 0 0 {height} {x} {PAPER[3] - y - height} cm /Im Do Q\n"


def document(*pages: str, notes: Sequence[str] = (), page: str = "", trailer: str = "") -> bytes:
    """A document of pages; `notes` are annotations of the first one, `page` are further keys of every page."""
    count = len(pages)
    first = 6 + len(_FONTS) + len(notes)
    annotations = " ".join(f"{6 + len(_FONTS) + place} 0 R" for place in range(len(notes)))
    fonts = " ".join(f"/F{place} {6 + place} 0 R" for place in range(len(_FONTS)))
    kids = " ".join(f"{first + 2 * place} 0 R" for place in range(count))
    objects: list[str] = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [{' '.join(map(str, PAPER))}] >>",
        f"<< /Font << {fonts} >> /XObject << /Im 5 0 R >> >>",
        f"[{' '.join([str(_WIDTHS)] * 224)}]",
        f"<< {_IMAGE} /Length 1 >>\nstream\n0\nendstream",
    ]
    objects += [
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding "
        "/FirstChar 32 /LastChar 255 /Widths 4 0 R >>"
        for name in _FONTS
    ]
    objects += notes
    for place, drawn in enumerate(pages):
        noted = f"/Annots [{annotations}]" if notes and not place else ""
        here = first + 2 * place
        objects.append(f"<< /Type /Page /Parent 2 0 R /Resources 3 0 R /Contents {here + 1} 0 R {noted} {page} >>")
        objects.append(f"<< /Length {len(drawn.encode())} >>\nstream\n{drawn}\nendstream")
    return _file(objects, trailer)


def _file(objects: Sequence[str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, held in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{held}\nendobj\n".encode("latin-1")
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + (head + end).encode()


def note(kind: str, area: Sequence[float], keys: Mapping[str, str]) -> str:
    """An annotation; `area` as PDF has it, from the lower left corner."""
    written = " ".join(f"/{key} {value}" for key, value in keys.items())
    return f"<< /Type /Annot /Subtype /{kind} /Rect [{' '.join(map(str, area))}] {written} >>"


@pytest.fixture(scope="session")
def pdf() -> SimpleNamespace:
    """The functions that write a document."""
    return SimpleNamespace(text=text, column=column, picture=picture, document=document, note=note)
