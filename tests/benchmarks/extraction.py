"""How much of annotated news pages the HTML loader finds, beside other extraction libraries.

    python tests/benchmarks/extraction.py FOLDER [FOLDER …] [--no-peers] [--per-page] [--misses]
    python tests/benchmarks/extraction.py FOLDER [FOLDER …] --itself

FOLDER holds pages and gold in the form of fundus's parser tests: `NAME_DATE.html.gz` beside `NAME.json`, whose entry
for the page's parser version has `body` (summary, sections of headline and paragraphs) and `images` (caption, authors).
Libraries that are not installed are left out of the table. Time is printed as a multiple of parsing with lxml.html.
With `--itself` each page is compared with itself and with its tree written anew, and any finding is printed.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import importlib
import json
import re
import statistics
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from lxml import html
from peers import peak

import wirediff
from wirediff.errors import InputError
from wirediff.loading import LOADERS, load_with
from wirediff.model import Article, Source

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]+"
)
RUNNING = frozenset({"headline", "subheading", "paragraph", "quote", "other"})
"""The kinds whose texts are all in the gold, which leaves out lists, tables, dates, and pictures in older versions."""
_ENOUGH = 0.85
"""Share of a gold text's word pairs that has to be in the output."""


@dataclass(frozen=True)
class Gold:
    """What annotators found on a page."""

    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    credits: tuple[str, ...]
    others: tuple[str, ...]
    pictured: bool
    """Whether the parser version annotated images at all; older ones did not."""


@dataclass
class Score:
    """Hits and totals over pages."""

    hits: Counter[str] = field(default_factory=Counter)
    totals: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, hit: int, total: int) -> None:
        """Count `hit` of `total`."""
        self.hits[name] += hit
        self.totals[name] += total

    def share(self, name: str) -> str:
        """Hits in per cent of the total."""
        return f"{100 * self.hits[name] / self.totals[name]:.1f}" if self.totals[name] else "–"


