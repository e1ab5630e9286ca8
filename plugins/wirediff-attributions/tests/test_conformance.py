"""The attributions plugin keeps what every detector has to keep."""

import wirediff_attributions

from wirediff.testing import DetectorSuite


class TestAttributions(DetectorSuite):
    """A quotation, a cue, a byline."""

    detector = next(iter(wirediff_attributions.wirediff_detectors()))
    examples = (
        ("“We are out of money,” Orla Finch said.", "“We are out of cash,” Orla Finch said."),
        ("Orla Finch said that the pier was closed.", "Orla Finch claimed that the pier was closed."),
        ([("byline", "By Maud Ellery"), "A paragraph."], [("byline", "By Ivo Brandt"), "A paragraph."]),
    )
