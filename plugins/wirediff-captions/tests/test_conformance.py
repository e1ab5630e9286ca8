"""The captions plugin does what every detector has to do."""

from pathlib import Path

import wirediff_captions

from wirediff.testing import DetectorSuite

CAPTION = ("caption", "Passengers wait on the pier at Port Salter.")
README = Path(__file__).parents[1] / "README.md"


class TestCaptions(DetectorSuite):
    """Copies, controls, and the rules' own examples."""

    detector = next(iter(wirediff_captions.wirediff_detectors()))
    examples = (
        ([CAPTION, "A paragraph."], [CAPTION, "A paragraph.", CAPTION]),
        (["A paragraph."], ["A paragraph.", ("widget", "hide caption")]),
    )

    def test_every_rule_has_examples_and_a_row_in_the_readme(self) -> None:
        """A code is one file and one row, which says what the rule's summary says."""
        text = README.read_text("utf-8")
        for rule in self.detector.rules:
            assert rule.examples, f"{rule.code} has no examples"
            assert text.count(f"| `{rule.code}` | {rule.summary} |") == 1, f"{rule.code} needs a row in {README.name}"
