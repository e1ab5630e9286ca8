"""Numbers, dates and measures by value."""

from __future__ import annotations

import pytest
from wirediff_terms.values.quantities import quantities


def only(text):
    """The one quantity of a text whose words are divided by spaces."""
    (found,) = quantities(text.split())
    return found


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("a third", "a 3rd"),
        ("last year", "a year ago"),
        ("a third", "one third"),
        ("three weeks ago", "21 days ago"),
        ("12 months", "a year"),
        ("2 per cent", "2%"),
        ("2 percent", "2 pct"),
        ("twenty-three", "23"),
        ("$1.2bn", "1.2 billion dollars"),
        ("5 miles", "8 km"),
        ("12 March 2019", "March 12 , 2019"),
        ("two hundred and five thousand", "205,000"),
        ("6pm", "18:00"),
        ("6pm", "six pm"),
        ("6:00", "six o'clock"),
        ("4:20", "twenty past four"),
        ("15:45", "a quarter to four"),
        ("9:30", "half past nine"),
        ("2 June 1974", "2/06/74"),
        ("2 June", "second of June"),
        ("1862", "eighteen sixty-two"),
        ("1908", "nineteen oh eight"),
        ("2030", "twenty thirty"),
        ("2007", "two thousand and seven"),
        ("3.25", "three point two five"),
        ("2/3", "two over three"),
        ("1980s", "eighties"),
        ("yearly", "annual"),
        ("6.30 p.m.", "6:30pm"),
        ("noon", "12 p.m."),
        ("30C", "86 degrees Fahrenheit"),
        ("half", "50%"),
        ("two-thirds", "67 percent"),
        ("a year and a half", "18 months"),
        ("4th of July", "July 4"),
        ("one in three", "a third"),
        ("2 out of 5", "40%"),
        ("one in three", "33 percent"),
        ("Q3", "third-quarter"),
        ("Q3", "third quarter"),
        ("90s", "1990s"),
        ("two-thirds", "2/3"),
        ("two-thirds", "two thirds"),
        ("EUR 12 million", "€12m"),
        ("USD 4.5", "$4.5"),
        ("1,250", "1'250"),
        ("2018/19", "2018-19"),
        ("250 micrograms", "250 µg"),
        ("2 g", "2,000 mg"),
        ("half a million", "500,000"),
        ("half a dozen", "six"),
        ("two dozen", "24"),
        ("a dozen", "twelve"),
        ("half an hour", "30 minutes"),
        ("5 feet 10 inches", "178 cm"),
        ("5ft 10in", "5 feet 10 inches"),
        ("2 hours and 30 minutes", "150 minutes"),
        ("a year and 6 months", "18 months"),
        ("£100", "100 pounds"),
        ("100 pounds", "45kg"),
        ("2018-08-05", "5 August 2018"),
        ("05.08.2018", "August 5 , 2018"),
        ("8/25/2018", "25/8/2018"),
        ("8/5/2018", "5 August 2018"),
        ("8/5/2018", "8 May 2018"),
        ("$1.25 billion", "1.25 billion US dollars"),
        ("1914-18", "1914-1918"),
        ("10 km", "6 miles"),
        ("2 miles", "3 km"),
        ("ten years ago", "a decade ago"),
        ("four weeks", "a month"),
        ("2 1/2 hours", "two and a half hours"),
        ("2 1⁄2 hours", "2.5 hours"),
        ("two and a half million", "2.5 million"),
        ("twice", "two times"),
        ("doubled", "twofold"),
    ],
)
def test_equal_values(reference, version):
    """Notation does not matter."""
    assert only(reference).equals(only(version))


@pytest.mark.parametrize(
    ("reference", "version"),
    [
        ("5 miles", "5 km"),
        ("Monday", "Tuesday"),
        ("$5", "£5"),
        ("1.2 million", "1.2 billion"),
        ("last year", "next year"),
        ("6am", "6pm"),
        ("30C", "30F"),
        ("half", "a third"),
        ("one in three", "one in four"),
        ("Q3", "fourth quarter"),
        ("1980s", "1990s"),
        ("2/3", "3/4"),
        ("5 feet 10 inches", "5 feet 11 inches"),
        ("half a million", "half a billion"),
        ("£100", "100 kg"),
        ("2018-08-05", "8 May 2018"),
        ("8/5/2018", "5/8/2018"),
        ("8/5/2018", "6 August 2018"),
        ("2 1/2 hours", "2 hours"),
        ("3-1", "1-3"),
        ("10 km", "7 miles"),
        ("10 km", "5.8 miles"),
        ("1 mile", "2 km"),
        ("a month", "a week"),
        ("days", "hours"),
        ("twice", "three times"),
        ("doubled", "tripled"),
        ("hundreds", "thousands"),
        ("tens of thousands", "hundreds of thousands"),
        ("six metres", "six yards"),
        ("3 µg", "3 mg"),
        ("40 mg", "40 g"),
        ("EUR 12 million", "$12m"),
        ("2018/19", "2017-19"),
    ],
)
def test_other_values(reference, version):
    """Value, unit, currency and direction do."""
    assert not only(reference).equals(only(version))


def test_a_long_row_of_figures_is_compared_in_place(changes):
    """Each of thousands of figures in one line is compared with the figure in its place."""
    reference, version = (" ".join(str(1_000 + number * step) for number in range(3_000)) for step in (3, 5))
    found = changes(reference, version)
    assert len(found) == 2_999
    assert found[0] == ("number", "1003", "1005")


@pytest.mark.parametrize(
    ("reference", "version", "relation"),
    [
        ("31 years", "more than three decades", "rounded"),
        ("98 metres", "nearly 100 metres", "rounded"),
        ("more than 200 boats", "207 boats", "rounded"),
        ("31 years", "more than two decades", "months"),
        ("98 metres", "more than 100 metres", "length"),
        ("$1.2 million", "about $1.3 million", "$"),
    ],
)
def test_round_figures(detect, reference, version, relation):
    """A number in round figures is one change with the words that say so, and less serious than another number."""
    found = detect(
        f"The tower of Brenna stood there with {reference} at last.",
        f"The tower of Brenna stood there with {version} at last.",
    )
    number = next(finding for finding in found if finding.code == "terms/number")
    assert number.data["relation"] == relation
    assert number.severity == ("warning" if relation == "rounded" else "error")
    assert len(found) == (1 if relation == "rounded" else 2)
