"""How many of the attributed statements annotated in PolNeAR are found, through `wirediff quotes`.

    python tests/benchmarks/statements.py FOLDER [--limit N]

FOLDER is one part of PolNeAR's data (networkdynamics/PolNeAR, `data/dev`), with `text/NAME.txt` and
`attributions/NAME_ANNOTATOR.ann` (brat's standoff format). A found statement matches a gold one where the contents
overlap (characters in both by characters in either) by at least 0.3, or 0.8; each counts once, the best pairs first.
The speaker of a matched statement is right where it shares a character with the gold source. textacy is measured on
the same text where it and a spaCy pipeline are installed.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

THRESHOLDS = (0.3, 0.8)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|''[^']*''")


class Statement(NamedTuple):
    """Offsets in the file of what is said, and by whom."""

    content: frozenset[int]
    speaker: frozenset[int]


@dataclass
class Score:
    """Counts over all articles."""

    found: int = 0
    matched: Counter[float] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    recalled: Counter[str] = field(default_factory=Counter)
    speakers: Counter[bool] = field(default_factory=Counter)

    def add(self, text: str, gold: Sequence[Statement], found: Sequence[Statement]) -> None:
        """Count one article."""
        self.found += len(found)
        kinds = [_kind(text, each.content) for each in gold]
        self.gold.update(kinds)
        for overlap, mine, theirs in _pairs(gold, found):
            for threshold in THRESHOLDS:
                self.matched[threshold] += overlap >= threshold
            self.recalled[kinds[theirs]] += 1
            if gold[theirs].speaker:
                self.speakers[bool(gold[theirs].speaker & found[mine].speaker)] += 1

    def told(self) -> str:
        """The figures in one line each."""
        total = sum(self.gold.values())
        lines = [
            f"at {t}: precision {self.matched[t] / self.found:.3f} recall {self.matched[t] / total:.3f} "
            f"F1 {2 * self.matched[t] / (self.found + total):.3f}"
            for t in THRESHOLDS
        ]
        lines += [
            f"recall of {kind}: {self.recalled[kind] / count:.3f} of {count}" for kind, count in self.gold.items()
        ]
        right, all_ = self.speakers[True], sum(self.speakers.values())
        return "\n".join([*lines, f"speaker right: {right / max(1, all_):.3f} of {all_}"])


def _pairs(gold: Sequence[Statement], found: Sequence[Statement]) -> Iterator[tuple[float, int, int]]:
    scored = sorted(
        (
            (len(mine.content & theirs.content) / len(mine.content | theirs.content), i, j)
            for i, mine in enumerate(found)
            for j, theirs in enumerate(gold)
            if mine.content & theirs.content
        ),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    used: set[tuple[str, int]] = set()
    for overlap, i, j in scored:
        if overlap >= THRESHOLDS[0] and not {("found", i), ("gold", j)} & used:
            used |= {("found", i), ("gold", j)}
            yield overlap, i, j


def _kind(text: str, content: frozenset[int]) -> str:
    stretch = text[min(content) : max(content) + 1]
    quoted = sum(match.end() - match.start() for match in _QUOTED.finditer(stretch))
    if quoted >= 0.9 * len(content):
        return "direct"
    return "mixed" if quoted or '"' in stretch or "“" in stretch else "indirect"


def _gold(path: Path) -> list[Statement]:
    spans: dict[str, frozenset[int]] = {}
    found = []
    for line in path.read_text("utf-8").splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 1:
            offsets = parts[1].partition(" ")[2]
            pairs = [[int(number) for number in each.split()] for each in offsets.split(";")]
            spans[parts[0]] = frozenset(offset for start, end in pairs for offset in range(start, end))
        elif line.startswith("E") and len(parts) > 1:
            roles: dict[str, set[int]] = {}
            for each in parts[1].split():
                role, _, name = each.partition(":")
                roles.setdefault(role.rstrip("0123456789"), set()).update(spans.get(name, ()))
            if roles.get("Content"):
                found.append(Statement(frozenset(roles["Content"]), frozenset(roles.get("Source", ()))))
    return found


def _ours(path: Path, text: str) -> list[Statement]:
    """What `wirediff quotes` prints for the file, its offsets turned into those of the file."""
    command = [sys.executable, "-m", "wirediff", "quotes", str(path), "-f", "json"]
    result = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    places: dict[str, int] = {}
    at = 0
    for block in result["article"]["blocks"]:
        start = text.find(block["text"], at)
        places[block["id"]] = start
        at = max(at, start)

    def offsets(spans: Iterable[dict[str, Any]]) -> frozenset[int]:
        return frozenset(
            places[span["block"]] + offset for span in spans for offset in range(span["start"], span["end"])
        )

    return [Statement(offsets(each["content"]), offsets(each["speaker"])) for each in result["quotes"]]


def _textacy() -> Callable[[Path, str], list[Statement]] | None:
    """textacy's extraction of direct quotations, where it is installed with a pipeline."""
    try:
        import spacy
        from textacy.extract import direct_quotations

        pipeline = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return None

    def find(_: Path, text: str) -> list[Statement]:
        found = direct_quotations(pipeline(text))
        return [
            Statement(
                frozenset(range(each.content.start_char, each.content.end_char)),
                frozenset(offset for token in each.speaker for offset in range(token.idx, token.idx + len(token))),
            )
            for each in found
        ]

    return find


def main() -> None:
    """Read the arguments and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int)
    arguments = parser.parse_args()
    gold = {path.name.rpartition("_")[0]: path for path in sorted(arguments.folder.glob("attributions/*.ann"))}
    texts = [path for path in sorted(arguments.folder.glob("text/*.txt")) if path.stem in gold][: arguments.limit]
    if not texts:
        parser.error(f"{arguments.folder}: has no text/NAME.txt with an attributions/NAME_ANNOTATOR.ann")
    systems = {"wirediff": _ours, "textacy": _textacy()}
    for name, find in systems.items():
        if find is None:
            print(f"{name}: not installed")
            continue
        score = Score()
        for path in texts:
            text = path.read_text("utf-8")
            score.add(text, _gold(gold[path.stem]), find(path, text))
        print(f"{name}\n{score.told()}\n")


if __name__ == "__main__":
    main()
