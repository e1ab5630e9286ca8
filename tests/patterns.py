"""Every regular expression that the packages compile, tried on texts that make bad ones slow.

Run by itself, as `tests/test_patterns.py` does: it prints `MODULE SECONDS PATTERN` for each that takes too long, and
the number of patterns tried.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import regex

OURS = ("wirediff", "difflib_ext", "wirediff_attributions", "wirediff_captions", "wirediff_documents", "wirediff_html")
OURS += ("wirediff_structure", "wirediff_terms", "wirediff_xml")
FIXTURES = Path(__file__).parents[1] / "fixtures"
LENGTH = 4_000
SECONDS = 0.5
"""For one text: what grows with its square takes a tenth of this, what grows faster far more."""
COMMON = tuple(" aA1é.,:;-–'\"“”’‘«(/&<=>\n\t|_新")
compiled: dict[tuple[str, Any], Any] = {}


def record(module: Any) -> None:
    """Note each pattern that our modules have `module` (`re` or `regex`) compile."""
    original = module._compile

    def compile_(pattern: Any, *arguments: Any, **named: Any) -> Any:
        made = original(pattern, *arguments, **named)
        caller = sys._getframe(2).f_globals.get("__name__", "")
        if caller.split(".")[0] in OURS:
            compiled[caller, made.pattern] = made
        return made

    module._compile = compile_


def use_everything() -> None:
    """Import all modules that are installed, and compare all fixtures: some patterns are made of word lists late."""
    for name in OURS:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        for found in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not found.name.endswith("__main__"):
                importlib.import_module(found.name)
    import wirediff

    for folder in sorted(FIXTURES.iterdir()):
        sides = [next(folder.glob(f"{side}.*"), None) for side in ("reference", "version")]
        if all(sides):
            report = wirediff.compare(*sides)  # type: ignore[arg-type]
            for name in ("text", "markdown"):
                wirediff.emit(report, name)


def pumps(source: str) -> Iterator[str]:
    """Texts of one, two or three characters again and again, of those that the pattern names and common ones."""
    literal = re.sub(r"\\.|[\[\](){}?*+|^$]", "", source)
    named = dict.fromkeys((*literal[:200], *COMMON))
    for character in named:
        for end in ("", "\0"):
            yield character * LENGTH + end
    for one in ("a", " ", "A", "1", "“", '"'):
        for other in named:
            yield (one + other) * (LENGTH // 2) + "\0"
    # Stretches that the pattern has between its operators, such as "<!--" and "-->", alone and by twos.
    plain = re.sub(r"\\(\W)", lambda found: "\0" if found[1] in "[](){}?*+|^$." else found[1], source)
    runs = list(dict.fromkeys(run for run in re.split(r"\\\w|\{[\d,]*\}|[\[\](){}?*+|^$.\0]", plain) if len(run) > 1))[
        :8
    ]
    for one in runs:
        for other in ("", *runs):
            yield (one + other) * (LENGTH // len(one + other))
    words = [word for word in re.findall(r"\w+", literal) if len(word) > 1][:20]
    for word in words:
        for between in (" ", ". ", ", ", "-"):
            yield (word + between) * (LENGTH // (len(word) + 1)) + "\0"


def slowest(pattern: Any, binary: bool) -> float:
    """Seconds of the slowest search, at most a little over `SECONDS`."""
    most = 0.0
    for text in pumps(pattern.pattern.decode("latin-1") if binary else pattern.pattern):
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, 2 * SECONDS)
        try:
            for ask in (pattern.search, pattern.match, pattern.fullmatch):
                ask(text.encode() if binary else text)
        except TimeoutError:
            return 2 * SECONDS
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        most = max(most, time.process_time() - begun)
    return most


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def main() -> None:
    """Print what takes too long."""
    record(re)
    record(regex._main if hasattr(regex, "_main") else regex.regex)
    use_everything()
    signal.signal(signal.SIGPROF, _stop)
    for (module, source), pattern in sorted(compiled.items(), key=str):
        seconds = slowest(pattern, isinstance(source, bytes))
        if seconds > SECONDS:  # Once more: a busy machine is slow as well.
            seconds = min(seconds, slowest(pattern, isinstance(source, bytes)))
        if seconds > SECONDS:
            print(f"{module} {seconds:.2f} {source!r:.300}", flush=True)  # noqa: T201
    print(len(compiled))  # noqa: T201


if __name__ == "__main__":
    main()
