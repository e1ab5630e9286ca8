"""The structure plugin does what every detector has to do."""

import wirediff_structure

from wirediff.testing import DetectorSuite


class TestStructure(DetectorSuite):
    """An inserted paragraph, a changed headline, a hidden character, and the rules' own examples."""

    detector = next(iter(wirediff_structure.wirediff_detectors()))
    examples = (
        (["A paragraph of its own."], ["A paragraph of its own.", "Another one about something else."]),
        ([("headline", "Ferry line closes")], [("headline", "Ferry line opens")]),
        (["The ferry sails at noon."], ["The fer\u200bry sails at noon."]),
    )
