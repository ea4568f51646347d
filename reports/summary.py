"""What the sentence above the funnel says: the worst loss, where there is enough to say so."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from funnel.ratio import Ratio
from funnel.templatetags.funnel import FEW, number


@dataclass(frozen=True)
class Loss:
    rung: str
    where: str
    is_sales: bool
    lost: Ratio  # of those on the rung before, who had the whole window
    whom: str

    @property
    def words(self):
        return self.whom % {"whole": number(self.lost.whole)}


BEFORE, AT, AFTER = _("before the line"), _("at the line"), _("after the line")
LOSSES = {  # rung: where it is lost, and in what words
    "mql": (BEFORE, _("of %(whole)s captured never qualified")),
    "offered": (BEFORE, _("of %(whole)s qualified were never offered")),
    "accepted": (AT, _("of %(whole)s offered were not accepted")),
    "contacted": (AFTER, _("of %(whole)s accepted were never contacted")),
    "deal": (AFTER, _("of %(whole)s accepted never became a deal")),
    "quoted": (AFTER, _("of %(whole)s deals were never quoted")),
    "won": (AFTER, _("of %(whole)s deals were not won")),
}


def worst_loss(rows) -> Loss | None:
    """The rung that the largest share of those before it never reached.

    None where no rung has FEW or more before it. A rung that nobody at all reached is not
    recorded here, which is no loss.
    """
    losses = [
        _loss(row)
        for row in rows
        if row.key in LOSSES and row.of_previous and row.of_previous.whole >= FEW and row.count
    ]
    return max(
        (loss for loss in losses if loss.lost.part), key=lambda loss: loss.lost.rate, default=None
    )


def _loss(row):
    where, whom = LOSSES[row.key]
    through = row.of_previous
    lost = Ratio(through.whole - through.part, through.whole)
    return Loss(row.key, where, where == AFTER, lost, whom)
