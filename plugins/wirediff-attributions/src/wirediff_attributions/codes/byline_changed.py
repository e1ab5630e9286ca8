"""`attributions/byline-changed`: the byline differs."""

from __future__ import annotations

from wirediff.model import Example, Rule

RULE = Rule(
    code="attributions/byline-changed",
    summary="the byline differs",
    help='The names in the byline differ. Order, "By" and other forms of an agency\'s name make no difference.',
    severity="warning",
    nature="source",
    examples=(
        Example(
            "Harbour reopens\n\nBy Nora Vance\n\nThe harbour of Port Salter reopened on Monday after two weeks.",
            "Harbour reopens\n\nBy Tomas Berg\n\nThe harbour of Port Salter reopened on Monday after two weeks.",
            (("By Nora Vance", "By Tomas Berg"),),
        ),
        Example(
            "Harbour reopens\n\nBy Nora Vance and Tomas Berg\n\nThe harbour of Port Salter reopened on Monday.",
            "Harbour reopens\n\nBy Tomas Berg, Nora Vance\n\nThe harbour of Port Salter reopened on Monday.",
        ),
    ),
)
