"""How many edits of captions and credits in annotated news pages are found, and what else is reported.

    python tests/benchmarks/caption_edits.py FOLDER [FOLDER …] [--per-page N] [--misses]

FOLDER holds pages and gold as `extraction.py` reads them. Each edit is made in the page's own mark-up, one page an
edit, and the edited page is compared with the page. "unread" counts edits after which the loader reads the same text;
"other code" those that are reported, but not as what they are (of pictures that were swapped with their captions
nothing is right); "besides" the findings of other codes than expected in
captions and credits (not of terms, which reports the words).
"""

from __future__ import annotations

import argparse
import copy
import gzip
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from extraction import best_gold, words
from lxml import html
from lxml.html import HtmlElement

import wirediff
from wirediff.errors import InputError
from wirediff.model import Finding, Report, Source

_FEW_WORDS = 4
"""Shorter captions are hardly told from labels."""
_MORE = 1.7
"""Words of an element for each of the caption's: a credit may be in it."""
_UNSHOWN = frozenset({"script", "style", "noscript", "template", "title", "head"})


@dataclass(frozen=True)
class Place:
    """A text of an element: the whole of it, or the text before or after its mark-up."""

    element: HtmlElement
    where: str

    @property
    def text(self) -> str:
        """The text as it is printed."""
        return self.element.text_content() if self.where == "whole" else getattr(self.element, self.where)

    def put(self, text: str) -> None:
        """Print another text there."""
        if self.where == "whole":
            for child in list(self.element):
                self.element.remove(child)
            self.element.text = text
        else:
            setattr(self.element, self.where, text)


def places(tree: HtmlElement, wanted: str) -> list[Place]:
    """Where a page shows a text, in its order: in text nodes, else in the smallest element that has all of it."""
    key = words(wanted)
    found = [
        Place(element, where)
        for element in shown(tree)
        for where in ("text", "tail")
        if _holds(getattr(element, where) or "", key)
    ]
    if found:
        return found
    whole = [element for element in shown(tree) if len(element) and _holds(element.text_content(), key)]
    return [Place(each, "whole") for each in whole if not any(other in whole for other in each.iterdescendants())]


