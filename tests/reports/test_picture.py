from datetime import UTC, datetime

import pytest

from funnel.ratio import Ratio
from reports.conversion import Conversion, Row
from reports.layout import columns, rows
from reports.picture import FULL, picture
from reports.question import Question
from reports.rungs import CLIMBED
from reports.totals import Totals
from tests.reports.reading import MAY

COUNTS = dict(
    zip(
        [rung.key for rung in CLIMBED],
        [2140, 865, 512, 371, 332, 148, 96, 41, 33, 29, 6],
        strict=True,
    )
)


def drawn(counts=COUNTS, *, visited=48210, mode="cohort", **inside):
    rows = [Row("reached", None), Row("visited", None)]
    for rung in CLIMBED:
        before = Ratio(0, counts[rung.before]) if rung.before else None
        now_inside = inside.get(rung.key, 0)
        rows.append(Row(rung.key, counts[rung.key], of_previous=before, inside=now_inside))
    asked = Question(MAY, datetime(2026, 9, 1, tzinfo=UTC), mode)
    return picture(Conversion(asked, tuple(rows), (), Totals(0, visited), {}))


def bar(found, key):
    return next(each for each in found.bars if each.key == key)


def test_the_line_is_the_break_of_the_scale():
    found = drawn()
    assert found.factor == pytest.approx(2140 / 371)
    assert bar(found, "captured").length == bar(found, "accepted").length == FULL
    assert bar(found, "won").length == pytest.approx(FULL * 41 / 371)


def test_one_scale_where_the_sides_are_alike():
    found = drawn(dict.fromkeys(COUNTS, 100))
    assert found.factor is None
    assert {bar(found, key).length for key in COUNTS} == {FULL}


def test_what_crosses_is_drawn_in_both_scales():
    left, right = drawn().crossing
    assert right == FULL
    assert left == pytest.approx(FULL * 371 / 2140)


def test_a_bar_off_the_scale_is_torn():
    assert bar(drawn(), "visited").is_cut
    assert not bar(drawn(visited=2000), "visited").is_cut
    assert not any(each.is_cut for each in drawn().bars if each.key != "visited")


def test_few_are_outlined():
    assert [each.key for each in drawn({**COUNTS, "won": 29}).bars if each.few] == [
        "paid",
        "delivered",
        "again",
    ]


def test_those_still_inside_are_part_of_the_bar():
    won = bar(drawn(contacted=21), "contacted")
    assert won.inside == pytest.approx(FULL * 21 / 371)
    assert won.inside < won.length


def test_a_flow_band_is_no_higher_than_what_it_comes_from():
    found = drawn({**COUNTS, "deal": 340})
    after = next(band for band in found.bands if band.is_sales and band.place == 2)
    assert after.length == bar(found, "contacted").length


def test_events_flow_into_nothing():
    found = drawn(mode="flow")
    assert (found.bands, found.crossing) == ((), None)
    assert not any(each.few for each in found.bars)


def test_nobody_at_all_is_drawn_too():
    found = drawn(dict.fromkeys(COUNTS, 0), visited=None)
    assert {each.length for each in found.bars} == {0}
    assert found.factor is None


def test_columns_stand_on_one_line_and_do_not_touch():
    boxes = [each.box for each in columns(drawn())["drawn"]]
    assert {box.y + box.height for box in boxes} == {272}
    assert all(left.right < right.x for left, right in zip(boxes, boxes[1:], strict=False))


def test_rows_lie_under_each_other_and_within_a_phone():
    lying = rows(drawn())
    tops = [each.top for each in lying["drawn"]]
    assert tops == sorted(set(tops))
    assert max(each.box.right for each in lying["drawn"]) < 358
    assert lying["height"] > tops[-1]
