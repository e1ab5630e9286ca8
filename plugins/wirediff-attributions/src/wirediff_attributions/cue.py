"""Reporting verbs compared: each cue with its counterpart, whatever extraction found there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wirediff.model import Finding, Span
from wirediff_attributions.codes.cue_changed import RULE as CUE_CHANGED
from wirediff_attributions.cues import Stance, lemma_of, stance_of
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.lookup import WORD
from wirediff_attributions.matched import Matched, common
from wirediff_attributions.model import Slots, Statement, slots, text_of
from wirediff_attributions.wording import changes, word_by_word, words_of

_VERBS: Mapping[Stance, str] = {
    "neutral": "a neutral verb",
    "distancing": "a verb of doubt",
    "conceding": "an admission",
    "insisting": "an emphatic verb",
    "denying": "a denial",
    "directive": "a command",
    "factive": "a verb that presents it as fact",
    "promising": "a promise",
    "warning": "a warning",
    "asking": "a question",
    "manner": "a verb of manner",
    "evaluating": "a judgement",
    "holding": "an opinion",
}
"""The words that messages use for a verb's stance."""


def compared(both: Matched, reference: Statement, version: Statement | None) -> Iterator[Finding]:
    """Yield a finding if the verb of a statement differs; `version` is its statement there, if any."""
    if reference.kind == "attitude" or not reference.finite or not reference.cue:
        return
    cue = reference.cue[0]
    places = [place for place in both.words.counterpart(cue) if words_of(place)]
    if not places or _same_verb(cue.text, places[0].text):
        return
    own = version.cue if version is not None else ()
    now = next((each for each in own if any(_lies_in(each, place) for place in places)), places[0])
    from_stance, to_stance = stance_of(cue.text), stance_of(now.text)
    changed = from_stance != to_stance
    known = changed and "unknown" not in (from_stance, to_stance)
    stance = f": {_VERBS[from_stance]} became {_VERBS[to_stance]}" if known else ""
    old, new = _verbs(both, cue, now)
    yield CUE_CHANGED.finding(
        f"“{text_of(old)}” became “{text_of(new)}”{stance}.",
        old,
        new,
        severity="warning" if changed else "note",
        confidence=0.9,
        from_stance=from_stance,
        to_stance=to_stance,
        reference=slots(reference, reference.content_text),
        version=_opposite_slots(both, reference, version, now),
    )


def _verbs(both: Matched, cue: Span, now: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the replaced words of a cue and their replacements, without neighbours replaced along with them."""
    pairs = [pair for change in changes(both.words.edits(cue)) if change.old for pair in word_by_word(change)]
    within = [(old, new) for old, new in pairs if common(old, cue)]
    old = tuple(old for old, _ in within)
    new = tuple(new for _, new in within if words_of(new) and _lies_in(new, now))
    return old or (cue,), new or (now,)


def _lies_in(inner: Span, outer: Span) -> bool:
    return inner.block == outer.block and outer.start <= inner.start and inner.end <= outer.end


def _opposite_slots(both: Matched, reference: Statement, version: Statement | None, now: Span) -> Slots:
    """Return the slots of the version's statement, or the counterparts if extraction found none with that cue."""
    if version is not None and any(common(cue, now) for cue in version.cue):
        return {**slots(version, version.content_text), "cue": now.text}
    speaker, title, content = (
        text_of([place for span in spans for place in both.words.counterpart(span)]) or None
        for spans in (reference.speaker[:1], reference.title, reference.content)
    )
    return {"speaker": speaker, "title": title, "cue": now.text, "content": content}


def _same_verb(reference: str, version: str) -> bool:
    """Whether two cues have a verb in common, apart from auxiliaries and adverbs."""
    if reference == version:
        return True
    before, after = _verbs_of(reference), _verbs_of(version)
    return before == after or not {lemma_of(word) for word in before if lemma_of(word)}.isdisjoint(map(lemma_of, after))


def _verbs_of(text: str) -> list[str]:
    """Return the words of a cue without auxiliaries and adverbs, or all of it if it has no others."""
    words = WORD.findall(text.casefold())
    return [word for word in words if word not in GRAMMAR.auxiliaries and not word.endswith("ly")] or [text.casefold()]
