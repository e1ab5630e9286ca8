"""The assessment: what kind of version this is, in a neutral sentence with the figures it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from wirediff.model import Report, Summary, Verdict

HEADLINES: dict[Verdict, str] = {
    "identical": "The words are the same.",
    "revised": "The same article, edited.",
    "spun": "The same article, with words replaced throughout.",
    "excerpt": "Part of the same article.",
    "unrelated": "Two texts with little in common.",
    "undetermined": "Too little to go by for a judgement.",
}
LIMITS = (
    "This report describes textual differences between two documents. "
    "It does not establish who copied whom, when, or why."
)


@dataclass(frozen=True)
class Bar:
    """Shares of the reference's words, in thousandths that add up to 1000 (to 0 where there are no words)."""

    kept: int
    substituted: int
    dropped: int


def headline(report: Report) -> str:
    """The verdict in plain words."""
    return HEADLINES[report.summary.verdict]


def sentence(summary: Summary) -> str:
    """The figures in one sentence."""
    total = summary.reference_words
    if not total:
        return f"The reference has no words to compare; the version has {_words(summary.version_words)}."
    kept = f"{summary.words_kept:,} of {total:,} reference words ({_percent(summary.words_kept, total)})"
    verb = "stands" if summary.words_kept == 1 else "stand"
    parts = [f"{kept} {verb} unchanged in the version{_order(summary)}"]
    rest = [
        (summary.words_substituted, "replaced by other words"),
        (summary.words_dropped, "left out"),
    ]
    parts += [f"{count:,} {'was' if count == 1 else 'were'} {what}" for count, what in rest if count]
    if summary.words_new:
        parts.append(f"the version adds {_words(summary.words_new)} of its own")
    return _joined(parts) + "."


def bar(summary: Summary) -> Bar | None:
    """The shares to draw, or None where there is nothing to draw."""
    total = summary.reference_words
    if not total:
        return None
    kept, substituted = (round(1000 * part / total) for part in (summary.words_kept, summary.words_substituted))
    return Bar(kept, substituted, 1000 - kept - substituted)


def _order(summary: Summary) -> str:
    if not summary.words_kept:
        return ""
    if summary.order_kept >= 0.9995:
        return ", in the same order"
    return f", {_percent(round(1000 * summary.order_kept), 1000)} of them in the same order"


def _percent(part: int, total: int) -> str:
    """A share in per cent that says 0 and 100 only where they are true."""
    share = 100 * part / total
    if 0 < share < 1:
        return "under 1%"
    if 99 < share < 100:
        return "over 99%"
    return f"{share:.0f}%"


def _words(count: int) -> str:
    return f"{count:,} word" if count == 1 else f"{count:,} words"


def _joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else "; ".join(parts[:-1]) + "; " + parts[-1]
