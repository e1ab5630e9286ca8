"""Titles and descriptions of speakers, compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wirediff.model import Finding, Span, opposite
from wirediff.segment import same_spelling, spelling
from wirediff_attributions.codes.title_changed import RULE as TITLE_CHANGED
from wirediff_attributions.grammar import GRAMMAR
from wirediff_attributions.lookup import ENDS
from wirediff_attributions.matched import Matched, common
from wirediff_attributions.model import Statement, slots, text_of
from wirediff_attributions.names import SHORTEST_SLIP, family_name, has_name, one_slip, surname
from wirediff_attributions.wording import Rewording, changes, words_of
from wirediff_attributions.words import PEOPLE


class Titles:
    """Compares titles and descriptions; each change is reported once for a person."""

    def __init__(self, both: Matched) -> None:
        self._both = both
        self._reported: set[tuple[str, str, str]] = set()

    def compared(self, reference: Statement, version: Statement | None) -> Iterator[Finding]:
        """Yield findings on titles with other words, then on those removed or added."""
        new_titles = version.title if version else ()
        if not (reference.title or new_titles):
            return
        if reference.title and new_titles and _are_forms(_words(reference.title), _words(new_titles)):
            return  # "Governor …, a Democrat" and "…, the Democratic governor" say the same.
        for title in reference.title:
            places = self._both.words.counterpart(title)
            now = [each for each in new_titles if any(common(each, place) for place in places)]
            if not places or text_of(places).casefold() in PEOPLE.pronouns or _same_words([title], now, new_titles):
                continue
            found = self._replaced(title, now)
            old, new = [each.reference for each in found if each.old], [each.version for each in found if each.new]
            yield from self._finding(reference, version, (title.text, text_of(now or places)), (old, new))
        if version is not None and (reference.title or new_titles) and self._is_one_person(reference, version):
            old, new = self._left_out(reference, version), self._left_out(version, reference)
            yield from self._finding(reference, version, (text_of(old), text_of(new)), (old, new))

    def described(self, reference: Statement, version: Statement | None) -> Iterator[Finding]:
        """Yield a finding on someone without a name who is described in other words: "residents" became "police"."""
        if version is None or not reference.speaker or not version.speaker:
            return
        if family_name(reference) or family_name(version):
            return
        old_speaker, new_speaker = reference.speaker[0], version.speaker[0]
        if not any(common(place, new_speaker) for place in self._both.words.counterpart(old_speaker)):
            return
        old, new = _words([old_speaker]), _words([new_speaker])
        if old.isdisjoint(PEOPLE.pronouns) and new.isdisjoint(PEOPLE.pronouns) and _singular(old) != _singular(new):
            found = [each for each in self._replaced(old_speaker, [new_speaker]) if not _is_slip(each)]
            places = [each.reference for each in found if each.old], [each.version for each in found if each.new]
            yield from self._finding(reference, version, (old_speaker.text, new_speaker.text), places)

    def _replaced(self, title: Span, opposite: Sequence[Span]) -> list[Rewording]:
        """Return the words of a title that were replaced or removed, then those that were added."""
        found = [each for each in changes(self._both.words.edits(title)) if each.old]
        found += [each for span in opposite for each in changes(self._both.words.edits(span)) if not each.old]
        return [each for each in found if not same_spelling(each.edit.reference.text, each.edit.version.text)]

    def _left_out(self, statement: Statement, counterpart: Statement) -> list[Span]:
        """Return the titles of a speaker without a counterpart, unless they only moved to another place."""
        bearer = surname(statement.name) or ""
        return [
            title
            for title in statement.title
            if not self._both.words.counterpart(title)
            and not _words([title]) <= _words(counterpart.title)
            and self._fewer_blocks(title, bearer)
        ]

    def _fewer_blocks(self, title: Span, bearer: str) -> bool:
        """Whether the other article has fewer blocks than the title's own with the title's last word and its bearer."""
        last = words_of(title)[-1].rstrip(ENDS)
        counts = {side: len(index[last] & index[bearer]) for side, index in self._both.words.blocks_by_word.items()}
        side = self._both.words.alignment.side(title)
        return counts[opposite(side)] < counts[side]

    def _is_one_person(self, reference: Statement, version: Statement) -> bool:
        """Whether both sides name the same person in the same place."""
        old, new = surname(reference.name), surname(version.name)
        if not old or not new or not one_slip(old, new):
            return False
        old_speaker, new_speaker = reference.speaker[0], version.speaker[0]
        in_place = any(common(place, new_speaker) for place in self._both.words.counterpart(old_speaker))
        return in_place and has_name(old_speaker.text) and has_name(new_speaker.text)

    def _finding(
        self,
        reference: Statement,
        version: Statement | None,
        texts: tuple[str, str],
        places: tuple[Sequence[Span], Sequence[Span]],
    ) -> Iterator[Finding]:
        (old, new), (places_r, places_v) = texts, places
        key = (reference.name or "", old.casefold(), new.casefold())
        if key in self._reported or not (places_r or places_v):
            return
        self._reported.add(key)
        yield TITLE_CHANGED.finding(
            _message((family_name(reference) and reference.name) or "the speaker", old, new),
            places_r,
            places_v,
            confidence=0.85,
            reference={**slots(reference, reference.content_text), "title": old or None},
            version={**slots(version, version.content_text if version else ""), "title": new or None},
        )


def _message(name: str, old: str, new: str) -> str:
    if not new:
        return f"Description of {name} removed: “{old}”."
    if not old:
        return f"Description of {name} added: “{new}”."
    return f"Description of {name} changed: “{old}” became “{new}”."


def _same_words(titles: Sequence[Span], *candidates: Sequence[Span]) -> bool:
    """Whether any candidate has the same words as `titles`."""
    if any(text_of(titles) == text_of(each) for each in candidates):
        return True
    words = _words(titles)
    return any(words == _words(each) for each in candidates)


def _are_forms(reference: set[str], version: set[str]) -> bool:
    """Whether every word is on the other side too, perhaps in another form: "Democrat", "Democratic"."""
    return all(
        any(_is_form(word, other) for other in others)
        for words, others in ((reference, version), (version, reference))
        for word in words
    )


def _is_form(first: str, second: str) -> bool:
    """Whether two words are the same, or one is the other with a few more letters at its end."""
    short, long = sorted((first, second), key=len)
    return short == long or (len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING)


_STEM, _ENDING = 6, 3
"""Minimum letters of a word that may have an ending, and maximum letters of the ending; chosen by hand."""


def _is_slip(change: Rewording) -> bool:
    """Whether one letter of a long word differs, or looks like the one in its place."""
    old, new = change.reference.text, change.version.text
    return len(old) >= SHORTEST_SLIP and one_slip(old, new)


def _singular(words: Iterable[str]) -> set[str]:
    return {word.removesuffix("s") for word in words}


def _words(titles: Iterable[Span]) -> set[str]:
    """Return the words of titles, whatever their order and the form of a genitive."""
    words = (spelling(word.replace("’", "'")).removesuffix("'s") for title in titles for word in words_of(title))
    return set(words).difference(GRAMMAR.articles, ("of",))
