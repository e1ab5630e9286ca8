"""The `xml` format: the report in the namespace `urn:wirediff:report:1`, as `schema/report.rng` describes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from lxml import etree
from lxml.etree import SubElement, _Element

from wirediff.model import Article, Block, Edit, Evidence, Finding, Omission, Report, Source, Span
from wirediff_xml.places import PlacedPair, placed, segments
from wirediff_xml.text import TextWriter

NAMESPACE = "urn:wirediff:report:1"
_NSMAP: Any = {None: NAMESPACE}  # the stubs know no default namespace
_OPENING, _CLOSING = f'<batch xmlns="{NAMESPACE}">'.encode(), b"</batch>"
_TOGETHER = 500
"""Elements of a long list that are held as a tree at one time: a tree takes twenty times the memory of its text."""
_PLACE = re.compile(rb"<\?list (\d+)\?>")
Item = TypeVar("Item")


@cache
def _name(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def write(report: Report) -> bytes:
    """Return the report as a UTF-8 document."""
    return _ReportWriter().write(report)


def _stand_in(parent: _Element, code: str) -> _Element:
    return SubElement(parent, _name("char"), code=code)


class _ReportWriter:
    """Writes one report; white space is added only where there is no text."""

    def __init__(self) -> None:
        self.text = TextWriter(_stand_in)
        self.lists: list[bytes] = []

    def write(self, report: Report) -> bytes:
        root = etree.Element(_name("report"), schema="1", nsmap=_NSMAP)
        root.text = "\n"
        self._generator(root, report)
        self._items(self._line(root, "options"), report.options)
        self._summary(root, report)
        self._article(self._line(root, "reference"), report.reference)
        self._article(self._line(root, "version"), report.version)
        self._list(self._line(root, "alignment"), self._pair, placed(report.alignment))
        self._list(self._line(root, "findings"), self._finding, report.findings)
        self._disclosures(root, report)
        whole = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
        return _PLACE.sub(lambda place: self.lists[int(place[1])], whole)

    # ── elements ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _line(self, parent: _Element, name: str, attributes: Mapping[str, Any] | None = None) -> _Element:
        """Add an element on a line of its own; attributes of None are left out."""
        if parent.text is None:
            parent.text = "\n"
        element = self._element(parent, name, attributes)
        element.tail = "\n"
        return element

    def _element(self, parent: _Element, name: str, attributes: Mapping[str, Any] | None = None) -> _Element:
        given = {key: self.text.attribute(str(value)) for key, value in (attributes or {}).items() if value is not None}
        return SubElement(parent, _name(name), given)

    def _list(self, parent: _Element, write: Callable[[_Element, Item], None], items: Iterable[Item]) -> None:
        """Write elements at once; a processing instruction, which no text looks like, keeps their place."""
        remaining = iter(items)
        while some := list(islice(remaining, _TOGETHER)):
            batch = etree.Element(_name("batch"), nsmap=_NSMAP)
            batch.text = ""
            for item in some:
                write(batch, item)
            if parent.text is None:
                parent.text = "\n"
            parent.append(etree.ProcessingInstruction("list", str(len(self.lists))))
            self.lists.append(etree.tostring(batch, encoding="UTF-8")[len(_OPENING) : -len(_CLOSING)])

    def _text(self, parent: _Element, name: str, text: str | None, attributes: Mapping[str, Any] | None = None) -> None:
        """Add an element of text on its own line, unless `text` is None."""
        if text is not None:
            self.text.append(self._line(parent, name, attributes), text)

    # ── what was compared and how ─────────────────────────────────────────────────────────────────────────────────────

    def _generator(self, root: _Element, report: Report) -> None:
        generator = self._line(root, "generator", {"version": report.generator.version})
        for name, version in sorted(report.generator.plugins.items()):
            self._line(generator, "plugin", {"name": name, "version": version})

    def _summary(self, root: _Element, report: Report) -> None:
        summary = report.summary
        figures = {each.name.replace("_", "-"): getattr(summary, each.name) for each in fields(summary)}
        del figures["counts"], figures["evidence"]
        element = self._line(root, "summary", {**figures, "order-kept": round(summary.order_kept, 4)})
        self._line(element, "evidence", {each.name: getattr(summary.evidence, each.name) for each in fields(Evidence)})
        for code, number in sorted(summary.counts.items()):
            self._line(element, "count", {"code": code, "number": number})

    def _article(self, element: _Element, article: Article) -> None:
        element.set("language", self.text.attribute(article.language))
        self._source(element, article.source)
        self._text(element, "title", article.title)
        meta = article.metadata
        metadata = self._line(element, "metadata")
        for byline in meta.bylines:
            self._text(metadata, "byline", byline)
        for name in ("dateline", "published", "modified", "publisher", "url", "section"):
            guess = {"guessed": "true", "declared": meta.published_declared} if meta.published_guessed else None
            self._text(metadata, name, getattr(meta, name), guess if name == "published" else None)
        for figure in article.figures:
            each = self._line(element, "figure", {"id": figure.id, "sha256": figure.sha256, "look": figure.look})
            self._text(each, "image", figure.image)
            self._text(each, "alt", figure.alt)
        self._list(element, self._block_of_article, article.blocks)
        self._list(element, self._omission, article.omitted)

    def _source(self, parent: _Element, source: Source) -> None:
        attributes = {"size": source.size, "sha256": source.sha256}
        optional = {"media-type": source.media_type, "encoding": source.encoding, "captured": source.captured}
        element = self._line(parent, "source", {**attributes, **optional})
        self._text(element, "name", source.name)
        self._text(element, "url", source.url)

    def _block_of_article(self, parent: _Element, block: Block) -> None:
        attributes = {"id": block.id, "kind": block.kind, "length": len(block.text), "figure": block.figure}
        on_demand = {"on-demand": "true" if block.on_demand else None}
        element = self._line(parent, "block", {**attributes, **on_demand, **_place(block)})
        for link in block.links:
            self._text(element, "link", link.url, {"start": link.start, "end": link.end})

    def _omission(self, parent: _Element, omission: Omission) -> None:
        attributes = {"reason": omission.reason, "words": omission.words, "after": omission.after}
        self._text(parent, "omission", omission.text, {**attributes, **_place(omission)})

    # ── the texts ────────────────────────────────────────────────────────────────────────────────────────────────────

    def _pair(self, alignment: _Element, placed_pair: PlacedPair) -> None:
        pair, side = placed_pair
        similarity = f"{pair.similarity:.4f}".rstrip("0").rstrip(".")
        element = self._line(alignment, "pair", {"relation": pair.relation, "similarity": similarity, "place": side})
        for segment in segments(pair):
            ids = {"reference": segment.reference or None, "version": segment.version or None}
            block = self._line(element, "block", ids)
            inside = block if side is None else self._element(block, "del" if side == "reference" else "ins")
            for edit in segment.edits:
                self._edit(inside, edit)

    def _edit(self, block: _Element, edit: Edit) -> None:
        if edit.op == "equal" and edit.reference.text == edit.version.text:
            self.text.append(block, edit.version.text)
            return
        kind = {"kind": "format"} if edit.op == "format" else None
        for name, span in (("del", edit.reference), ("ins", edit.version)):
            if span.text:
                self.text.append(self._element(block, name, kind), span.text)

    # ── standoff ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _finding(self, parent: _Element, finding: Finding) -> None:
        attributes = {
            "id": finding.id,
            "code": finding.code,
            "plugin": finding.plugin,
            "severity": finding.severity,
            "confidence": round(finding.confidence, 4),
        }
        element = self._line(parent, "finding", attributes)
        self._text(element, "message", finding.message)
        for name, spans in (("reference", finding.reference), ("version", finding.version)):
            if spans:
                self._spans(self._line(element, name), spans)
        if finding.data:
            self._items(self._line(element, "data"), finding.data)

    def _spans(self, parent: _Element, spans: tuple[Span, ...]) -> None:
        for span in spans:
            self._text(parent, "span", span.text, {"block": span.block, "start": span.start, "end": span.end})

    def _items(self, parent: _Element, values: Mapping[str, Any]) -> None:
        for name, value in sorted(values.items(), key=lambda item: str(item[0])):
            self._item(parent, value, {"name": name})

    def _item(self, parent: _Element, value: Any, attributes: Mapping[str, Any]) -> None:
        """Add a JSON value: objects hold named items, arrays nameless ones, the rest text."""
        kind, text = _typed(value)
        if kind == "object":
            self._items(self._line(parent, "item", {**attributes, "type": kind}), value)
        elif kind == "array":
            element = self._line(parent, "item", {**attributes, "type": kind})
            for each in value:
                self._item(element, each, {})
        else:
            self._text(parent, "item", text, {**attributes, "type": kind})

    def _disclosures(self, root: _Element, report: Report) -> None:
        notes = self._line(root, "notes")
        for note in report.notes:
            incomplete = "true" if note.incomplete else "false"
            self._text(notes, "note", note.message, {"code": note.code, "incomplete": incomplete})
        failures = self._line(root, "failures")
        for failure in report.failures:
            attributes = {"plugin": failure.plugin, "version": failure.plugin_version, "stage": failure.stage}
            self._text(failures, "failure", failure.error, attributes)
        characters = self._line(root, "characters")
        for code, number in sorted(self.text.written.items()):
            self._line(characters, "character", {"code": code, "number": number})


def _place(item: Block | Omission) -> dict[str, Any]:
    return {"path": item.path, "line": item.line, "column": item.column}


def _typed(value: Any) -> tuple[str, str]:
    """Return the JSON type of a value, and the text of one that holds no others."""
    match value:
        case None:
            return "null", ""
        case bool():
            return "boolean", "true" if value else "false"
        case int() | float():
            return "number", str(value)
        case Mapping():
            return "object", ""
        case list() | tuple() | set() | frozenset():
            return "array", ""
    return "string", str(value)