def shown(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a page's body whose text a reader may see."""
    for element in tree.body.iter():
        if isinstance(element.tag, str) and not any(
            each.tag in _UNSHOWN for each in (element, *element.iterancestors())
        ):
            yield element


def _holds(text: str, key: list[str]) -> bool:
    if len(text) < sum(map(len, key)) or len(text) > 5_000:
        return False
    own = words(text)
    return len(own) <= _MORE * len(key) + 1 and " ".join(key) in " ".join(own)


# ── edits ────────────────────────────────────────────────────────────────────────────────────────────────────────────

Texts: TypeAlias = Sequence[Sequence[Place]]
"""The places of each text that is edited: of two captions, of one, or of a credit."""


def double_in_line(texts: Texts) -> None:
    """Print a text twice where it is printed."""
    for place in texts[0]:
        place.put(f"{place.text.strip()} {place.text.strip()}")


def double_around_control(texts: Texts) -> None:
    """Print a text twice with the label of a button between."""
    for place in texts[0]:
        place.put(f"{place.text.strip()} hide caption {place.text.strip()}")


def double_element(texts: Texts) -> None:
    """Print the element of a text twice, in its own mark-up."""
    element = texts[0][0].element
    second = copy.deepcopy(element)
    second.tail = None
    element.addnext(second)


def swap(texts: Texts) -> None:
    """Print two texts each in the place of the other."""
    first, second = texts[0][0].text, texts[1][0].text
    for places_of_one, text in ((texts[0], second), (texts[1], first)):
        for place in places_of_one:
            place.put(text)


def change_word(texts: Texts) -> None:
    """Make nonsense of one long word."""
    for place in texts[0]:
        # Not at the end, where a credit may be.
        own = place.text.split()
        word = max(own[: (len(own) + 1) // 2], key=len)
        place.put(place.text.replace(word, word[::-1].lower() + "x"))


def delete(texts: Texts) -> None:
    """Leave a text out."""
    for place in texts[0]:
        place.put("")


def swap_figures(texts: Texts) -> None:
    """Put two figures, with image and caption, each in the place of the other, if the page has figures."""
    figures = [next(each[0].element.iterancestors("figure"), None) for each in texts]
    first, second = figures
    if first is None or second is None or first is second or first.getparent() is None:
        return
    marker = html.Element("figure")
    first.getparent().replace(first, marker)
    second.getparent().replace(second, first)
    marker.getparent().replace(marker, second)


Edit: TypeAlias = Callable[[Texts], None]
_COPIES = frozenset({"captions/duplicate", "captions/near-duplicate"})
OF_CAPTIONS: dict[str, tuple[Edit, frozenset[str]]] = {
    "doubled in its line": (double_in_line, _COPIES),
    "doubled around a control": (double_around_control, _COPIES),
    "doubled as an element": (double_element, _COPIES | {"captions/in-body"}),
    "one word changed": (change_word, frozenset({"captions/changed"})),
    "deleted": (delete, frozenset({"captions/missing"})),
}
OF_TWO: dict[str, tuple[Edit, frozenset[str]]] = {
    "swapped": (swap, frozenset({"captions/swapped"})),
    "swapped with their pictures": (swap_figures, frozenset()),
}
OF_CREDITS: dict[str, tuple[Edit, frozenset[str]]] = {
    "credit doubled in its line": (double_in_line, frozenset({"captions/credit-duplicate"})),
    "credit doubled as an element": (double_element, frozenset({"captions/credit-duplicate"})),
}


def edited(data: bytes, texts: Sequence[str], edit: Edit) -> tuple[bytes, bytes] | None:
    """The page as parsers read it, and with an edit; None where a text is not in it."""
    tree = parsed(data)
    before = html.tostring(tree, encoding="utf-8", doctype="<!doctype html>")
    found = [places(tree, text) for text in texts]
    if not all(found):
        return None
    edit(found)
    return before, html.tostring(tree, encoding="utf-8", doctype="<!doctype html>")


def parsed(data: bytes) -> HtmlElement:
    """The tree of a page."""
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


# ── measuring ────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Tally:
    """What became of the edits of one kind."""

    outcomes: Counter[str]
    besides: Counter[str]

    def line(self, name: str) -> str:
        """One line of the table."""
        outcome = self.outcomes
        read = outcome.total() - outcome["unread"]
        besides = ", ".join(f"{code} {count}" for code, count in self.besides.most_common(5))
        return (
            f"{name:30} {outcome['found']:5} of {read:4}  other code {outcome['other code']:3}  nothing "
            f"{outcome['nothing']:3}  unread {outcome['unread']:3}  besides: {besides or 'none'}"
        )


def outcome_of(report: Report, expected: frozenset[str]) -> tuple[str, list[Finding]]:
    """What became of an edit, and the findings of other codes."""
    texts = [[(block.kind, block.text) for block in article.blocks] for article in (report.reference, report.version)]
    own = [finding for finding in report.findings if not finding.code.startswith("terms/")]
    others = [finding for finding in own if finding.code not in expected]
    if len(others) < len(own):
        return "found", others
    if texts[0] == texts[1]:
        return "unread", others
    if not expected and not others:
        return "found", others
    return ("other code" if report.findings else "nothing"), others


def jobs(path: Path, data: bytes, most: int) -> Iterator[tuple[str, list[str], Edit, frozenset[str]]]:
    """The edits of one page: their kind, the gold texts, how to make them and the codes that are right."""
    gold = best_gold(path, " ".join(map(str, parsed(data).itertext())))
    if gold is None:
        return
    chosen = random.Random(path.name)
    captions = [text for text in gold.captions if len(words(text)) >= _FEW_WORDS]
    captions = chosen.sample(captions, min(most, len(captions)))
    authors = chosen.sample(gold.credits, min(most, len(gold.credits)))
    for kinds, texts in ((OF_CAPTIONS, [[each] for each in captions]), (OF_CREDITS, [[each] for each in authors])):
        for kind, (edit, expected) in kinds.items():
            yield from ((kind, each, edit, expected) for each in texts)
    for kind, (edit, expected) in OF_TWO.items():
        if len(captions) > 1:
            yield kind, captions[:2], edit, expected


def main() -> None:
    """Make every edit and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--per-page", type=int, default=2, help="captions and credits of one page (2)")
    arguments.add_argument("--misses", action="store_true", help="print every edit that was not found")
    given = arguments.parse_args()
    tallies = {kind: Tally(Counter(), Counter()) for kind in (*OF_CAPTIONS, *OF_TWO, *OF_CREDITS)}
    for path in sorted(path for folder in given.folders for path in folder.rglob("*.html.gz")):
        data = gzip.decompress(path.read_bytes())
        for kind, texts, edit, expected in jobs(path, data, given.per_page):
            pages = edited(data, texts, edit)
            if pages is None:
                continue
            try:
                report = wirediff.compare(*(Source(path.name, page, "text/html", "utf-8") for page in pages))
            except InputError as error:
                print(error)
                continue
            outcome, others = outcome_of(report, expected)
            tallies[kind].outcomes[outcome] += 1
            tallies[kind].besides.update(finding.code for finding in others)
            if given.misses and outcome in ("other code", "nothing"):
                said = "; ".join(finding.message for finding in report.findings) or report.summary.verdict
                print(f"{outcome} {kind} {path.name}: {texts[0][:80]!r}: {said[:300]}")
    for kind, tally in tallies.items():
        print(tally.line(kind))


if __name__ == "__main__":
    main()
