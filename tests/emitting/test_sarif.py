"""The `sarif` format: every result has a line and a column in the version."""

from __future__ import annotations

import json
from typing import Any

from wirediff.align import align
from wirediff.align.verdict import summarize
from wirediff.emitting.sarif import emit
from wirediff.model import Article, Block, Failure, Finding, Generator, Report, Rule, Source, Span

REFERENCE = ("The old ferry runs daily.", "Nobody was available.", "The last boat is late.")
VERSION = ("The new ferry runs daily.", "The last boat is late.")
RULE = Rule("terms/synonym", "another word", "Another word of the same meaning.", "warning", "substitution")


def article(side: str, texts: tuple[str, ...], media_type: str = "text/plain") -> Article:
    """An article of paragraphs, each on a line of its own."""
    blocks = tuple(
        Block(f"{side}{number}", "paragraph", text, line=number, column=1) for number, text in enumerate(texts, 1)
    )
    return Article(Source.from_text("\n".join(texts), f"{side} file.txt", media_type), blocks=blocks)


def log(
    *places: tuple[tuple[Span, ...], tuple[Span, ...]],
    media_type: str = "text/plain",
    failures: tuple[Failure, ...] = (),
    message: str = "“old” became “new”.",
) -> dict[str, Any]:
    """The run in the log of findings at `places`, reference and version."""
    alignment = align(article("r", REFERENCE), article("v", VERSION, media_type))
    findings = tuple(Finding("terms/synonym", "warning", 0.5, message, *place, id="a1") for place in places)
    summary = summarize(alignment, findings)
    report = Report(Generator("0"), {}, alignment, findings, (), failures, (RULE,), summary)
    return dict(json.loads(emit(report, {}))["runs"][0])


def region(run: dict[str, Any]) -> dict[str, Any]:
    """The region of the first result."""
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "v%20file.txt", "index": 0}
    return dict(place["region"])


def test_a_change_stands_where_it_is() -> None:
    """In plain text, lines and columns are exact, the end exclusive."""
    run = log(((Span("r1", 4, 7, "old"),), (Span("v1", 4, 7, "new"),)))
    assert region(run) == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8, "snippet": {"text": "new"}}


def test_a_deleted_block_stands_where_it_would_be() -> None:
    """What is missing from the version is shown after what precedes it."""
    run = log(((Span("r2", 0, 6, "Nobody"),), ()))
    assert region(run) == {"startLine": 1, "startColumn": 26, "endLine": 1, "endColumn": 26}


def test_the_reference_is_a_related_location() -> None:
    """Where the words stood in the reference comes along."""
    (result,) = log(((Span("r1", 4, 7, "old"),), (Span("v1", 4, 7, "new"),)))["results"]
    related = result["relatedLocations"][0]["physicalLocation"]
    assert (related["artifactLocation"]["uri"], related["region"]["startColumn"]) == ("r%20file.txt", 5)


def test_a_finding_without_places_has_a_location() -> None:
    """Even a finding on the whole article stands on a line."""
    assert region(log(((), ()))) == {"startLine": 1, "startColumn": 1}


def test_in_markup_the_block_is_the_place() -> None:
    """Where text and source differ, no column is claimed but the block's."""
    run = log(((), (Span("v2", 4, 8, "last"),)), media_type="text/html")
    assert region(run) == {"startLine": 2, "startColumn": 1, "snippet": {"text": "last"}}


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    """The same substitution at two places is told apart by its order."""
    place = ((), (Span("v1", 0, 3, "The"),))
    prints = [result["partialFingerprints"] for result in log(place, place)["results"]]
    assert prints == [{"wirediff/v1": each, "primaryLocationLineHash": each} for each in ("a1:1", "a1:2")]


def test_a_failed_plugin_is_a_notification() -> None:
    """The run says that it did not succeed, and why."""
    (invocation,) = log(failures=(Failure("terms", "1.0", "detect", "ValueError: x"),))["invocations"]
    (notification,) = invocation["toolExecutionNotifications"]
    assert invocation["executionSuccessful"] is False
    assert notification["message"]["text"] == (
        "Plugin “terms” (1.0) failed during detection; its findings are missing: ValueError: x"
    )


def test_brackets_of_a_message_make_no_link() -> None:
    """SARIF viewers read "[text](address)" in a message as a link."""
    run = log(((), (Span("v1", 4, 7, "new"),)), message="“a” became “[b](https://example.org)”.")
    assert run["results"][0]["message"]["text"] == r"“a” became “\[b\](https://example.org)”."


def test_two_copies_of_one_file_are_two_artifacts() -> None:
    """SARIF allows no equal artifacts, and two equal files of one name would be."""
    roles = [artifact["roles"] for artifact in log()["artifacts"]]
    assert roles == [["analysisTarget"], ["unmodified"]]


def test_rules_say_what_they_are_about() -> None:
    """The nature of a rule is one of its properties."""
    (rule,) = log()["tool"]["driver"]["rules"]
    assert rule["properties"] == {"nature": "substitution"}
