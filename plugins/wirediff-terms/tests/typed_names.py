"""Names of codes and relations that mypy takes or refuses; `tox -e types` checks this file, and nothing runs it.

Each comment says which error mypy is expected to report. Strict mode reports a comment that nothing needs, so that the
check fails if a misspelled name is no longer refused.
"""

from __future__ import annotations

from wirediff_terms.judge.features import Judgement

DECLARED = Judgement("negation", "hedge", "closed class", 0.9)
IS_HEDGE = DECLARED.relation == "hedge"

MISSPELLED_CODE = Judgement("negatoin", "hedge", "closed class", 0.9)  # type: ignore[arg-type]
MISSPELLED_RELATION = Judgement("negation", "hegde", "closed class", 0.9)  # type: ignore[arg-type]
COMPARED_TO_MISSPELLED = DECLARED.relation == "hegde"  # type: ignore[comparison-overlap]
