"""What every report says in the same words: the verdict and its figures, an article's title, what was not examined.

Emitters of plugins may use it too, so that a report reads alike in all formats.
"""

from __future__ import annotations

import re

from wirediff.model import Article, Failure, Finding, Report, Severity, Stage, Summary, Verdict

SEVERITIES: dict[Severity, str] = {"error": "Serious", "warning": "Check", "note": "Minor"}
"""What people are shown for each severity, gravest first."""
HEADLINES: dict[Verdict, str] = {
    "identical": "The words are the same.",
    "revised": "The same article, edited.",
    "spun": "The same article, with words replaced throughout.",
    "excerpt": "Part of the same article.",
    "unrelated": "Two texts with little in common.",
    "undetermined": "Too little to go by for a judgement.",
}
"""Each verdict in a sentence."""
LIMITS = (
    "This report describes textual differences between two documents. "
    "It does not establish who copied whom, when, or why."
)
"""What no report may leave out."""
STAGES: dict[Stage, str] = {
    "import": "could not be imported; its results are missing",
    "register": "could not be registered; its results are missing",
    "load": "failed while reading; its results are missing",
    "detect": "failed during detection; its findings are missing",
    "emit": "failed while writing; its report is missing",
}

# ── text of an article ───────────────────────────────────────────────────────────────────────────────────────────────

_UNSHOWABLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters but tab and line ends
    "\u180e\u200b\u2060-\u2064\ufeff"  # no width
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # change the direction of what follows
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"  # annotation, noncharacters
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_JOINERS = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200c-\u200f\u3164\uffa0]")
"""Invisible characters that ordinary text needs, so that they are named only where they stand alone."""


def show(text: str) -> str:
    """`text` with every character that cannot be seen, or reorders others, replaced by its name, as ⟨U+202E⟩."""
    if text and not text.isascii() and not _JOINERS.sub("", text):
        return _JOINERS.sub(_name, text)
    return _UNSHOWABLE.sub(_name, text)


def _name(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def shorten(text: str, length: int) -> str:
    """`text` in one line, cut at a word's end to about `length` characters, and `…` where it was cut."""
    line = " ".join(text[: 4 * length].split())
    if len(line) <= length:
        return line
    head = line[:length]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head).rstrip(" …,;:") + "…"


def title(article: Article) -> str:
    """What an article is called: its title, its headline, or else its opening words; failing all, its file's name."""
    headlines = (block.text for block in article.blocks if block.kind == "headline")
    name = shorten(article.title or next(headlines, ""), 200)
    return name or _opening(article) or shorten(article.source.name, 200)


def _opening(article: Article) -> str:
    paragraphs = (block.text for block in article.blocks if block.kind == "paragraph" and block.text.strip())
    opening = shorten(next(paragraphs, ""), 64).rstrip(".… ")
    return f"“{opening} …”" if opening else ""


# ── the assessment ───────────────────────────────────────────────────────────────────────────────────────────────────


def assessment(summary: Summary) -> str:
    """The figures that the verdict rests on, in one sentence."""
    total = summary.reference_words
    if not total:
        return f"The reference has no words to compare; the version has {_words(summary.version_words)}."
    kept = f"{summary.words_kept:,} of {total:,} reference words ({percent(summary.words_kept, total)})"
    verb = "stands" if summary.words_kept == 1 else "stand"
    parts = [f"{kept} {verb} unchanged in the version{_order(summary)}"]
    rest = [
        (summary.words_substituted, "replaced by other words"),
        (summary.words_dropped, "left out"),
    ]
    parts += [f"{count:,} {'was' if count == 1 else 'were'} {what}" for count, what in rest if count]
    if summary.words_new:
        parts.append(f"the version adds {_words(summary.words_new)} of its own")
    return "; ".join(parts) + "."


def _order(summary: Summary) -> str:
    if not summary.words_kept:
        return ""
    if summary.order_kept >= 0.9995:
        return ", in the same order"
    return f", {percent(round(1000 * summary.order_kept), 1000)} of them in the same order"


def percent(part: int, total: int) -> str:
    """A share in per cent that says 0 and 100 only where they are true."""
    share = 100 * part / total
    if 0 < share < 1:
        return "under 1%"
    if 99 < share < 100:
        return "over 99%"
    return f"{share:.0f}%"


def _words(count: int) -> str:
    return f"{count:,} word" if count == 1 else f"{count:,} words"


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def sums_up(finding: Finding) -> bool:
    """Whether `finding` is a row of the ledger: `data` gives what stood for what, and how many times."""
    data = finding.data
    return isinstance(data.get("count"), int) and all(isinstance(data.get(side), str) for side in _SIDES)


_SIDES = ("reference", "version")


def exceptions(finding: Finding) -> int:
    """How often what a row of the ledger says did not happen."""
    found = finding.data.get("exceptions")
    if isinstance(found, (list, tuple)):
        return len(found)
    return found if isinstance(found, int) else 0


# ── what was not examined ────────────────────────────────────────────────────────────────────────────────────────────


def alerts(report: Report) -> list[str]:
    """What makes silence mean something other than "no difference"."""
    failed = [describe_failure(failure) for failure in report.failures]
    return list(dict.fromkeys([*failed, *(note.message for note in report.notes if note.incomplete)]))


def describe_failure(failure: Failure) -> str:
    """Return one sentence on a failed plugin: the wording of reports, standard error and error texts."""
    version = f" ({failure.plugin_version})" if failure.plugin_version else ""
    return f"Plugin “{failure.plugin}”{version} {STAGES[failure.stage]}: {failure.error}"
