"""Word documents: Office Open XML (ECMA-376), transitional and strict, with or without macros, and templates.

`parts` knows how the parts of a document refer to each other, `styles` what its styles say. `story` writes paragraphs
and tables to a page, `words` what is inside a paragraph; `reading` is what they share, `fields` and `notes` help them.
`apart` is about what is not in the text.
"""

from __future__ import annotations

from wirediff.model import Article, Source
from wirediff_documents.archive import Archive, Pictures, holds
from wirediff_documents.compound import refuse_compound_file
from wirediff_documents.docx.apart import add_notes, disclose, leave_what_is_apart
from wirediff_documents.docx.notes import Notes
from wirediff_documents.docx.parts import Parts
from wirediff_documents.docx.reading import Reading
from wirediff_documents.docx.story import Story
from wirediff_documents.docx.styles import styles_of
from wirediff_documents.page import Page
from wirediff_documents.trees import child, children, local, text_of

_SIGNS = (b"[Content_Types].xml", b"word/document.xml")

_USUAL = "word/document.xml"


def load(source: Source) -> Article | None:
    """The article of a Word document, or None where the source isn't one.

    Raises InputError for one that is encrypted or damaged, and for documents of the format before 2007.
    """
    refuse_compound_file(source)
    if not holds(source, *_SIGNS):
        return None
    parts = Parts(Archive(source))
    main = parts.only_related("", "officeDocument") or _USUAL
    root = parts.required(main)
    if local(root) != "document":  # a workbook, or slides
        return None
    page = Page()
    reading = Reading(
        main,
        parts.relations(main),
        styles_of(parts.root_of_only(main, "styles")),
        page,
        Notes(parts.root_of_only(main, "settings")),
    )
    for body in children(root, "body"):
        Story(reading).add(body)
    add_notes(parts, main, reading)
    leave_what_is_apart(parts, main, page)
    disclose(reading)
    return page.article(
        source,
        title=text_of(child(parts.root_of_only("", "core-properties"), "title")) or None,
        language=reading.styles.language,
        images=Pictures(parts.archive),
    )
