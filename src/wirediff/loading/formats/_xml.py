"""XML documents read safely (no entity expanded, no DTD loaded, nothing fetched), and what their readers ask."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator
from typing import NamedTuple, TypeAlias, TypedDict

from lxml import etree
from lxml.etree import _Element

from wirediff.errors import InputError
from wirediff.loading._trees import source_line
from wirediff.loading.roles._build import Builder
from wirediff.loading.sources._decode import decode
from wirediff.model import Link, Note, Source

_SPACES = re.compile(r"[ \t\n\r]+")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)(?=[\s/>])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IN_WORDS = frozenset({"a", "b", "em", "i", "q", "s", "span", "strong", "sub", "sup", "u"})
"""Elements that mark letters; two of them side by side are one word."""
_REACH = 8192
"""Characters among which the first tag is, whatever declarations and comments come before it."""


class Document(NamedTuple):
    """An XML document's root element, its encoding, and what has to be disclosed about it."""

    root: _Element
    encoding: str
    notes: tuple[Note, ...]


class Place(TypedDict):
    """Where an element is in its document, as `Block` has it."""

    path: str
    line: int | None


def parsed_xml(source: Source, roots: Collection[str]) -> Document | None:
    """The document in `source`, or None where its root element has none of these names.

    What is not well-formed is read as far as possible, with an incomplete note. Raises InputError where nothing can be
    read.
    """
    decoded = decode(source)
    if _root_name(decoded.beginning(_REACH)) not in roots:
        return None
    data = _DECLARATION.sub("", decoded.text).encode("utf-8", "replace")
    problem = None
    try:
        root = etree.fromstring(data, _parser(recover=False))
    except etree.XMLSyntaxError as error:
        problem = Note("malformed", f"the XML is damaged or cut short ({error.msg}); read as far as possible", True)
        root = etree.fromstring(data, _parser(recover=True))
        if root is None:
            raise InputError(f"{source.name}: no XML could be read from it ({error.msg})") from None
    found = (*decoded.notes, problem, _entities(root))
    return Document(root, decoded.encoding, tuple(note for note in found if note))


def _root_name(head: str) -> str | None:
    """The name, without its prefix, of the first element of what looks like XML."""
    if not head.startswith("<"):
        return None
    found = _ROOT.search(_COMMENT.sub("", head))
    return found[2] if found else None


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=True,
        recover=recover,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def _entities(root: _Element) -> Note | None:
    """A note where the text uses entities of the document's own, which are not expanded."""
    names = sorted({str(entity.text) for entity in root.iter(etree.Entity)})
    if not names:
        return None
    return Note("entities-left-out", f"entities are not expanded: {', '.join(names[:5])}", True)


def local(element: _Element) -> str:
    """An element's name without its namespace; in a damaged document it may be one that XML does not allow."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: _Element, *names: str) -> list[_Element]:
    """The children of `element` that have one of `names`, namespaces apart."""
    return [child for child in element if local(child) in names]


def descendants(element: _Element, *names: str) -> list[_Element]:
    """The descendants of `element` that have one of `names`, namespaces apart, in document order."""
    return [child for child in element.iter() if local(child) in names]


def text_of(element: _Element | None) -> str:
    """All text inside `element`, white space collapsed."""
    return "" if element is None else _collapsed(_text(element))


def _text(element: _Element) -> str:
    """The text inside an element; that of an entity is its name."""
    return "".join(map(str, element.itertext())) if isinstance(element.tag, str) else element.text or ""


def _collapsed(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def first_text(element: _Element, *names: str) -> str | None:
    """The text of the first descendant that has one of `names` and any text."""
    return next((text for child in descendants(element, *names) if (text := text_of(child))), None)


Run: TypeAlias = "list[str | _Element]"
"""Text without a block in it: strings, and elements inside a line."""


def runs(element: _Element, blocks: Container[_Element]) -> Iterator[_Element | Run]:
    """Yield in order what an element holds: those of its children that are `blocks`, and the text between them."""
    run: Run = [element.text or ""]
    for child in element:
        if child in blocks:
            yield from _shown(run)
            yield child
            run = []
        else:
            run.append(child)
        run.append(child.tail or "")
    yield from _shown(run)


def _shown(run: Run) -> Iterator[Run]:
    """The run, if there is any text in it."""
    if text_of_run(run):
        yield run


def text_of_run(run: Run) -> str:
    """Return a run's text, white space collapsed."""
    return _collapsed("".join(each if isinstance(each, str) else _text(each) for each in run))


def links_in(run: Run, text: str) -> tuple[Link, ...]:
    """Return the hyperlinks of a run, by the first place of their text that is not taken yet."""
    links: list[Link] = []
    place = 0
    for anchor in (anchor for each in run if not isinstance(each, str) for anchor in descendants(each, "a")):
        url, shown = anchor.get("href"), text_of(anchor)
        start = text.find(shown, place) if url and shown else -1
        if url and start >= 0:
            place = start + len(shown)
            links.append(Link(start, place, url))
    return tuple(links)


def omit_texts(builder: Builder, element: _Element, known: Container[_Element]) -> None:
    """Record as without a role all text in an element, except what is in those that are `known`."""
    walk = etree.iterwalk(element, events=("start",))
    for _, each in walk:
        if each in known:
            walk.skip_subtree()
        else:
            own = " ".join((each.text or "", *(child.tail or "" for child in each)))
            builder.omit(_collapsed(own), "no-role", **place(each))


def part_words(root: _Element, apart: Container[str]) -> None:
    """Put spaces where only elements part words: around those named in `apart`, and between neighbours.

    Mark-up of letters may be inside a word.
    """
    for element in root.iter(etree.Element):
        name, before = local(element), element.getprevious()
        if name in apart:
            element.tail = f" {element.tail or ''}"
        if before is not None and (name in apart or (not before.tail and name not in _IN_WORDS)):
            before.tail = f"{before.tail or ''} "
        elif name in apart and (parent := element.getparent()) is not None and element is not root:
            parent.text = f"{parent.text or ''} "


def place(element: _Element) -> Place:
    """Where an element is: its XPath, and the line on which it starts."""
    return {"path": element.getroottree().getpath(element), "line": source_line(element)}