def words(text: str) -> list[str]:
    """Folded words, without accents' and quotes' variants."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def pairs(text: str) -> Counter[tuple[str, ...]]:
    """The neighbouring words of a text, or its only word."""
    found = words(text)
    return Counter(pairwise(found)) if len(found) > 1 else Counter([tuple(found)])


def inside(gold: str, output: Counter[tuple[str, ...]], singles: frozenset[str]) -> bool:
    """Whether nearly all of a gold text is in the output."""
    wanted = pairs(gold)
    if len(words(gold)) == 1:
        return words(gold)[0] in singles
    return sum(min(count, output[pair]) for pair, count in wanted.items()) >= _ENOUGH * wanted.total()


def golds(path: Path) -> list[Gold]:
    """The gold of every parser version beside the page."""
    name = re.sub(r"_\d{4}_\d{2}_\d{2}.*$", "", path.name)
    file = path.with_name(f"{name}.json")
    if not file.exists():
        return []
    return [_gold(version) for version in json.loads(file.read_text("utf-8")).values()]


def _gold(version: dict[str, Any]) -> Gold:
    body = version.get("body") or {}
    sections = body.get("sections", [])
    images = version.get("images") or []
    headlines = [text for section in sections for text in section["headline"]]
    return Gold(
        (*body.get("summary", []), *(text for section in sections for text in section["paragraphs"])),
        tuple(dict.fromkeys(filter(None, (image.get("caption") for image in images)))),
        tuple(dict.fromkeys(author for image in images for author in image.get("authors") or ())),
        (*headlines, version.get("title") or "", *(version.get("authors") or ())),
        any(image.get("caption") for image in images),
    )


def best_gold(path: Path, text: str) -> Gold | None:
    """The gold that belongs to this page: the one whose paragraphs occur in the page."""
    output, singles = pairs(text), frozenset(words(text))
    candidates = [gold for gold in golds(path) if gold.paragraphs]

    def fit(gold: Gold) -> float:
        return sum(inside(each, output, singles) for each in gold.paragraphs) / len(gold.paragraphs)

    best = max(candidates, key=fit, default=None)
    return best if best is not None and fit(best) >= 0.5 else None


# ── measuring ────────────────────────────────────────────────────────────────────────────────────────────────────────


def measure_text(gold: Gold, text: str, score: Score, page: str, misses: bool = False) -> None:
    """Recall of gold texts in an output, and how much of the output is no gold text of any kind."""
    output, singles = pairs(text), frozenset(words(text))
    for name, wanted in (("paragraphs", gold.paragraphs), ("captions", gold.captions), ("credits", gold.credits)):
        for each in wanted:
            hit = inside(each, output, singles)
            score.add(name, hit, 1)
            if misses and not hit:
                print(f"MISS {name[:-1]:9} {page}: {each[:110]}")


def chrome(gold: Gold, blocks: Sequence[str]) -> tuple[int, int]:
    """Words in blocks that share next to nothing with any gold text, and all words."""
    known = Counter[tuple[str, ...]]()
    singles: set[str] = set()
    for text in (*gold.paragraphs, *gold.captions, *gold.credits, *gold.others):
        known |= pairs(text)
        singles |= set(words(text))
    foreign = total = 0
    for block in blocks:
        count = len(words(block))
        total += count
        foreign += 0 if _known(block, known, singles) else count
    return foreign, total


def _known(block: str, known: Counter[tuple[str, ...]], singles: set[str]) -> bool:
    own = pairs(block)
    if len(words(block)) < 2:
        return not words(block) or words(block)[0] in singles
    return sum(pair in known for pair in own) >= 0.5 * len(own)


def measure_roles(gold: Gold, article: Article, score: Score, page: str, misses: bool) -> None:
    """Captions labelled as such, their precision, and credits as blocks of their own."""
    captions = [block.text for block in article.blocks if block.kind == "caption"]
    labelled, singles = pairs("\n".join(captions)), frozenset(words("\n".join(captions)))
    for each in gold.captions:
        hit = inside(each, labelled, singles)
        score.add("captions labelled", hit, 1)
        if misses and not hit:
            print(f"UNLABELLED caption {page}: {each[:100]}")
    for text in captions if gold.pictured else ():
        hit = any(inside(text, pairs(each), frozenset(words(each))) or _overlap(text, each) for each in gold.captions)
        score.add("caption precision", hit, 1)
        if misses and not hit:
            print(f"FALSE caption {page}: {text[:100]}")
    printed = [set(words(block.text)) for block in article.blocks if block.kind == "credit"]
    for each in gold.credits:
        hit = any(set(words(each)) <= own for own in printed)
        score.add("credits own block", hit, 1)
        if misses and not hit:
            print(f"NO OWN credit {page}: {each[:100]}")


def _overlap(text: str, gold: str) -> bool:
    own, other = pairs(text), pairs(gold)
    return (own & other).total() >= 0.6 * min(own.total(), other.total())


Extractor = Callable[[str], str]


def peers() -> Iterator[tuple[str, Extractor]]:
    """The other libraries that are installed."""
    with contextlib.suppress(ImportError):
        trafilatura = importlib.import_module("trafilatura")
        yield "trafilatura", lambda page: trafilatura.extract(page, include_comments=False) or ""
    with contextlib.suppress(ImportError):
        readability = importlib.import_module("readability")
        yield "readability-lxml", lambda page: _text_lines(readability.Document(page).summary())
    with contextlib.suppress(ImportError):
        plain = importlib.import_module("resiliparse.extract.html2text")
        yield "resiliparse", lambda page: plain.extract_plain_text(page, main_content=True)


def _text_lines(markup: str) -> str:
    tree = html.fromstring(markup)
    return "\n".join(element.text_content() for element in tree.iter("p", "li", "h2", "h3", "figcaption", "blockquote"))


def timed(work: Callable[[], Any], runs: int = 2) -> tuple[Any, float]:
    """A result and the seconds of this process it took, the best of a few runs."""
    spans = []
    for _ in range(runs):
        begin = time.process_time()
        result = work()
        spans.append(time.process_time() - begin)
    return result, min(spans)


def main() -> None:
    """Measure all pages and print the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", nargs="+", type=Path)
    arguments.add_argument("--per-page", action="store_true", help="one line for each page")
    arguments.add_argument("--misses", action="store_true", help="print every gold text that is missing or misnamed")
    arguments.add_argument("--itself", action="store_true", help="compare each page with itself instead")
    arguments.add_argument("--no-peers", action="store_true", help="only our own loader")
    given = arguments.parse_args()
    scores: dict[str, Score] = {"wirediff": Score()}
    ratios: dict[str, list[float]] = {}
    others = [] if given.no_peers else list(peers())
    pages = sorted(path for folder in given.folders for path in folder.rglob("*.html.gz"))
    if not pages:
        arguments.error(f"no page (*.html.gz) in {', '.join(map(str, given.folders))}")
    if given.itself:
        compare_with_themselves(pages)
        return
    for path in pages:
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        tree, parsing = timed(
            partial(html.document_fromstring, text.encode(), parser=html.HTMLParser(encoding="utf-8")), runs=5
        )
        gold = best_gold(path, "".join(map(str, tree.itertext())))
        if gold is None:
            print(f"no gold fits {path.name}")
            continue
        measure_page(path, text, gold, parsing, scores, ratios, others, given)
    report(scores, ratios)
    print(f"peak memory of this process: {peak()} MB")


