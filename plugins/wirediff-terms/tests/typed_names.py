"""Names of codes and relations that mypy takes or refuses; `tox -e types` checks this file, and nothing runs it.

Each comment says which error mypy is expected to report. Strict mode reports a comment that nothing needs, so that the
check fails if a misspelled name is no longer refused.
"""

from __future__ import annotations

from wirediff_terms import codes
from wirediff_terms.codes import negation
from wirediff_terms.judge import grounds
from wirediff_terms.judge.grounds import Judgement

DECLARED = Judgement(negation.RULE, "hedge", "closed class", 0.9)
IS_HEDGE = DECLARED.relation == "hedge"

MISSPELLED_CODE = codes.negatoin.RULE  # type: ignore[attr-defined]
MISSPELLED_GROUND = grounds.NEGATOIN  # type: ignore[attr-defined]
MISSPELLED_RELATION = Judgement(negation.RULE, "hegde", "closed class", 0.9)  # type: ignore[arg-type]
COMPARED_TO_MISSPELLED = DECLARED.relation == "hegde"  # type: ignore[comparison-overlap]
