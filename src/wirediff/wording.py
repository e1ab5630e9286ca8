"""What every report says in the same words: the verdict and its figures, an article's title, what was not compared.

Emitters of plugins may use it too, so that a report reads the same in all formats.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from wirediff.model import (
    Article,
    Evidence,
    Failure,
    Finding,
    Nature,
    Omission,
    Reason,
    Report,
    Severity,
    Side,
    Stage,
    Summary,
    Verdict,
)
from wirediff.packaged import table

SEVERITIES: dict[Severity, str] = {"error": "Serious", "warning": "Check", "note": "Minor"}
"""What people are shown for each severity, most serious first."""
HEADLINES: dict[Verdict, str] = {
    "identical": "No words differ.",
    "revised": "The same article, edited.",
    "spun": "The same article, with words replaced throughout.",
    "excerpt": "Part of the same article.",
    "unrelated": "Two texts with little in common.",
    "undetermined": "Too little text to judge.",
}
"""Each verdict in a sentence; `headline` knows more."""
LIMITS = (
    "This report describes textual differences between two documents. "
    "It does not establish who copied whom, when, or why."
)
"""What every report has to say."""
INCOMPLETE = "Not everything was compared"
"""The heading of `alerts`."""
READ_IN_PART = "Not everything was read"
"""The heading of the same where one document is shown."""
LEDGER = "Recurring substitutions"
"""The heading of the findings that sum up others."""
STAGES: dict[Stage, str] = {
    "import": "could not be imported; its results are missing",
    "register": "could not be registered; its results are missing",
    "load": "failed while reading; its results are missing",
    "detect": "failed during detection; its findings are missing",
    "emit": "failed while writing; its report is missing",
}

REASONS: dict[Reason, str] = {
    "advertising": "advertising",
    "another-article": "another article",
    "boilerplate": "standing text of the publication",
    "comments": "readers’ comments",
    "consent": "cookie notices",
    "controls": "page controls",
    "excluded": "excluded by settings",
    "hidden": "hidden text",
    "navigation": "navigation",
    "no-role": "text of unknown purpose",
    "outside": "text outside the article",
    "related": "links to other articles",
    "repeated": "repeated text",
    "script": "text for scripts",
}
"""What people are shown for each reason why text is not in the article."""

# ── text of an article ───────────────────────────────────────────────────────────────────────────────────────────────

_UNSHOWABLE = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters except tab and line ends
    "\u180e\u200b\u2060-\u2064\ufeff"  # no width
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # change the direction of what follows
    "\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"  # annotation, noncharacters
    "\ud800-\udfff"  # lone surrogates
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_FULL_STOP = re.compile(r"(?<=\w\w)\.$")
_JOINERS = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200c-\u200f\u3164\uffa0]")
"""Invisible characters that ordinary text needs, so that they are named only where a text has nothing else."""


def show(text: str) -> str:
    """Return `text` with every invisible or reordering character replaced by its name, as ⟨U+202E⟩."""
    if text and not text.isascii() and not _JOINERS.sub("", text):
        return _JOINERS.sub(_name, text)
    return _UNSHOWABLE.sub(_name, text)


def _name(match: re.Match[str]) -> str:
    return f"⟨U+{ord(match[0]):04X}⟩"


def printable(text: str) -> str:
    """Return `text` on one line, with what cannot be shown named by its code point."""
    return show(" ".join(text.split()))


def shorten(text: str, length: int) -> str:
    """Return `text` in one line, cut at the end of a word to about `length` characters, with `…` where it was cut."""
    line = " ".join(text[: 4 * length].split())
    if len(line) <= length:
        return line
    head = line[:length]
    return (head.rsplit(" ", 1)[0] if " " in head[length // 2 :] else head).rstrip(" .…,;:") + "…"


def excerpt(text: str) -> str:
    """Return the beginning of a passage as a finding's message quotes it: about a line of a terminal.

    The full stop of its last sentence is left out, since the message has its own after it; that of "U.S." is kept.
    """
    return _FULL_STOP.sub("", shorten(text, 80))


def title(article: Article) -> str:
    """Return an article's title, or else its headline, its opening words or its file's name."""
    headlines = (block.text for block in article.blocks if block.kind == "headline")
    name = shorten(article.title or next(headlines, ""), 200)
    return name or _opening(article) or shorten(article.source.name, 200)


def _opening(article: Article) -> str:
    paragraphs = (block.text for block in article.blocks if block.kind == "paragraph" and block.text.strip())
    opening = shorten(next(paragraphs, ""), 64).rstrip(".… ")
    return f"“{opening} …”" if opening else ""


# ── the assessment ───────────────────────────────────────────────────────────────────────────────────────────────────


def headline(report: Report) -> str:
    """Return the verdict in a sentence."""
    verdict, grounds, outside = report.summary.verdict, report.summary.evidence, report.summary.passages_outside
    if verdict == "revised" and outside and not _is_edited(report):
        verb = "does" if outside == 1 else "do"
        return f"No words of the article differ; {counting(outside, 'passage')} outside it {verb}."
    if verdict == "revised" and (grounds.facts or grounds.meanings) and not grounds.others:
        return f"The same article; {_tampered(grounds)}, and nothing else."
    return HEADLINES[verdict]


def _tampered(grounds: Evidence) -> str:
    """What differs where little else does: names, figures and dates, or what a passage means."""
    facts = f"{grounds.facts:,} names, figures or dates differ"
    if grounds.facts == 1:
        facts = "1 name, figure or date differs"
    verb = "means" if grounds.meanings == 1 else "mean"
    meanings = f"{counting(grounds.meanings, 'passage')} {verb} something else"
    return _listed([part for part, count in ((facts, grounds.facts), (meanings, grounds.meanings)) if count])


def _is_edited(report: Report) -> bool:
    """Whether words of the article differ, or something else in it is serious."""
    return any(finding.severity == "error" for finding in report.findings) or any(
        pair.has_changes
        for pair in report.alignment.pairs
        if not any(block.kind == "widget" for block in (*pair.reference, *pair.version))
    )


def assessment(summary: Summary) -> str:
    """Return the figures of the verdict in one to three sentences."""
    total = summary.reference_words
    if not total:
        return f"The reference has no words to compare; the version has {counting(summary.version_words, 'word')}."
    kept = summary.words_kept
    share = f"{kept:,} ({percent(kept, total)}) {'is' if kept == 1 else 'are'}" if kept else "none is"
    counts = (summary.words_substituted, "replaced"), (summary.words_dropped, "removed"), (summary.words_new, "added")
    changed = [(count, what) for count, what in counts if count]
    sentence = f"Of the reference's {counting(total, 'word')}, {share} unchanged{_order(summary)}."
    if not changed:
        return sentence
    first, *others = (f"{count:,} {what}" for count, what in changed)
    verb = "was" if changed[0][0] == 1 else "were"
    return f"{sentence} {_listed([first.replace(' ', f' {verb} '), *others])}.{_grounds(summary)}"


def _grounds(summary: Summary) -> str:
    """In figures why a version is called spun, or nothing for other verdicts."""
    found = summary.evidence
    if summary.verdict != "spun":
        return ""
    kinds = (
        (found.synonyms, "by one that a thesaurus lists"),
        (found.quoted, "inside quotation marks"),
        (found.repeated, "the same way more than once"),
    )
    parts = [f"{count:,} {what}" for count, what in kinds if count]
    exchanged = f"{counting(found.exchanges, 'word')} were exchanged in {counting(found.sentences, 'sentence')}"
    return f" {exchanged}: {_listed(parts)}."


def _listed(parts: Sequence[str]) -> str:
    """Return "a", "a and b", or "a, b and c"."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _order(summary: Summary) -> str:
    if summary.words_kept < 2:  # One word has no order.
        return ""
    if summary.order_kept >= 0.9995:
        return " and in the same order"
    return f", {percent(round(1000 * summary.order_kept), 1000)} of them in the same order"


