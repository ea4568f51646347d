"""What the table of score and outcome says, and when it says nothing."""

import pytest
from django.template.loader import render_to_string

from reports.calibration import BANDS, NONE, Band
from reports.calibration_told import told


def said_of(answers):
    """The Told of {lowest score of a band: (accepted, answered)}; the unscored are many."""
    known = [(key, *answers.get(low, (0, 0))) for key, low in BANDS.items()]
    bands = [Band(key, whole, answered=whole, accepted=part) for key, part, whole in known]
    return told([*bands, Band(NONE, 90, answered=90, accepted=80)])


def test_how_much_more_often_the_high_scores_are_accepted():
    said = said_of({0: (10, 40), 40: (1, 40), 80: (28, 35)})
    assert (said.less.key, said.more.key, said.times) == ("0-19", "80-100", 3.2)
    assert said.apart and not said.upside_down


def test_the_lowest_and_the_highest_row_with_enough_answers_are_compared():
    said = said_of({0: (0, 29), 20: (3, 30), 60: (30, 30), 80: (1, 2)})
    assert (said.less.key, said.more.key, said.apart) == ("20-39", "60-79", True)


def test_a_score_that_points_the_wrong_way():
    said = said_of({0: (40, 50), 80: (10, 50)})
    assert (said.less.key, said.more.key, said.times) == ("80-100", "0-19", 4.0)
    assert said.apart and said.upside_down


def test_intervals_that_overlap_tell_nothing():
    assert not said_of({0: (15, 30), 80: (20, 30)}).apart


def test_never_accepted_is_no_factor():
    said = said_of({0: (0, 40), 80: (30, 40)})
    assert (said.apart, said.times) == (True, None)


def test_how_many_answers_are_missing():
    said = said_of({20: (9, 40), 60: (3, 12)})
    assert [(band.key, lacks) for band, lacks in said.missing] == [("60-79", 18)]
    nothing = said_of({})
    assert [lacks for _band, lacks in nothing.missing] == [30, 30]
    assert not (said.apart or nothing.apart)


SAID = {
    "Leads of 80–100 are accepted 3.2 times as often as those of 0–19.": (10, 28),
    "accepted 4.0 times as often as those of 80–100. The score points the wrong way.": (32, 7),
    "Not enough to tell 80–100 from 0–19: their intervals overlap.": (20, 20),
    "Of the leads of 80–100, 80 % are accepted; of those of 0–19, none.": (0, 28),
}


@pytest.mark.parametrize(("words", "accepted"), SAID.items())
def test_what_the_table_says(words, accepted):
    low, high = accepted
    said = said_of({0: (low, 40), 80: (high, 35)})
    html = render_to_string("reports/calibration/_say.html", {"told": said})
    assert words in " ".join(html.replace("\u202f", " ").split())
