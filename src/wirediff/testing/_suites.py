"""Conformance suites for detectors, emitters and loaders: inherit one and name yours.

class TestShouting(DetectorSuite):
    detector = DETECTOR
    examples = [("He said no.", "He said NO.")]

The examples that the detector's rules declare are tested too.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar, get_args

from wirediff.errors import InputError
from wirediff.host import check_declarations
from wirediff.host._checks import MAX_MESSAGE, checked_article, checked_finding, checked_note
from wirediff.model import (
    Alignment,
    Article,
    Detector,
    Emitter,
    Example,
    Finding,
    Loader,
    Note,
    Omission,
    Reason,
    Report,
    Rule,
    Side,
    Source,
)
from wirediff.testing._articles import HOSTILE, Text, compared, paragraphs
from wirediff.testing._isolated import compare_texts
from wirediff.wording import outside

SECONDS = 20.0
"""For the largest article of the suites, on any machine: a bound against quadratic cost, not a benchmark."""
PARAGRAPHS = 400


@contextlib.contextmanager
def _silence() -> Iterator[None]:
    """Fail if anything is printed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield
    printed = out.getvalue() + err.getvalue()
    assert not printed, f"printed {printed!r}"


def _edited(blocks: Sequence[str]) -> list[str]:
    return [text.replace("w1", "y1").replace("w20", "z20 z21") for text in blocks]


def _in_time(work: Callable[[], object]) -> None:
    """Fail if `work` on the largest article takes too long."""
    begun = time.perf_counter()
    work()
    seconds = time.perf_counter() - begun
    assert seconds < SECONDS, f"{PARAGRAPHS} paragraphs took {seconds:.1f} s"


def _in_force(contribution: Detector | Emitter, options: Mapping[str, Any]) -> dict[str, Any]:
    return {**{option.name: option.default for option in contribution.options}, **options}


class DetectorSuite:
    """Inherit, and set `detector` and `examples`, pairs of texts (as `article` takes them) with something to find.

    Rules may declare examples of their own (`Rule.examples`): a rule that has any needs one with findings and one that
    has to stay silent.
    """

    detector: ClassVar[Detector]
    examples: ClassVar[Sequence[tuple[Text, Text]]] = ()
    options: ClassVar[Mapping[str, Any]] = {}

    def run(self, alignment: Alignment) -> list[Finding | Note]:
        """Return all that the detector yields on `alignment`."""
        with _silence():
            return list(self.detector.run(alignment, _in_force(self.detector, self.options)))

    def check(self, alignment: Alignment) -> list[Finding]:
        """Return its findings, after checking each."""
        codes = {rule.code for rule in self.detector.rules}
        findings = []
        for item in self.run(alignment):
            assert isinstance(item, Finding | Note), f"yielded {item!r}"
            if isinstance(item, Note):
                checked_note(item)
                continue
            findings.append(checked_finding(item, codes, alignment))
            assert len(item.message) <= MAX_MESSAGE, f"{item.code}: a message of {len(item.message)} characters"
            assert item.reference or item.version or outside(item), f"{item.code} has no place"
        return findings

    def test_rules_are_declared(self) -> None:
        """Every code has one prefix, a summary, a help text and a severity, and is declared once."""
        assert self.detector.rules, "no rules are declared"
        check_declarations(self.detector.rules[0].code.partition("/")[0], (self.detector,), (), ())

    def test_examples_are_found(self) -> None:
        """Each example has a finding."""
        for reference, version in self.examples:
            assert self.check(compared(reference, version)), f"nothing found in {version!r}"

    def test_examples_of_the_rules_are_found(self) -> None:
        """Each example that a rule declares has the findings of that rule that it names, and no others."""
        for rule in self.detector.rules:
            for example in rule.examples:
                found = [each for each in self.check(compared(*_sources(example))) if each.code == rule.code]
                words = _words(found)
                assert words == example.expected, f"{rule.code} in {example.version!r}: {words}, not {example.expected}"
                for finding in found:
                    assert _fits(finding.message, rule.message), f"{finding.message!r} is not {rule.message!r}"

    def test_rules_with_examples_have_both_kinds(self) -> None:
        """One with a finding, one without."""
        for rule in self.detector.rules:
            kinds = {bool(example.expected) for example in rule.examples}
            assert kinds in (set(), {True, False}), f"{rule.code}: all examples are of one kind"

    def test_an_article_against_itself_has_no_finding(self) -> None:
        """The reference is the baseline."""
        for reference, _ in self._pairs():
            found = self.check(compared(reference, reference))
            assert not found, f"found in {reference!r} against itself: {found[0].message}"

    def _pairs(self) -> Iterator[tuple[Text, Text]]:
        """Yield the suite's examples and those of the rules."""
        yield from self.examples
        for rule in self.detector.rules:
            yield from map(_sources, rule.examples)

    def test_the_same_input_gives_the_same_findings(self) -> None:
        """Whatever ran before."""
        for reference, version in self._pairs():
            first = self.run(compared(reference, version))
            self.run(compared(version, reference))
            assert self.run(compared(reference, version)) == first, f"differs from run to run: {version!r}"

    def test_nothing_is_mutated(self) -> None:
        """The alignment is unchanged."""
        for reference, version in self._pairs():
            alignment = compared(reference, version)
            self.run(alignment)
            assert alignment == compared(reference, version), "the alignment was changed"

    def test_hostile_articles_are_survived(self) -> None:
        """Mark-up, control characters, lone surrogates, endless words, empty texts; alone and against each other."""
        for text in HOSTILE.values():
            self.check(compared(text, "A plain text."))
            self.check(compared("A plain text.", text))
            self.check(compared([], text))
        self.check(compared([], []))
        self.check(compared(list(HOSTILE.values()), list(HOSTILE.values())[::-1]))

    def test_cost_is_bounded(self) -> None:
        """A long article with many edits takes bounded time."""
        blocks = paragraphs(PARAGRAPHS)
        alignment = compared(blocks, _edited(blocks))
        _in_time(lambda: self.run(alignment))


