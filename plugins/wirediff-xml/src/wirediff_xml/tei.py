"""The `tei` format: both texts as a TEI P5 critical apparatus, by parallel segmentation (TEI Guidelines, chapter 13).

The reference is witness R, the version witness V; `lem` is the reference's reading. Blocks without a counterpart, and
moved ones at each place, are readings that the other witness does not have. `ana` names the codes of the findings.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from lxml import etree
from lxml.etree import QName, SubElement, _Element

from wirediff.model import Article, Edit, Finding, Report, Side, Span
from wirediff.wording import LIMITS, alerts, reservations, show, title
from wirediff_xml.places import PlacedPair, Segment, placed, segments
from wirediff_xml.text import TextWriter, code_of

NAMESPACE = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NSMAP: Any = {None: NAMESPACE}  # the stubs know no default namespace
WITNESS = {"reference": "#R", "version": "#V"}


def write(report: Report) -> bytes:
    """Return the apparatus as a UTF-8 document."""
    return _Writer(report).write()


def _stand_in(parent: _Element, code: str) -> _Element:
    return SubElement(parent, QName(NAMESPACE, "g"), ref=f"#U{code}")


class _Writer:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.text = TextWriter(_stand_in)
        self.codes = _Codes(report.findings)

    def write(self) -> bytes:
        root = etree.Element(QName(NAMESPACE, "TEI"), nsmap=_NSMAP)
        header = self._add(root, "teiHeader")
        self._file_description(header)
        encoding = self._add(header, "encodingDesc")
        body = self._add(self._add(self._add(root, "text"), "body"), "div")
        for placed_pair in placed(self.report.alignment):
            for segment in segments(placed_pair.pair):
                self._block(body, placed_pair, segment)
        if not len(body):
            self._add(body, "p")
        self._encoding_description(encoding)
        return etree.tostring(root, encoding="UTF-8", xml_declaration=True)

    def _add(self, parent: _Element, name: str, text: str = "", attributes: dict[str, str] | None = None) -> _Element:
        element = SubElement(parent, QName(NAMESPACE, name), attributes or {})
        self.text.append(element, text)
        return element

    # ── header ───────────────────────────────────────────────────────────────────────────────────────────────────────

    def _file_description(self, header: _Element) -> None:
        report = self.report
        description = self._add(header, "fileDesc")
        statement = self._add(description, "titleStmt")
        self._add(statement, "title", f"{title(report.reference)}: reference and version")
        publication = self._add(description, "publicationStmt")
        self._add(publication, "p", f"Made by wirediff {report.generator.version} from the two documents named below.")
        notes = self._add(description, "notesStmt")
        for sentence in (*alerts(report), *reservations(report), LIMITS):
            self._add(notes, "note", show(sentence))
        witnesses = self._add(self._add(description, "sourceDesc"), "listWit")
        for name, article in (("R", report.reference), ("V", report.version)):
            self._witness(witnesses, name, article)

    def _witness(self, parent: _Element, name: str, article: Article) -> None:
        """Add what identifies a document; TEI allows no `g` in a witness, so odd characters are named in words."""
        source, metadata = article.source, article.metadata
        known = [
            title(article),
            ", ".join(metadata.bylines),
            metadata.publisher,
            metadata.published,
            source.url or metadata.url,
            source.name,
            f"{source.size} bytes",
            f"SHA-256 {source.sha256}",
        ]
        self._add(parent, "witness", show("; ".join(part for part in known if part)), {_XML_ID: name})

    def _encoding_description(self, encoding: _Element) -> None:
        """Declare the method, and the codes and characters that the text refers to."""
        self._add(encoding, "variantEncoding", attributes={"method": "parallel-segmentation", "location": "internal"})
        if self.codes.used:
            taxonomy = self._add(self._add(encoding, "classDecl"), "taxonomy")
            summaries = {rule.code: rule.summary for rule in self.report.rules}
            for code in sorted(self.codes.used):
                category = self._add(taxonomy, "category", attributes={_XML_ID: _name(code)})
                self._add(category, "catDesc", show(summaries.get(code, code)))
        if self.text.written:
            declaration = self._add(encoding, "charDecl")
            for code in sorted(self.text.written):
                character = self._add(declaration, "char", attributes={_XML_ID: f"U{code}"})
                self._add(character, "note", f"U+{code}, a character that XML cannot hold")

    # ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _block(self, body: _Element, placed_pair: PlacedPair, segment: Segment) -> None:
        """Add one block of both witnesses, or what one of them has of it at this place."""
        pair, side = placed_pair
        ids = [each for each in (segment.reference, segment.version) if each]
        kind = next(iter((*pair.version, *pair.reference))).kind
        attributes = {"n": " ".join(ids), _XML_SPACE: "preserve"}
        if side:
            key = "-".join(ids)
            other = "version" if side == "reference" else "reference"
            attributes |= {_XML_ID: f"{key}-{side}", "corresp": f"#{key}-{other}"}
        if kind == "paragraph":
            element = self._add(body, "p", attributes=attributes)
        else:
            element = self._add(body, "ab", attributes={"type": kind, **attributes})
        if side:
            self._whole(element, segment, side)
            return
        for edit in segment.edits:
            self._edit(element, edit)

    def _whole(self, block: _Element, segment: Segment, side: Side) -> None:
        """Add a moved block at one of its places: a reading that the other witness does not have there."""
        text = "".join(edit.of(side).text for edit in segment.edits)
        reference, version = (text, "") if side == "reference" else ("", text)
        self._apparatus(block, reference, version, {"type": "moved"})

    def _edit(self, block: _Element, edit: Edit) -> None:
        if edit.op == "equal" and edit.reference.text == edit.version.text:
            self.text.append(block, edit.version.text)
            return
        codes = self.codes.at(edit.reference) | self.codes.at(edit.version)
        attributes: dict[str, str] = {"type": edit.op}
        if codes and edit.op != "format":
            self.codes.used |= codes
            attributes["ana"] = " ".join(f"#{_name(code)}" for code in sorted(codes))
        self._apparatus(block, edit.reference.text, edit.version.text, attributes)

    def _apparatus(self, block: _Element, reference: str, version: str, attributes: dict[str, str]) -> None:
        entry = self._add(block, "app", attributes=attributes)
        self._add(entry, "lem", reference, {"wit": WITNESS["reference"]})
        self._add(entry, "rdg", version, {"wit": WITNESS["version"]})


class _Codes:
    """The codes of the findings on a place; `used` are those that were written."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.used: set[str] = set()
        by_block: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for finding in findings:
            for span in (*finding.reference, *finding.version):
                by_block[span.block].append((span.start, span.end, finding.code))
        self.places = {block: sorted(places) for block, places in by_block.items()}
        self.longest = {block: max(end - start for start, end, _ in places) for block, places in by_block.items()}

    def at(self, span: Span) -> set[str]:
        """Return the codes of findings that share a character with `span`."""
        places = self.places.get(span.block, [])
        if span.start == span.end or not places:
            return set()
        low = bisect_left(places, (span.start - self.longest[span.block], 0, ""))
        high = bisect_left(places, (span.end, 0, ""))
        return {code for _, end, code in places[low:high] if end > span.start}


def _name(code: str) -> str:
    """Return `code` as an XML name: a slash becomes a dot, any other unfit character its code point."""
    return "".join(
        character if character.isascii() and (character.isalnum() or character in "-_") else _fit(character)
        for character in f"code.{code}".replace("/", ".")
    )


def _fit(character: str) -> str:
    return "." if character == "." else f"_{code_of(character)}_"
