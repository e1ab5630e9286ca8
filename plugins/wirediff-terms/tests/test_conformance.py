"""The terms plugin keeps what every detector has to keep."""

import wirediff_terms

from wirediff.testing import DetectorSuite


class TestTerms(DetectorSuite):
    """One pair for each kind of change."""

    detector = next(iter(wirediff_terms.wirediff_detectors()))
    examples = (
        ("The defence minister told reporters so.", "The protection minister instructed reporters so."),
        ("She must leave within 12 months.", "She can leave within 10 months."),
        ("Ada Quill will not sign.", "Ada Quail will sign."),
    )
