"""Control text, told by where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from wirediff_captions.labels import introduces_credit, reads_like_controls

from wirediff.model import Block, Finding, Kind
from wirediff.newsroom import words

Text = str | tuple[str, str] | Block
Find = Callable[[list[Text], list[Text]], list[Finding]]
Brief = Callable[[Iterable[Finding]], list[tuple[str, str]]]

LEAD = "The harbour council of Port Salter voted on Tuesday to close the ferry line to Gull Island."
NEXT = "Residents of the island said they would ask the county court to stop the closure before winter."
PIER = ("caption", "Passengers wait on the pier at Port Salter on Tuesday.")
MAYOR = ("caption", "Orla Finch, who chairs the council, arrives for the vote.")
CREDIT = ("credit", "Tilda Voss/Salter News")
HIDE, TOGGLE = ("widget", "hide caption"), ("widget", "toggle caption")


def under(image: str, text: str) -> Block:
    """A caption of that figure."""
    return Block("", "caption", text, figure=image)


@pytest.mark.parametrize("label", ["conceal subtitle", "Text verstecken"])
def test_a_line_between_two_prints_of_a_credit_is_a_control(find: Find, brief: Brief, label: str) -> None:
    """Whatever its words are."""
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, label, CREDIT, LEAD])
    assert brief(found) == [("widget-text", label), ("credit-duplicate", CREDIT[1])]


@pytest.mark.parametrize(
    ("between", "place"), [([], "beside another"), ([TOGGLE], "around a control"), ([LEAD], "elsewhere")]
)
def test_where_a_copy_stands(find: Find, between: list[Text], place: str) -> None:
    """Copies around a control, in the same lines, and elsewhere are told apart."""
    found = find([CREDIT, LEAD], [CREDIT, *between, CREDIT, LEAD])
    assert [each.data["place"] for each in found if each.code == "captions/credit-duplicate"] == [place]


def test_a_copy_in_an_overlay(find: Find) -> None:
    """Shown on demand only."""
    overlay = Block("", "credit", CREDIT[1], on_demand=True)
    assert [each.data["place"] for each in find([CREDIT, LEAD], [CREDIT, LEAD, overlay])] == ["overlay"]


def test_a_line_in_place_of_a_control_names_its_original(find: Find) -> None:
    """The reference has a control there that the version lacks."""
    found = find([PIER, CREDIT, HIDE, TOGGLE, LEAD], [PIER, CREDIT, "conceal subtitle", TOGGLE, LEAD])
    assert [span.text for span in found[0].reference] == ["hide caption"]


@pytest.mark.parametrize("kind", ["caption", "subheading", "other"])
def test_a_reworded_label_keeps_a_telling_word(find: Find, brief: Brief, kind: Kind) -> None:
    """A line beside a picture with "caption" in it is a control, whatever a loader took it for."""
    found = find([PIER, CREDIT, LEAD], [PIER, CREDIT, (kind, "Disguise caption"), LEAD])
    assert brief(found) == [("widget-text", "Disguise caption")]


def test_labels_inside_a_caption(find: Find, brief: Brief) -> None:
    """Each label is a finding; what else the caption gained is a change."""
    found = find([PIER, CREDIT, LEAD], [(PIER[0], f"{PIER[1]} hide caption toggle caption"), CREDIT, LEAD])
    assert brief(found) == [("widget-text", "hide caption"), ("widget-text", "toggle caption")]


def test_reworded_labels_in_a_row(find: Find, brief: Brief) -> None:
    """A paragraph that swallowed caption, credit and controls."""
    swallowed = f"{PIER[1]} {CREDIT[1]} disguise caption toggle caption {CREDIT[1]}"
    found = find([PIER, CREDIT, LEAD], [swallowed, LEAD])
    assert brief(found) == [
        ("in-body", PIER[1]), ("widget-text", "disguise caption"), ("widget-text", "toggle caption"),
    ]  # fmt: skip


@pytest.mark.parametrize("prose", ["It stands in the caption.", "Close the picture gallery of the harbour museum."])
def test_prose_about_captions_is_no_label(find: Find, brief: Brief, prose: str) -> None:
    """A sentence goes on behind the words, or ends."""
    found = find([PIER, CREDIT, LEAD], [(PIER[0], f"{PIER[1]} {prose}"), CREDIT, LEAD])
    assert [rule for rule, _ in brief(found)] == ["changed"]


def test_a_reworded_label_inside_a_caption_is_no_changed_caption(find: Find, brief: Brief) -> None:
    """The reference has the label there too, in its own words."""
    found = find([(PIER[0], f"{PIER[1]} hide caption"), LEAD], [(PIER[0], f"{PIER[1]} disguise caption"), LEAD])
    assert brief(found) == [("widget-text", "disguise caption")]
    assert found[0].reference[0].text == "hide caption"


def test_controls_of_the_versions_page_are_none(find: Find) -> None:
    """A page has its own controls; only those of pictures are printed with them."""
    share = Block("", "widget", "Share", path="/html/body/main/div[2]")
    assert find([PIER, CREDIT, LEAD], [PIER, CREDIT, share, LEAD]) == []


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("hide caption toggle caption", ["hide caption", "toggle caption"]),
        ("Ocultar pie de foto Ampliar imagen", ["Ocultar pie de foto", "Ampliar imagen"]),
        ("Bildunterschrift ausblenden | Bild vergrößern", ["Bildunterschrift ausblenden", "Bild vergrößern"]),
    ],
)
def test_several_labels_in_one_line(find: Find, brief: Brief, line: str, labels: list[str]) -> None:
    """A loader may take the line for a second caption of the figure."""
    found = find([under("pier", PIER[1]), CREDIT, LEAD], [under("pier", PIER[1]), CREDIT, under("pier", line), LEAD])
    assert brief(found) == [("widget-text", label) for label in labels]


def test_one_of_several_labels_reworded(find: Find, brief: Brief) -> None:
    """The labels of the line opposite tell where each ends."""
    reference: list[Text] = [under("pier", PIER[1]), CREDIT, under("pier", "hide caption toggle caption"), LEAD]
    version: list[Text] = [under("pier", PIER[1]), CREDIT, under("pier", "conceal legend toggle caption"), LEAD]
    found = find(reference, version)
    assert brief(found) == [("widget-text", "conceal legend")]
    assert [span.text for span in found[0].reference] == ["hide caption"]


@pytest.mark.parametrize("kind", ["caption", "credit", "list-item"])
def test_a_line_of_any_kind_between_two_prints_of_a_credit(find: Find, brief: Brief, kind: Kind) -> None:
    """Within one element, whatever a loader took it for."""

    def inside(kind: Kind, text: str, place: int) -> Block:
        return Block("", kind, text, path=f"/html/body/figure/div/p[{place}]", figure="pier")

    credit = inside("credit", CREDIT[1], 1)
    version: list[Text] = [PIER, credit, inside(kind, "cacher le cartouche", 2), inside("credit", CREDIT[1], 3), LEAD]
    assert brief(find([PIER, credit, LEAD], version)) == [
        ("widget-text", "cacher le cartouche"), ("credit-duplicate", CREDIT[1]),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["Une légende du football", "Plan para ampliar el puerto", "Read caption"])
def test_the_only_caption_of_a_figure_is_no_control(find: Find, brief: Brief, text: str) -> None:
    """Whatever its words mean on a button."""
    found = find([PIER, CREDIT, LEAD, NEXT], [PIER, CREDIT, LEAD, under("vote", text), NEXT])
    assert brief(found) == [("added", text)]


def test_short_captions_of_one_photographer_are_no_controls(find: Find, brief: Brief) -> None:
    """A caption between two prints of one credit belongs to the second picture."""
    short = under("vote", "Orla Finch")
    found = find([under("pier", PIER[1]), CREDIT, LEAD], [under("pier", PIER[1]), CREDIT, short, CREDIT, LEAD])
    assert brief(found) == [("added", "Orla Finch")]


def test_controls_beside_one_more_picture(find: Find, brief: Brief) -> None:
    """The reference prints them beside one, the version beside two."""
    reference: list[Text] = [PIER, CREDIT, HIDE, LEAD, MAYOR, CREDIT]
    found = find(reference, [PIER, CREDIT, HIDE, LEAD, MAYOR, CREDIT, HIDE])
    assert brief(found) == [("widget-text", "hide caption")]


def test_every_listed_control_text_reads_like_one() -> None:
    """Except what introduces a credit as well ("Image source")."""
    keys = {text: tuple(text.split()) for text in words("controls.texts")}
    assert {
        text for text, key in keys.items() if not reads_like_controls(text, key) and not introduces_credit(key)
    } == set()


@pytest.mark.parametrize("text", ["Skip ad", "Listen to this article", "Artikel anhören", "Lire la suite"])
def test_a_listed_control_text_at_a_picture(find: Find, brief: Brief, text: str) -> None:
    """Whatever a loader took it for."""
    assert brief(find([PIER, CREDIT, LEAD], [PIER, CREDIT, text, LEAD])) == [("widget-text", text)]