def compare_with_themselves(pages: Sequence[Path]) -> None:
    """Print every finding between a page and itself, also with its tree written anew."""
    findings = 0
    for path in pages:
        data = gzip.decompress(path.read_bytes()).decode("utf-8", "replace").encode()
        tree = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
        anew = html.tostring(tree, encoding="utf-8", doctype="<!doctype html>")
        for form in (data, anew):
            try:
                outcome = wirediff.compare(*(Source(path.name, each, "text/html", "utf-8") for each in (data, form)))
            except InputError as error:
                print(error)
                continue
            findings += len(outcome.findings)
            print(
                *(f"{path.name}: {finding.code}: {finding.message}\n" for finding in outcome.findings), sep="", end=""
            )
    print(f"{findings} findings between {len(pages)} pages and themselves")


def measure_page(
    path: Path,
    text: str,
    gold: Gold,
    parsing: float,
    scores: dict[str, Score],
    ratios: dict[str, list[float]],
    others: Sequence[tuple[str, Extractor]],
    given: argparse.Namespace,
) -> None:
    """Add one page's figures for our loader and the others."""
    source = Source(path.name, text.encode(), "text/html", "utf-8")
    article, seconds = timed(partial(loaded, source), runs=5)
    ratios.setdefault("wirediff", []).append(seconds / parsing)
    shown = [block.text for block in article.blocks]
    content = [block.text for block in article.blocks if block.kind != "widget"]
    running = [block.text for block in article.blocks if block.kind in RUNNING]
    one = Score()
    measure_text(gold, "\n".join(shown), one, path.name, given.misses)
    measure_roles(gold, article, one, path.name, given.misses)
    foreign, total = chrome(gold, content)
    one.add("not in gold", foreign, total)
    one.add("chrome", chrome(gold, running)[0], total)
    merge(scores["wirediff"], one)
    if given.per_page:
        print(f"{path.name:45}", *(f"{name} {one.share(name)}" for name in one.totals), f"×{seconds / parsing:.1f}")
    for name, extract in others:
        output, seconds = timed(partial(attempted, extract, text))
        ratios.setdefault(name, []).append(seconds / parsing)
        score = scores.setdefault(name, Score())
        measure_text(gold, output, score, path.name)
        score.add("not in gold", *chrome(gold, output.splitlines()))


def loaded(source: Source) -> Article:
    """The article, an empty one for a page that is refused."""
    try:
        return load_with(LOADERS, source)
    except InputError:
        return Article(source)


def attempted(extract: Extractor, text: str) -> str:
    """What another library gives, nothing where it fails."""
    try:
        return extract(text)
    except Exception:  # noqa: BLE001 - any failure of a peer counts as an empty output
        return ""


def merge(into: Score, one: Score) -> None:
    """Add one page's counts to the sum."""
    into.hits.update(one.hits)
    into.totals.update(one.totals)


def report(scores: dict[str, Score], ratios: dict[str, list[float]]) -> None:
    """The table: percentages, and the median cost as a multiple of lxml.html."""
    columns = (
        "paragraphs",
        "captions",
        "credits",
        "not in gold",
        "chrome",
        "captions labelled",
        "caption precision",
        "credits own block",
    )
    print("".join(f"{column:>19}" for column in ("", *columns, "× lxml.html")))
    for name, score in scores.items():
        cells = [score.share(column) for column in columns]
        print("".join(f"{cell:>19}" for cell in (name, *cells, f"{statistics.median(ratios[name]):.1f}")))


if __name__ == "__main__":
    main()
