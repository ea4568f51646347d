from funnel.ratio import Ratio
from reports.conversion import Row
from reports.summary import worst_loss


def rows(**links):
    """Rungs with (part, whole) of the rung before."""
    return [Row(key, part, of_previous=Ratio(part, whole)) for key, (part, whole) in links.items()]


def test_the_worst_loss_is_the_largest_share():
    loss = worst_loss(rows(mql=(40, 100), accepted=(35, 40), won=(10, 30)))
    assert (loss.rung, loss.lost, loss.is_sales) == ("won", Ratio(20, 30), True)
    assert loss.words == "of 30 deals were not won"


def test_too_few_say_nothing():
    assert worst_loss(rows(mql=(1, 29))) is None


def test_where_nobody_was_lost_nothing_is_said():
    assert worst_loss(rows(mql=(30, 30))) is None


def test_a_rung_that_nobody_records_is_no_loss():
    assert worst_loss(rows(contacted=(0, 800), mql=(90, 100))).rung == "mql"


def test_paid_and_again_are_no_losses_of_the_climb():
    assert worst_loss(rows(paid=(10, 40), again=(1, 40))) is None
