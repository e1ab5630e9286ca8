"""Small documents of every kind, written here part by part."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from wirediff_documents import LOADERS as DOCUMENTS

from wirediff.errors import InputError
from wirediff.loading import LOADERS, load_with
from wirediff.model import Article, Source

Parts = Mapping[str, str | bytes]
_HEAD = "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops'><head><title/></head>"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = {
    "w": _W,
    "r": _R,
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
_ODF = {
    **{name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0" for name in ("office", "style", "text", "table")},
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_RELATED = {
    "styles.xml": "styles",
    "settings.xml": "settings",
    "footnotes.xml": "footnotes",
    "endnotes.xml": "endnotes",
    "comments.xml": "comments",
    "header1.xml": "header",
    "footer1.xml": "footer",
    "charts/chart1.xml": "chart",
    "media/image1.png": "image",
}


def zipped(parts: Parts) -> bytes:
    """A ZIP archive of these parts, in order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, method)
    return file.getvalue()


def _declared(spaces: Mapping[str, str]) -> str:
    return " ".join(f'xmlns:{name}="{space}"' for name, space in spaces.items())


def _relations(*relations: tuple[str, str, str]) -> str:
    """Relations by their ids, kinds and targets; those to other places are external."""
    written = (
        f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{target}" TargetMode="{_MODES["://" in target]}"/>'
        for name, kind, target in relations
    )
    return f"<Relationships>{''.join(written)}</Relationships>"


_MODES = ("Internal", "External")


def word_document(body: str, links: Mapping[str, str] | None = None, **parts: str | bytes) -> bytes:
    """A Word document: `body` is what its body holds, `links` are the addresses of ids.

    Parts are named by their files in the folder `word`, two underscores for a slash and one before the suffix; those of
    XML are what their root holds. The relation to each has its file's name as its id.
    """
    files = {name.replace("__", "/").replace("_", "."): data for name, data in parts.items()}
    spaces = _declared(_SPACES)
    related = [(name, _RELATED[name], name) for name in files]
    linked = [(name, "hyperlink", url) for name, url in (links or {}).items()]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _relations(("r", "officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(*related, *linked),
    }
    for name, data in files.items():
        made[f"word/{name}"] = data if isinstance(data, bytes) else f"<w:part {spaces}>{data}</w:part>"
    return zipped(made)


def open_document(body: str, styles: str = "", looks: str = "", **parts: str) -> bytes:
    """An OpenDocument text: `body` is what its text holds, `styles` are automatic, `looks` what `styles.xml` holds."""
    spaces = _declared(_ODF)
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    made: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}>{automatic}{text}</office:document-content>",
        "styles.xml": f"<office:document-styles {spaces}>{looks}</office:document-styles>",
    }
    return zipped({**made, **{name.replace("__", "/").replace("_", "."): data for name, data in parts.items()}})


def electronic_book(*chapters: str, metadata: str = "", others: Parts | None = None, items: str = "") -> bytes:
    """An e-book whose chapters are what the bodies of its documents hold; `items` are further items of the manifest."""
    names = [f"c{number}.xhtml" for number in range(1, len(chapters) + 1)]
    manifest = "".join(f'<item id="{name}" href="text/{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    made: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="E/p.opf"/></container>',
        "E/p.opf": f'<package xmlns:dc="{_ODF["dc"]}"><metadata>{metadata}</metadata>'
        f"<manifest>{manifest}{items}</manifest><spine>{spine}</spine></package>",
    }
    for name, chapter in zip(names, chapters, strict=True):
        made[f"E/text/{name}"] = f"<?xml version='1.0'?>\n{_HEAD}\n<body>{chapter}</body></html>"
    return zipped({**made, **(others or {})})


@dataclass(frozen=True)
class Story:
    """An article in few words."""

    article: Article

    @property
    def shown(self) -> list[tuple[str, str]]:
        """The kinds and texts of the blocks."""
        return [(block.kind, block.text) for block in self.article.blocks]

    @property
    def left_out(self) -> list[tuple[str, str]]:
        """The reasons and texts of what was left out."""
        return [(each.reason, each.text) for each in self.article.omitted]

    @property
    def notes(self) -> list[tuple[str, bool]]:
        """The codes of the notes, and whether each makes the result incomplete."""
        return [(note.code, note.incomplete) for note in self.article.notes]

    @property
    def words(self) -> Counter[str]:
        """All words, of the blocks and of what was left out."""
        texts = [block.text for block in self.article.blocks] + [each.text for each in self.article.omitted]
        return Counter(" ".join(texts).split())


Read = Callable[..., Story]


def load(data: bytes, name: str = "story", input_format: str | None = None) -> Story:
    """The article in a document."""
    return Story(load_with([*LOADERS, *DOCUMENTS], Source(name, data), input_format))


@pytest.fixture(scope="session")
def word() -> Callable[..., bytes]:
    """Makes a Word document."""
    return word_document


@pytest.fixture(scope="session")
def open_text() -> Callable[..., bytes]:
    """Makes an OpenDocument text."""
    return open_document


@pytest.fixture(scope="session")
def book() -> Callable[..., bytes]:
    """Makes an e-book."""
    return electronic_book


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a document as wirediff does with these loaders."""
    return load


@pytest.fixture(scope="session")
def problem() -> Callable[[bytes], str]:
    """Reads a document that cannot be read, and says why not."""

    def why(data: bytes) -> str:
        with pytest.raises(InputError) as error:
            load(data)
        return str(error.value)

    return why
