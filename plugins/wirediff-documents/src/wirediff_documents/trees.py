"""XML parts of documents read safely, and what their readers ask of the trees; names count without their namespaces.

Office suites write one vocabulary in several namespaces (Word's "strict" documents have others).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element

from wirediff_documents.archive import Archive

_PARSER_OPTIONS = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": True,
    "remove_comments": True,
    "remove_pis": True,
}
_ENTITIES = tuple("<!ENTITY".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
"""With `huge_tree`, which long texts need, libxml2 expands entities in attributes without limit."""


def parsed(archive: Archive, name: str) -> _Element | None:
    """The root of an XML part, or None where the archive has no such part.

    Raises InputError for what is not well-formed and for a part that declares entities, as only attacks do.
    """
    data = archive.read(name)
    return None if data is None else root_of(archive, name, data)


def root_of(archive: Archive, name: str, data: bytes) -> _Element:
    """The root of the XML in `data`, the part `name`."""
    if any(declaration in data for declaration in _ENTITIES):
        raise archive.error(f"{name} declares entities, as no document of its kind needs")
    try:
        root = etree.fromstring(data, etree.XMLParser(**_PARSER_OPTIONS))  # type: ignore[arg-type]
    except etree.XMLSyntaxError as error:
        raise archive.error(f"{name} is not well-formed XML ({error.msg})") from None
    return root


@lru_cache(4096)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def local(element: _Element) -> str:
    """An element's name without its namespace."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


def attribute(element: _Element | None, name: str) -> str | None:
    """An attribute by its name without the namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.items() if _local(str(key)) == name), None)


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first child of the first name, the first child of the next name in that, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def children(element: _Element, *names: str) -> Iterator[_Element]:
    """The children of an element that have one of `names`."""
    return (each for each in element if local(each) in names)


def descendants(element: _Element, *names: str) -> Iterator[_Element]:
    """The elements inside an element that have one of `names`, in document order."""
    return (each for each in element.iter(etree.Element) if local(each) in names)


def text_of(element: _Element | None) -> str:
    """All text inside an element, white space collapsed."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
