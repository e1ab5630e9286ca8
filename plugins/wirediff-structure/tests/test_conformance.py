"""The structure plugin does what every detector has to do."""

from pathlib import Path

import wirediff_structure

from wirediff.testing import DetectorSuite

README = Path(__file__).parents[1] / "README.md"


class TestStructure(DetectorSuite):
    """An inserted paragraph, a changed headline, a hidden character, and the rules' own examples."""

    detector = next(iter(wirediff_structure.wirediff_detectors()))
    examples = (
        (["A paragraph of its own."], ["A paragraph of its own.", "Another one about something else."]),
        ([("headline", "Ferry line closes")], [("headline", "Ferry line opens")]),
        (["The ferry sails at noon."], ["The fer\u200bry sails at noon."]),
    )

    def test_every_rule_has_examples_and_a_row_in_the_readme(self) -> None:
        """A code is one file and one row, which says what the rule's summary says."""
        text = README.read_text("utf-8")
        for rule in self.detector.rules:
            assert rule.examples, f"{rule.code} has no examples"
            assert text.count(f"| `{rule.code}` | {rule.summary} |") == 1, f"{rule.code} needs a row in {README.name}"
