"""Statements of both articles compared slot by slot.

What lies opposite decides, not what extraction calls it: a cue, a speaker or a quotation of one side is looked up in
the alignment of the words, so that a mistake of extraction on both sides cancels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wirediff.model import Alignment, Edit, Finding, Severity, Span
from wirediff_attributions._correspondence import Correspondence
from wirediff_attributions._cues import UNKNOWN, lemma_of, stance_of
from wirediff_attributions._grammar import GRAMMAR
from wirediff_attributions._model import Statement, text_of
from wirediff_attributions._quotations import Quotation
from wirediff_attributions._rules import RULES
from wirediff_attributions._sides import common, sides
from wirediff_attributions._speakers import one_slip
from wirediff_attributions._spelling import same_spelling
from wirediff_attributions._wording import (
    GRAVITY,
    WORD,
    change_of,
    changes_words,
    joined,
    told,
    trimmed,
    word_by_word,
    words_of,
)
from wirediff_attributions._words import PEOPLE

KEPT = 0.35
"""Share of a statement that has to stand on the other side for anything to be said about its slots."""


class Comparison:
    """Compares the statements of two aligned articles."""

    def __init__(self, alignment: Alignment) -> None:
        self.words = Correspondence(alignment)
        self.reference, self.version = sides(alignment)
        self.told_titles: set[tuple[str, str, str]] = set()
        self.told_speakers: set[tuple[str, int]] = set()

    def findings(self) -> Iterator[Finding]:
        """All findings on statements."""
        yield from self.quotations()
        for statement in self.reference.statements:
            yield from self._statement(statement)
        for statement in self.version.statements:
            yield from self._added(statement)

    # ── words between quotation marks ────────────────────────────────────────────────────────────────────────────────

    def quotations(self) -> Iterator[Finding]:
        """Findings on each quotation of the reference and on those that only the version has."""
        matched: set[tuple[str, int]] = set()
        for quote in self.reference.all_quotations():
            theirs = self._opposite(quote)
            if theirs:
                matched.update((each.outer.block, each.outer.start) for each in theirs)
                yield from self._altered(quote, theirs)
            else:
                yield from self._unquoted(quote)
        for quote in self.version.all_quotations():
            if (quote.outer.block, quote.outer.start) not in matched:
                yield from self._quoted(quote)

    def _opposite(self, quote: Quotation) -> list[Quotation]:
        """The quotations of the version that hold what `quote` became."""
        found: dict[tuple[str, int], Quotation] = {}
        for span in self.words.counterpart(quote.inner):
            for other in self.version.overlapping(span):
                shared = common(other.inner, span)
                if shared and 3 * shared > min(span.end - span.start, other.inner.end - other.inner.start):
                    found[other.outer.block, other.outer.start] = other
        return list(found.values())

    def _altered(self, quote: Quotation, theirs: Sequence[Quotation]) -> Iterator[Finding]:
        edits = [edit for edit in self.words.edits(quote.inner) if changes_words(edit)]
        edits = [edit for edit in edits if self._inside(edit, quote, theirs)]
        lost = [edit for edit in edits if not words_of(edit.version)]
        if not edits:
            return
        change, ellipsis = change_of(edits, theirs)
        ours, their_texts = joined(edit.reference for edit in edits), joined(edit.version for edit in edits)
        statement = self.reference.covering(quote.inner)
        other = self.version.covering(theirs[0].inner)
        name = (statement.name if statement else None) or (other.name if other else None)
        yield RULES["quote-altered"].finding(
            told(change, name, ours, their_texts, whole=len(lost) == len(edits)),
            [trimmed(edit.reference) for edit in edits if words_of(edit.reference)],
            [trimmed(edit.version) for edit in edits if words_of(edit.version)] or [theirs[0].inner],
            severity=GRAVITY[change],
            confidence=0.95 if statement or other else 0.8,
            change=change,
            **({"ellipsis": ellipsis} if change == "trimmed" else {}),
            reference=_slots(statement, quote.inner.text),
            version=_slots(other, " … ".join(each.inner.text for each in theirs)),
        )

    def _inside(self, edit: Edit, quote: Quotation, theirs: Sequence[Quotation]) -> bool:
        """Whether both sides of an edit stand between quotation marks."""
        ours = quote.inner
        if edit.reference.block == ours.block and edit.reference.start != edit.reference.end:
            if not ours.start <= trimmed(edit.reference).start < ours.end:
                return False
        elif not ours.start < edit.reference.start < ours.end:
            return False
        if edit.version.start == edit.version.end:
            return True
        place = trimmed(edit.version)
        return any(
            other.inner.block == place.block and other.inner.start <= place.start < other.inner.end for other in theirs
        )

    def _unquoted(self, quote: Quotation) -> Iterator[Finding]:
        statement = self.reference.covering(quote.inner)
        if not _is_speech(quote, statement) or self.words.kept(quote.inner) < KEPT:
            return
        places = self.words.counterpart(quote.inner)
        if places and not any(self.version.quoted(span) or self._opens(span) for span in places):
            yield RULES["unquoted"].finding(
                f"The words “{quote.inner.text}” stand in the version without quotation marks.",
                [quote.inner],
                places,
                reference=_slots(statement, quote.inner.text),
                version=_slots(self.version.covering(places[0]), text_of(places)),
            )

    def _quoted(self, quote: Quotation) -> Iterator[Finding]:
        statement = self.version.covering(quote.inner)
        if not _is_speech(quote, statement) or self.words.kept(quote.inner) < KEPT:
            return
        places = self.words.counterpart(quote.inner)
        if places and not any(self.reference.quoted(span) or self._opens(span) for span in places):
            yield RULES["quoted"].finding(
                f"The words “{quote.inner.text}” stand in the reference without quotation marks.",
                places,
                [quote.inner],
                reference=_slots(self.reference.covering(places[0]), text_of(places)),
                version=_slots(statement, quote.inner.text),
            )

    def _opens(self, span: Span) -> bool:
        """Whether an opening mark stands right before `span`, even if nothing closes it."""
        return self.words.alignment.block(span.block).text[: span.start].endswith(tuple("“„«‘\"'"))

    # ── cue and speaker ──────────────────────────────────────────────────────────────────────────────────────────────

    def _statement(self, statement: Statement) -> Iterator[Finding]:
        kept = max((self.words.kept(span) for span in statement.content), default=0.0)
        if kept < KEPT:
            return
        places = [place for span in statement.content for place in self.words.counterpart(span)]
        nested = statement.nested
        other = next((found for place in places if (found := self.version.covering(place, nested=nested))), None)
        dropped = [] if nested else list(self._dropped(statement, other, places))
        yield from dropped
        if dropped:
            return
        yield from self._cue(statement, other)
        yield from self._speaker(statement, other)
        yield from self._title(statement, other)

    def _cue(self, statement: Statement, other: Statement | None) -> Iterator[Finding]:
        """The verb opposite the cue, whatever extraction made of it."""
        if statement.kind == "attitude" or not statement.finite or not statement.cue:
            return
        cue = statement.cue[0]
        places = self.words.counterpart(cue)
        if not places:
            return
        now = places[0]
        before, after = _verb(cue.text), _verb(now.text)
        if not before or not after or _same_verb(before, after):
            return
        from_stance, to_stance = stance_of(cue.text), stance_of(now.text)
        ours, theirs = self._verbs(cue, now)
        changed = from_stance != to_stance
        stance = (
            f"; the verb is {to_stance} where it was {from_stance}"
            if changed and UNKNOWN not in (from_stance, to_stance)
            else ""
        )
        severity: Severity = "warning" if changed else "note"
        yield RULES["cue-changed"].finding(
            f"“{text_of(ours)}” became “{text_of(theirs)}”{stance}.",
            ours,
            theirs,
            severity=severity,
            confidence=0.9,
            from_stance=from_stance,
            to_stance=to_stance,
            reference=_slots(statement, statement.content_text),
            version=self._opposite_slots(statement, other, now),
        )

    def _verbs(self, cue: Span, now: Span) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The replaced words of a cue and those that replace them, without neighbours replaced along with them."""
        edits = [edit for edit in self.words.edits(cue) if changes_words(edit) and words_of(edit.reference)]
        pairs = [pair for edit in edits for pair in word_by_word(edit)]
        within = [(ours, theirs) for ours, theirs in pairs if common(ours, cue)]
        ours = tuple(ours for ours, _ in within)
        theirs = tuple(theirs for _, theirs in within if words_of(theirs))
        return ours or (cue,), theirs or (now,)

    def _opposite_slots(self, statement: Statement, other: Statement | None, now: Span) -> dict[str, Any]:
        """The slots of the version's statement; where extraction has none with that cue, what lies opposite."""
        if other is not None and any(common(cue, now) for cue in other.cue):
            return _slots(other, other.content_text, cue=now.text)
        opposite = {
            slot: text_of(tuple(place for span in spans for place in self.words.counterpart(span))) or None
            for slot, spans in (
                ("speaker", statement.speaker[:1]),
                ("title", statement.title),
                ("content", statement.content),
            )
        }
        return {**opposite, "cue": now.text}

    def _speaker(self, statement: Statement, other: Statement | None) -> Iterator[Finding]:
        """A name in the speaker's place, or a speaker, that is another person's."""
        if not statement.speaker or other is None or not other.speaker:
            return
        old, new = statement.speaker[0], other.speaker[0]
        slot = self.words.counterpart(old)
        before, after = _surname(statement.name), _surname(other.name)
        if not before or not after or _alike(before, after):
            return
        same_slot = any(common(place, new) for place in slot)
        if same_slot and self._only_names_differ(old, new):
            pass
        elif slot or not self._explicit(old) or not self._explicit(new):
            return
        if (old.block, old.start) in self.told_speakers:
            return
        self.told_speakers.add((old.block, old.start))
        yield RULES["speaker-changed"].finding(
            f"The statement is ascribed to {other.name}, in the reference to {statement.name}.",
            [old],
            [new],
            confidence=0.85,
            reference=_slots(statement, statement.content_text),
            version=_slots(other, other.content_text),
        )

    def _only_names_differ(self, old: Span, new: Span) -> bool:
        """Whether words with capitals, or whole phrases, were replaced in the speaker's place."""
        edits = [edit for edit in self.words.edits(old) if changes_words(edit) and words_of(edit.reference)]
        return any(
            _has_name(edit.reference.text) and _has_name(edit.version.text) for edit in edits
        ) and self._explicit(new)

    def _explicit(self, span: Span) -> bool:
        """Whether the speaker is named, not a pronoun."""
        return _has_name(span.text)

    def _title(self, statement: Statement, other: Statement | None) -> Iterator[Finding]:
        """What is said of a speaker, once for each person and change."""
        for title in statement.title:
            places = self.words.counterpart(title)
            # Left out as a whole it is no other title.
            if not places:
                continue
            theirs = [each for each in (other.title if other else ()) if any(common(each, place) for place in places)]
            edits = self._title_edits(title, theirs)
            if not edits:
                continue
            now = text_of(tuple(theirs) or places)
            key = (statement.name or "", title.text.casefold(), now.casefold())
            if key in self.told_titles:
                continue
            self.told_titles.add(key)
            who = statement.name or "The speaker"
            yield RULES["title-changed"].finding(
                f"{who} is described differently: “{title.text}” became “{now}”.",
                [trimmed(edit.reference) for edit in edits if words_of(edit.reference)],
                [trimmed(edit.version) for edit in edits if words_of(edit.version)],
                confidence=0.85,
                reference={**_slots(statement, statement.content_text), "title": title.text},
                version={**_slots(other, other.content_text if other else ""), "title": now},
            )

    def _title_edits(self, title: Span, theirs: Sequence[Span]) -> list[Edit]:
        """What became other words in a title or was left out, then what came in."""
        edits = [edit for edit in self.words.edits(title) if words_of(edit.reference)]
        edits += [edit for span in theirs for edit in self.words.edits(span) if not words_of(edit.reference)]
        return [
            edit for edit in edits if changes_words(edit) and not same_spelling(edit.reference.text, edit.version.text)
        ]

    # ── sources lost and gained ──────────────────────────────────────────────────────────────────────────────────────

    def _dropped(self, statement: Statement, other: Statement | None, places: Sequence[Span]) -> Iterator[Finding]:
        if statement.kind == "attitude" or not statement.finite or not _is_gone(self.words, statement):
            return
        if other is not None and other.cue and not self._was_within(other, statement):
            return
        yield RULES["dropped"].finding(
            f"The version says this without its source, {text_of(statement.speaker)}.",
            [*statement.speaker, *statement.cue],
            places,
            confidence=0.8,
            reference=_slots(statement, statement.content_text),
            version=_slots(None, text_of(tuple(places))),
        )

    def _was_within(self, inner: Statement, outer: Statement) -> bool:
        """Whether the cue of `inner`, of one side, stands within what `outer` says on the other."""
        return any(
            common(place, span) for cue in inner.cue for place in self.words.counterpart(cue) for span in outer.content
        )

    def _added(self, statement: Statement) -> Iterator[Finding]:
        if statement.kind == "attitude" or statement.nested or not statement.finite:
            return
        if not _is_gone(self.words, statement):
            return
        if max((self.words.kept(span) for span in statement.content), default=0.0) < KEPT:
            return
        places = [place for span in statement.content for place in self.words.counterpart(span)]
        other = next((found for place in places if (found := self.reference.covering(place))), None)
        if places and (other is None or not other.cue or self._was_within(other, statement)):
            yield RULES["added"].finding(
                f"The version ascribes this to {text_of(statement.speaker)}; the reference states it.",
                places,
                [*statement.speaker, *statement.cue],
                confidence=0.8,
                reference=_slots(None, text_of(tuple(places))),
                version=_slots(statement, statement.content_text),
            )


