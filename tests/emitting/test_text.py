"""The `text` format: columns that fit the terminal, whatever the letters."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from wirediff.align import align
from wirediff.align.verdict import summarize
from wirediff.emitting._places import Places
from wirediff.emitting._terminal import MOST_ROWS
from wirediff.emitting.text import _more, emit
from wirediff.model import Alignment, Article, Block, Finding, Generator, Note, Report, Rule, Source

RULE = Rule("terms/synonym", "another word", "Another word of the same meaning.", "warning")
WORDS = [("boat", "vessel"), ("新しい橋", "古い橋"), ("Хлеб", "Хлѣбъ"), ("x" * 300, "y" * 300)]


def report(old: str = "boat", new: str = "vessel", notes: tuple[Note, ...] = ()) -> Report:
    """A report of a replacement at two places, and of its row in the ledger."""
    articles = [
        Article(
            Source.from_text("x", f"{side}.txt"),
            f"The {word}",
            blocks=tuple(Block(f"{side}{n}", "paragraph", f"A {word} {n}.", line=n) for n in (1, 2)),
        )
        for side, word in (("r", old), ("v", new))
    ]
    alignment = align(*articles)
    places = [block.span(2, 2 + len(new)) for block in articles[1].blocks]
    singles = [Finding(RULE.code, "warning", 1.0, f"“{old}” became “{new}”.", (), (place,)) for place in places]
    row = Finding(
        "terms/systematic",
        "warning",
        1.0,
        f"“{old}” was replaced by “{new}” 2 times.",
        (),
        tuple(places),
        {"reference": old, "version": new, "count": 2, "exceptions": 1},
    )
    findings = (row, *singles)
    return Report(Generator("0"), {}, alignment, findings, notes, (), (RULE,), summarize(alignment, findings))


@pytest.mark.parametrize("width", [40, 80, 200])
@pytest.mark.parametrize(("old", "new"), WORDS)
def test_lines_fit_the_width(old: str, new: str, width: int) -> None:
    """Also where letters take two columns, or a word is longer than a line."""
    lines = emit(report(old, new), {"width": width}).splitlines()
    assert max(map(cell_len, lines)) <= width


def test_equal_findings_share_a_line() -> None:
    """One message, its first place before it and the others after it."""
    lines = emit(report(), {"width": 80}).splitlines()
    assert lines[lines.index("Check (2)") + 1 :][:2] == [
        "  terms/synonym  another word",
        "    v:1  “boat” became “vessel”. (also v:2)",
    ]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (["v:1"], ""),
        (["v:1", "v:2"], " (also v:2)"),
        (["v:1", "v:1", "v:1"], " (3 times)"),
        (["v:1", "v:2", "v:2"], " (3 times, also v:2)"),
        ([f"v:{line}" for line in range(12)], f" (also {', '.join(f'v:{line}' for line in range(1, 9))} and 3 more)"),
    ],
)
def test_a_place_is_named_once(places: list[str], told: str) -> None:
    """Several findings of one line are counted instead."""
    assert _more(places) == told


def test_the_ledger_comes_first_and_is_not_counted() -> None:
    """Its rows sum up findings that are counted one by one; the report ends with its verdict."""
    text = emit(report(), {"width": 80})
    assert "  2×  boat  → vessel  left unchanged once" in text.splitlines()
    assert "\nUNDETERMINED: 2 findings: 2 to check." in text


@pytest.mark.parametrize(("new", "told"), [("vessel", "No findings, but some words differ"), ("boat", "No findings.")])
def test_words_that_no_finding_explains_are_told(new: str, told: str) -> None:
    """As when no plugin runs: no finding is not no difference."""
    assert told in emit(replace(report("boat", new), findings=()), {"width": 120})


def test_of_very_many_rows_the_first_are_shown() -> None:
    """And the number of the rest, in a table of messages as in the ledger."""
    made = report()
    row, single = made.findings[:2]
    many = range(MOST_ROWS + 1_500)
    rows = [replace(row, data={**row.data, "version": f"vessel {n}"}) for n in many]
    singles = [replace(single, message=f"Message {n}.") for n in many]
    lines = [line.strip() for line in emit(replace(made, findings=(*rows, *singles)), {"width": 80}).splitlines()]
    assert lines.count("… and 1,500 more, which the other formats show") == 2
    assert sum("Message" in line for line in lines) == sum("boat  → vessel" in line for line in lines) == MOST_ROWS


def test_incomplete_input_is_said_before_the_verdict() -> None:
    """The verdict holds only for what was read."""
    text = emit(report(notes=(Note("cut", "The reference was cut.", incomplete=True),)), {"width": 80})
    assert text.index("• The reference was cut.") < text.index("UNDETERMINED: ") < text.index("Check (2)")


def test_what_was_left_out_on_request_is_said() -> None:
    """A report on some codes does not read like one on all."""
    options = {"select": ["captions"], "settings": {"terms.glossary": {"file": "house.csv", "sha256": "0"}}}
    lines = emit(replace(report(), options=options), {"width": 80}).splitlines()
    assert lines[lines.index("Notes") + 1 :][:2] == [
        "  • Only these findings were requested: captions.",
        "  • The file “house.csv” was used for terms.glossary.",
    ]


def test_blocks_on_one_line_are_told_apart_by_their_column() -> None:
    """As in minified pages; elsewhere the line is enough."""
    blocks = [Block(f"v{column}", "paragraph", "x", line=7, column=column) for column in (1, 90)]
    article = Article(Source.from_text("x"), blocks=(*blocks, Block("v8", "paragraph", "x", line=8, column=1)))
    places = Places(Alignment(Article(Source.from_text("x")), article, ()))
    assert [places.line(block.id) for block in article.blocks] == ["7:1", "7:90", "8"]


@pytest.mark.parametrize(("color", "colored"), [("auto", False), ("never", False), ("always", True)])
def test_colours_only_on_request(color: str, colored: bool) -> None:
    """The command asks for them where a terminal shows them."""
    assert ("\x1b[" in emit(report(), {"width": 80, "color": color})) is colored


def test_what_reverses_a_meaning_comes_before_other_words() -> None:
    """Within one severity, by what the rules say that findings are about."""
    rules = [
        Rule(f"x/{nature}", nature, "…", "error", nature) for nature in ("form", "substitution", "fact", "meaning")
    ]
    findings = tuple(rule.finding(f"Found {rule.code}.") for rule in rules)
    lines = emit(replace(report(), findings=findings, rules=tuple(rules)), {"width": 80}).splitlines()
    shown = [line.split()[0] for line in lines if line.startswith("  x/")]
    assert shown == ["x/meaning", "x/fact", "x/substitution", "x/form"]
