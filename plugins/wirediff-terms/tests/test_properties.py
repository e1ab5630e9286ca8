"""What holds for any two texts."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wirediff_terms.lexicon.words import negations
from wirediff_terms.match import passage

WORDS = (
    "the a of to not must should last year 12 months defense protection secretary gross domestic home product aid help "
    "military was were isn't Varga Monday Tuesday 5 miles km before earlier than out cut without with a third 3rd"
).split()
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: " ".join(words).capitalize() + ".")
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@quick
@given(texts, texts)
def test_findings_do_not_overlap(detect, reference, version):
    """Except for the ledger, no character is in two findings."""
    seen = set()
    for finding in detect(reference, version):
        if finding.code != "terms/systematic":
            for span in (*finding.reference, *finding.version):
                places = {(span.block, place) for place in range(span.start, span.end)}
                assert not places & seen
                seen |= places


@quick
@given(texts, texts)
def test_spans_have_their_text(detect, reference, version):
    """Offsets and text of every span agree."""
    for finding in detect(reference, version):
        assert all(reference[span.start : span.end] == span.text for span in finding.reference)
        assert all(version[span.start : span.end] == span.text for span in finding.version)


@quick
@given(texts)
def test_a_text_against_itself_has_no_findings(detect, text):
    """A text does not differ from itself."""
    assert detect(text, text) == []


def test_the_negations_of_a_sentence_are_counted_once(detect, monkeypatch):
    """However many words are negated: a text without full stops is one sentence."""
    counted = []
    monkeypatch.setattr(passage, "negations", lambda forms: counted.append(len(forms)) or negations(forms))
    sentence = " and ".join(f"Ilse did {{}} see pier {number}" for number in range(20))
    found = detect(sentence.replace("{}", "not"), sentence.replace("{}", "never once"))
    assert len(found) >= 20
    assert len(counted) <= 2