def _sources(example: Example) -> tuple[Source, Source]:
    texts = (example.reference, "reference"), (example.version, "version")
    reference, version = (Source.from_text(text, name, example.media_type) for text, name in texts)
    return reference, version


def _words(findings: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
    return tuple((_said(finding, "reference"), _said(finding, "version")) for finding in findings)


def _said(finding: Finding, side: Side) -> str:
    beyond = (place.text for place in outside(finding) if place.side == side)
    return " … ".join((*(span.text for span in finding.of(side)), *beyond))


def _fits(message: str, template: str) -> bool:
    """Whether `message` is `template` with something in place of each field in braces; any message if there is none."""
    pattern = ".*".join(map(re.escape, re.split(r"\{\w*\}", template)))
    return not template or re.fullmatch(pattern, message, re.DOTALL) is not None


class EmitterSuite:
    """Inherit, and set `emitter`; override `parse` to read back what it wrote."""

    emitter: ClassVar[Emitter]
    options: ClassVar[Mapping[str, Any]] = {}

    def parse(self, output: str | bytes) -> None:
        """Raise if `output` is not of the format."""

    def emit(self, report: Report) -> str | bytes:
        """Return what the emitter returns for `report`, or for its reference if it accepts articles, parsed once."""
        value = report.reference if self.emitter.accepts is Article else report
        with _silence():
            output = self.emitter.run(value, _in_force(self.emitter, self.options))
        assert isinstance(output, str | bytes), f"returned {type(output).__name__}"
        assert output, "returned nothing"
        self.parse(output)
        return output

    def report(self, reference: Text, version: Text) -> Report:
        """Return a report with findings of a detector that reports each edit."""
        return compare_texts(reference, version, [_EVERY_EDIT])

    def test_suffix_and_summary(self) -> None:
        """A suffix begins with a dot."""
        check_declarations("", (), (self.emitter,), ())
        assert self.emitter.summary.strip(), "no summary"

    def test_the_same_report_gives_the_same_output(self) -> None:
        """No clock, no chance, no address in memory."""
        reference: Text = ["One two three.", ("caption", "Four five.")]
        version: Text = ["One 2 three.", ("caption", "Five four.")]
        first, second = (self.emit(self.report(reference, version)) for _ in range(2))
        assert first == second, "differs from run to run"

    def test_hostile_articles_are_survived(self) -> None:
        """The output stays of its format."""
        for text in HOSTILE.values():
            self.emit(self.report(text, "A plain text."))
            self.emit(self.report("A plain text.", text))
        self.emit(self.report([], []))
        self.emit(self.report([], "A plain text."))
        self.emit(_leaving_out(HOSTILE.values(), self.report("A plain text.", "A plain text.")))

    def test_nothing_is_mutated(self) -> None:
        """The report is unchanged."""
        report = self.report("One two three.", "One 2 three.")
        self.emit(report)
        assert report == self.report("One two three.", "One 2 three."), "the report was changed"

    def test_cost_is_bounded(self) -> None:
        """A long article with many findings takes bounded time."""
        blocks = paragraphs(PARAGRAPHS)
        report = self.report(blocks, _edited(blocks))
        _in_time(lambda: self.emit(report))


def _leaving_out(texts: Iterable[str], report: Report) -> Report:
    """Return the same report on articles that leave out `texts`."""
    places = itertools.product((text for text in texts if text.strip()), get_args(Reason), (0, 1))
    omitted = tuple(
        Omission.of(text, reason, path=f"/{text[:40]}", line=number, after=after)
        for number, (text, reason, after) in enumerate(places, 1)
    )
    alignment = report.alignment
    reference, version = (replace(each, omitted=omitted) for each in (alignment.reference, alignment.version))
    return replace(report, alignment=replace(alignment, reference=reference, version=version))


class LoaderSuite:
    """Inherit, and set `loader`, `examples` (sources it reads) and `foreign` (sources that are not of its format).

    `visible` holds the text that a reader sees of each example, in their order: every word of it has to be in a block
    or in `Article.omitted`.
    """

    loader: ClassVar[Loader]
    examples: ClassVar[Sequence[Source]]
    foreign: ClassVar[Sequence[Source]] = ()
    visible: ClassVar[Sequence[str]] = ()

    def load(self, source: Source) -> Article | None:
        """Return what the loader returns, checked."""
        with _silence():
            loaded = self.loader.run(source)
        assert loaded is None or isinstance(loaded, Article), f"returned {type(loaded).__name__}"
        return loaded and checked_article(loaded)

    def test_name_and_media_types(self) -> None:
        """A name, a summary, a tuple of media types."""
        check_declarations("", (), (), (self.loader,))
        assert self.loader.summary.strip(), "no summary"

    def test_examples_are_read(self) -> None:
        """Each has blocks, and aligns with itself without a difference."""
        for source in self.examples:
            loaded = self.load(source)
            assert loaded is not None, f"{source.name} was refused"
            assert loaded.blocks, f"{source.name} has no blocks"
            alignment = compared(loaded.blocks, loaded.blocks, loaded.language)
            assert all(pair.relation == "same" for pair in alignment.pairs), f"{source.name} differs from itself"

    def test_every_word_is_kept_or_recorded(self) -> None:
        """What a reader sees of the examples is in blocks or in what was left out, each word as often as it is seen."""
        for source, text in zip(self.examples, self.visible, strict=False):
            loaded = self.load(source)
            assert loaded is not None, f"{source.name} was refused"
            found = [*(block.text for block in loaded.blocks), *(each.text for each in loaded.omitted)]
            missing = _counted_words([text]) - _counted_words(found)
            assert not missing, f"{source.name}: in no block and not in `omitted`: {', '.join(sorted(missing))}"

    def test_foreign_sources_are_left_to_others(self) -> None:
        """The loader returns None: no error, no article."""
        for source in self.foreign:
            assert self.load(source) is None, f"{source.name} was taken"

    def test_the_same_source_gives_the_same_article(self) -> None:
        """No clock, no chance."""
        for source in self.examples:
            assert self.load(source) == self.load(source), f"{source.name} differs from run to run"

    def test_truncated_sources_are_survived(self) -> None:
        """What remains, None, or an InputError that says why; no other error."""
        for source in self.examples:
            for part in range(10):
                cut = Source(source.name, source.data[: source.size * part // 10], source.media_type, source.encoding)
                with contextlib.suppress(InputError):
                    self.load(cut)


def _counted_words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in re.findall(r"\w+", text))


def _every_edit(alignment: Alignment, options: Mapping[str, Any]) -> Iterator[Finding]:  # noqa: ARG001
    for pair in alignment.pairs:
        for edit in pair.edits:
            if edit.is_change:
                sides = ([span] if span.block and span.text else [] for span in (edit.reference, edit.version))
                yield _RULE.finding("Words differ.", *sides)


_RULE = Rule("edits/words", "words differ", "Every edit of words is one finding.", "warning")
_EVERY_EDIT = Detector("edits", "every edit of words", (_RULE,), _every_edit)
