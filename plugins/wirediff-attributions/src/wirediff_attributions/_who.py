"""Speakers compared, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wirediff.model import Finding, Span
from wirediff_attributions._model import Statement, slots, text_of
from wirediff_attributions._rules import RULES
from wirediff_attributions._sides import Matched, common
from wirediff_attributions._speakers import one_slip
from wirediff_attributions._spelling import same_spelling
from wirediff_attributions._wording import WORD, Change, changes
from wirediff_attributions._words import PEOPLE


class Who:
    """Compares speakers and titles; each is told once."""

    def __init__(self, both: Matched) -> None:
        self._both = both
        self._told_titles: set[tuple[str, str, str]] = set()
        self._told_speakers: set[tuple[str, int]] = set()

    def speaker(self, statement: Statement, other: Statement | None) -> Iterator[Finding]:
        """A name in the speaker's place, or a speaker, that is another person's."""
        if other is None or not statement.speaker or not other.speaker:
            return
        old, new = statement.speaker[0], other.speaker[0]
        before, after = _surname(statement.name), _surname(other.name)
        if not before or not after or _alike(before, after) or (old.block, old.start) in self._told_speakers:
            return
        if not self._is_replaced(old, new):
            return
        self._told_speakers.add((old.block, old.start))
        yield RULES["speaker-changed"].finding(
            f"The statement is ascribed to {other.name}, in the reference to {statement.name}.",
            [old],
            [new],
            confidence=0.85,
            reference=slots(statement, statement.content_text),
            version=slots(other, other.content_text),
        )

    def _is_replaced(self, old: Span, new: Span) -> bool:
        """Whether a name took the place of another, or two named speakers stand in other places of the sentence."""
        if not _has_name(new.text):
            return False
        slot = self._both.words.counterpart(old)
        if any(common(place, new) for place in slot):
            replaced = (each for each in changes(self._both.words.edits(old)) if each.old)
            if any(_has_name(each.reference.text) and _has_name(each.version.text) for each in replaced):
                return True
        return not slot and _has_name(old.text)

    def title(self, statement: Statement, other: Statement | None) -> Iterator[Finding]:
        """What is said of a speaker, once for each person and change."""
        for title in statement.title:
            places = self._both.words.counterpart(title)
            # Left out as a whole it is no other title.
            if not places:
                continue
            theirs = [each for each in (other.title if other else ()) if any(common(each, place) for place in places)]
            found = self._in_title(title, theirs)
            now = text_of(theirs or places)
            key = (statement.name or "", title.text.casefold(), now.casefold())
            if not found or key in self._told_titles:
                continue
            self._told_titles.add(key)
            yield RULES["title-changed"].finding(
                f"{statement.name or 'The speaker'} is described differently: “{title.text}” became “{now}”.",
                [each.reference for each in found if each.old],
                [each.version for each in found if each.new],
                confidence=0.85,
                reference={**slots(statement, statement.content_text), "title": title.text},
                version={**slots(other, other.content_text if other else ""), "title": now},
            )

    def _in_title(self, title: Span, theirs: Sequence[Span]) -> list[Change]:
        """What became other words in a title or was left out, then what came in."""
        found = [each for each in changes(self._both.words.edits(title)) if each.old]
        found += [each for span in theirs for each in changes(self._both.words.edits(span)) if not each.old]
        return [each for each in found if not same_spelling(each.edit.reference.text, each.edit.version.text)]


def _surname(name: str | None) -> str | None:
    """The last word of a name that has capitals."""
    words = [word for word in (name or "").split() if word[0].isupper()]
    return words[-1].casefold().removesuffix("’s").removesuffix("'s") if words else None


def _alike(one: str, other: str) -> bool:
    """Whether two names are one, perhaps misspelled."""
    return one == other or one_slip(one, other)


def _has_name(text: str) -> bool:
    return any(word[0].isupper() and word.casefold() not in _NO_NAMES for word in WORD.findall(text))


_NO_NAMES = PEOPLE.pronouns | PEOPLE.titles | PEOPLE.honorifics | {"the", "a", "an"}
"""Words of a speaker that may have capitals and are no name."""