# ── parts ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _slots(statement: Statement | None, content: str, cue: str | None = None) -> dict[str, Any]:
    if statement is None:
        return {"speaker": None, "title": None, "cue": cue, "content": content}
    return {
        "speaker": statement.name or text_of(statement.speaker) or None,
        "title": text_of(statement.title) or None,
        "cue": cue or text_of(statement.cue) or None,
        "content": content,
    }


def _is_speech(quote: Quotation, statement: Statement | None) -> bool:
    """Whether a quotation is what someone said, and no title or term set off."""
    words = quote.inner.text.split()
    if statement is not None and statement.cue:
        return len(words) > 1
    return len(words) > 3 and not all(word[:1].isupper() for word in words if len(word) > 3)


def _verb(text: str) -> str:
    """The words of a cue without auxiliaries, adverbs and particles."""
    words = [
        word for word in WORD.findall(text.casefold()) if word not in GRAMMAR.auxiliaries and not word.endswith("ly")
    ]
    return " ".join(words) or text.casefold().strip()


def _same_verb(one: str, other: str) -> bool:
    if one == other:
        return True
    lemmas = (
        {lemma for word in one.split() if (lemma := lemma_of(word))},
        {lemma for word in other.split() if (lemma := lemma_of(word))},
    )
    return bool(lemmas[0] & lemmas[1])


def _surname(name: str | None) -> str | None:
    """The last word of a name that has capitals."""
    if not name:
        return None
    words = [word for word in name.split() if word[:1].isupper()]
    return words[-1].casefold().removesuffix("’s").removesuffix("'s") if words else None


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, perhaps misspelled."""
    return one == other or one_slip(one, other)


def _has_name(text: str) -> bool:
    words = WORD.findall(text)
    known = PEOPLE
    return any(
        word[:1].isupper()
        and word.casefold() not in known.pronouns | known.titles | known.honorifics | {"the", "a", "an"}
        for word in words
    )


def _is_gone(words: Correspondence, statement: Statement) -> bool:
    """Whether speaker and cue of a statement have nothing opposite them, though their sentence has."""
    if not statement.cue or not statement.speaker:
        return False
    if any(words.counterpart(span) for span in statement.cue):
        return False
    first = statement.content[0].text.split(maxsplit=1)[:1]
    if first and statement.speaker[0].text.casefold() == first[0].casefold():
        return True  # "He said he …": one of the two words stands for both.
    places = [span for span in statement.speaker if span.block == statement.cue[0].block]
    return bool(places) and max(words.kept(span) for span in places) < KEPT
