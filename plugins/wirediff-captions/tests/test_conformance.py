"""The captions plugin does what every detector has to do."""

import wirediff_captions

from wirediff.testing import DetectorSuite

CAPTION = ("caption", "Passengers wait on the pier at Port Salter.")


class TestCaptions(DetectorSuite):
    """Copies, controls, and the rules' own examples."""

    detector = next(iter(wirediff_captions.wirediff_detectors()))
    examples = (
        ([CAPTION, "A paragraph."], [CAPTION, "A paragraph.", CAPTION]),
        (["A paragraph."], ["A paragraph.", ("widget", "hide caption")]),
    )
