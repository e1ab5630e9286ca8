"""What a page costs grows as its findings do."""

from __future__ import annotations

from wirediff_html.excerpts import most_serious
from wirediff_html.marks import FindingMark, MarkKind

from wirediff.model import Alignment, Finding
from wirediff.testing import compared, growth

KIND = MarkKind("k0", "a/b", "a", "error")


def test_choosing_excerpts_costs_no_square() -> None:
    """In one paragraph of thousands of sentences with a finding each."""

    def tampered(count: int) -> tuple[list[FindingMark], Alignment]:
        texts = [" ".join(f"The ferry number {n} is {word}." for n in range(count)) for word in ("open", "closed")]
        alignment = compared(*texts)
        spans = [edit.version for edit in alignment.pairs[0].edits if edit.op == "replace"]
        found = [Finding("a/b", "error", 1.0, f"“open” became “closed” {n}.", (), (s,)) for n, s in enumerate(spans)]
        return [FindingMark(each, KIND, number) for number, each in enumerate(found)], alignment

    marks, alignment = tampered(300)
    assert [mark.number for mark in most_serious(marks, alignment)] == [0, 1, 2, 3, 4]
    assert growth(tampered, lambda given: most_serious(*given), 8_000) < 1.5
