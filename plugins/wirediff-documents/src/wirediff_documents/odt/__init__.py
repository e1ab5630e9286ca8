"""OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them.

`styles` knows what styles say. `story` writes paragraphs, lists and tables to a page, `words` what is inside a
paragraph; `reading` is what these share.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element

from wirediff.model import Article, Source
from wirediff_documents.archive import Archive, Pictures, holds
from wirediff_documents.odt.reading import PART, Reading, plain
from wirediff_documents.odt.story import Story
from wirediff_documents.odt.styles import styles_of
from wirediff_documents.page import Page, Place
from wirediff_documents.trees import attribute, child, children, descendants, parsed, root_of, text_of

_TYPE = b"application/vnd.oasis.opendocument.text"
_MARGINS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


def load(source: Source) -> Article | None:
    """The article of an OpenDocument text, or None where the source isn't one.

    Raises InputError for one that is encrypted or damaged.
    """
    if not holds(source, b"mimetype" + _TYPE):
        return None
    archive = Archive(source)
    if b"encryption-data" in (archive.read("META-INF/manifest.xml") or b"") or "encrypted-package" in archive.names:
        raise archive.error("is encrypted; save it without a password")
    root = root_of(archive, PART, archive.required(PART))
    looks = parsed(archive, "styles.xml")
    parts = [root] if looks is None else [root, looks]
    page, deleted = Page(), dict(_deleted(root))
    reading = Reading(styles_of(*parts), page, deleted)
    story = Story(reading)
    for body in children(root, "body"):
        story.add(body)
    story.add_notes()
    _leave_what_is_apart(archive, parts, reading)
    page.disclose_changes(sum(1 for _ in descendants(root, "insertion")), len(deleted))
    return page.article(
        source,
        title=_title(archive),
        language=reading.styles.language,
        images=Pictures(archive),
    )


def _title(archive: Archive) -> str | None:
    root = parsed(archive, "meta.xml")
    return text_of(child(root, "meta", "title")) or None


def _deleted(root: _Element) -> Iterator[tuple[str, _Element]]:
    """What tracked changes took away, by the names of the changes."""
    for region in descendants(root, "changed-region"):
        deletion = child(region, "deletion")
        if deletion is not None:
            yield attribute(region, "id") or "", deletion


def _leave_what_is_apart(archive: Archive, parts: list[_Element], reading: Reading) -> None:
    """Leave out running heads, and the words of formulas and charts."""
    for root in parts:
        for margin in descendants(root, *_MARGINS):
            reading.page.omit(plain(margin), "boilerplate", Place("styles.xml"))
    for address in reading.objects:
        name = f"{address.removeprefix('./')}/{PART}"
        embedded = parsed(archive, name)
        if embedded is not None:
            reading.page.omit(plain(embedded), "no-role", Place(name))