def percent(part: int, total: int) -> str:
    """Return a share in per cent that is 0% or 100% only where that is exact."""
    share = 100 * part / total
    if 0 < share < 1:
        return "under 1%"
    if 99 < share < 100:
        return "over 99%"
    return f"{share:.0f}%"


def counting(count: int, what: str) -> str:
    """Return "1 word", "2,000 words"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def language_name(tag: str) -> str:
    """Return the English name of a language by its BCP 47 tag, or the tag in quotation marks if it has none here."""
    name: str | None = table("wirediff", "languages").get(tag.partition("-")[0].lower())
    return name or f"“{tag}”"


def times(count: int) -> str:
    """Return "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


# ── findings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def sums_up(finding: Finding) -> bool:
    """Whether `finding` is a row of the ledger: `data` holds both terms and how often one replaced the other."""
    data = finding.data
    return isinstance(data.get("count"), int) and all(isinstance(data.get(side), str) for side in _SIDES)


_SIDES: tuple[Side, Side] = ("reference", "version")


class Outside(NamedTuple):
    """A place outside of an article's blocks; `line` is None where the source has no lines."""

    side: Side
    line: int | None
    text: str


def outside(finding: Finding) -> Sequence[Outside]:
    """Return the places, the version's first, of a finding that is about no block: its `data` hold them by side.

    Each is a mapping with `text`, `path`, `line` and `reason`, as `structure/outside` has it.
    """
    if finding.reference or finding.version:
        return ()
    places = ((side, finding.data.get(side)) for side in reversed(_SIDES))
    return [
        Outside(side, place.get("line"), place["text"])
        for side, place in places
        if isinstance(place, Mapping) and isinstance(place.get("text"), str)
    ]


