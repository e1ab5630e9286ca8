"""Short ways to a loaded article for the tests of loading."""

from __future__ import annotations

from wirediff.loading import LOADERS, load_with
from wirediff.model import Article, Source

PROSE = (
    "The harbour of Port Elder reopened on Monday after three days of storm, and the first ferries left at noon.",
    "Engineers will examine the northern pier this week, the port office said in a statement to reporters.",
    "Nobody was hurt when a crane fell into the basin during the night from Friday to Saturday, police said.",
)


def load(
    content: str | bytes, name: str = "story", media_type: str | None = None, encoding: str | None = None
) -> Article:
    """The article in `content`, as the core's loaders read it."""
    data = content.encode() if isinstance(content, str) else content
    return load_with(LOADERS, Source(name, data, media_type, encoding))


def load_page(body: str, head: str = "") -> Article:
    """The article of a page with this body."""
    return load(f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>", "page.html")


def shown(article: Article) -> list[tuple[str, str]]:
    """The kinds and texts of an article's blocks."""
    return [(block.kind, block.text) for block in article.blocks]


def texts(article: Article, kind: str) -> list[str]:
    """The texts of the blocks of one kind."""
    return [block.text for block in article.blocks if block.kind == kind]


def codes(article: Article) -> list[str]:
    """The codes of an article's notes."""
    return [note.code for note in article.notes]


def story(*parts: str) -> str:
    """A page's article: a headline, the prose of this module, and `parts` after its first paragraph."""
    first, *rest = (f"<p>{text}</p>" for text in PROSE)
    return f"<article><h1>Harbour reopens</h1>{first}{''.join(parts)}{''.join(rest)}</article>"