def weights(report: Report) -> Mapping[str, int]:
    """Map each code to its place among findings of one severity, 0 first: by what the finding is about.

    A reversed meaning concerns a reader more than another word for the same thing; the order is that of an editor who
    looked at ten reports.
    """
    return {rule.code: _NATURES.index(rule.nature) for rule in report.rules}


_NATURES: tuple[Nature, ...] = ("meaning", "fact", "source", "substitution", "form")


def tally(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, rows of the ledger apart: "3 findings: 1 serious, 2 to check."."""
    singles = [finding for finding in findings if not sums_up(finding)]
    rows = len(findings) - len(singles)
    if not singles:
        return f"{counting(rows, 'recurring substitution')}." if rows else "No findings."
    counts = Counter(finding.severity for finding in singles)
    parts = [f"{counts[severity]:,} {name}" for severity, name in _COUNTED.items() if counts[severity]]
    return f"{counting(len(singles), 'finding')}: {', '.join(parts)}."


_COUNTED: dict[Severity, str] = {"error": "serious", "warning": "to check", "note": "minor"}


def exceptions(finding: Finding) -> int:
    """Return how many exceptions a row of the ledger has: places where its term did not become the other one."""
    found = finding.data.get("exceptions")
    if isinstance(found, (list, tuple)):
        return len(found)
    return found if isinstance(found, int) else 0


def kept(finding: Finding) -> int:
    """Return at how many places the version left the term of a row of the ledger unchanged."""
    found = finding.data.get("exceptions")
    if not isinstance(found, (list, tuple)):
        return exceptions(finding)
    return sum(not isinstance(each, Mapping) or each.get("kind") != "replaced otherwise" for each in found)


# ── what was not compared ────────────────────────────────────────────────────────────────────────────────────────────


def alerts(report: Report) -> list[str]:
    """Return why something that is not listed may still differ: failed plugins, input that was not read whole."""
    failed = [describe_failure(failure) for failure in report.failures]
    return list(dict.fromkeys([*failed, *(note.message for note in report.notes if note.incomplete)]))


def reservations(report: Report) -> list[str]:
    """Return what was not compared, or only in part, in sentences."""
    notes = (note.message for note in report.notes if not note.incomplete)
    unchecked = "Nothing in either document was fact-checked."
    return list(dict.fromkeys([*requests(report), *notes, *_left_out(report), *_images(report), unchecked]))


def by_reason(omitted: Iterable[Omission]) -> dict[Reason, list[Omission]]:
    """Return what was left out of an article by reason, the reason of most words first."""
    found: dict[Reason, list[Omission]] = {}
    for each in omitted:
        found.setdefault(each.reason, []).append(each)
    return dict(sorted(found.items(), key=lambda item: (-total_words(item[1]), item[0])))


def total_words(omitted: Iterable[Omission]) -> int:
    """Return how many words passages have that were left out."""
    return sum(each.words for each in omitted)


def _left_out(report: Report) -> Iterator[str]:
    articles = report.reference, report.version
    words = [total_words(article.omitted) for article in articles]
    if any(words):
        reasons = [REASONS[each] for each in by_reason(each for article in articles for each in article.omitted)]
        named = [*reasons[:MOST_REASONS], *(["other text"] if len(reasons) > MOST_REASONS else [])]
        yield (
            f"Left out as not part of the article: {counting(words[0], 'word')} of the reference, {words[1]:,} of the "
            f"version ({_listed(named)})."
        )


MOST_REASONS = 3
"""Reasons that a sentence names; chosen by hand."""


def requests(report: Report) -> list[str]:
    """Return in sentences what whoever made the comparison asked for that keeps findings out of the report."""
    return list(_requests(report.options))


def _requests(options: Mapping[str, Any]) -> Iterator[str]:
    for name, sentence in _REQUESTS.items():
        names = options.get(name)
        if names and not isinstance(names, str):
            yield sentence.format(", ".join(map(str, names)))
    excluded = options.get("exclude")
    for host, selectors in excluded.items() if isinstance(excluded, Mapping) else ():
        where = "" if host == "*" else f" of {host}"
        yield f"These parts of pages{where} were excluded on request: {', '.join(map(str, selectors))}."
    if options.get("installed_plugins") is False:
        yield "Installed plugins were not used."
    least = options.get("min_confidence")
    if isinstance(least, (int, float)) and least > 0:
        yield f"Findings with a confidence below {least:g} were left out on request."
    if options.get("text") is False:
        yield "Article text was omitted on request, except the words quoted in findings."
    settings = options.get("settings")
    for name, value in settings.items() if isinstance(settings, Mapping) else ():
        # A setting that names a file (a glossary) decides what is a finding, and the report does not hold the file.
        if isinstance(value, Mapping) and "file" in value:
            yield f"The file “{value['file']}” was used for {name}."


_REQUESTS = {
    "select": "Only these findings were requested: {}.",
    "ignore": "These findings were left out on request: {}.",
    "blocked_plugins": "These plugins were switched off: {}.",
}
"""What is said of options that list codes or plugins."""


def _images(report: Report) -> Iterator[str]:
    sides = (report.reference.figures, report.version.figures)
    counts = [len(figures) for figures in sides]
    seen = [sum(figure.sha256 is not None for figure in figures) for figures in sides]
    if all(seen):
        how = "what they show" if all(any(figure.look for figure in figures) for figures in sides) else "their bytes"
        yield (
            f"Images were compared by {how} where both documents hold them ({seen[0]:,} of {counts[0]:,} in the "
            f"reference, {seen[1]:,} of {counts[1]:,} in the version), others only by their captions, credits and URLs."
        )
    elif any(counts):
        yield (
            f"Images were not compared ({counts[0]:,} in the reference, {counts[1]:,} in the version), only their "
            "captions, credits and URLs."
        )


def describe_failure(failure: Failure) -> str:
    """Return one sentence on a failed plugin: the wording of reports, standard error and error texts."""
    version = f" ({failure.plugin_version})" if failure.plugin_version else ""
    return f"Plugin “{failure.plugin}”{version} {STAGES[failure.stage]}: {failure.error}"
