from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funnel.history import remembered
from funnel.refusal import Refusal


class Side(models.TextChoices):
    MARKETING = "marketing", gettext_lazy("Marketing")
    LINE = "line", gettext_lazy("Line")
    SALES = "sales", gettext_lazy("Sales")
    PRODUCT = "product", gettext_lazy("Product")
    BUYER = "buyer", gettext_lazy("Buyer")
    DATA = "data", gettext_lazy("Data")
    UNKNOWN = "unknown", gettext_lazy("Unknown")


class ReasonKind(models.TextChoices):
    RETURN = "return", gettext_lazy("Return")
    RECYCLE = "recycle", gettext_lazy("Recycle")
    DISQUALIFY = "disqualify", gettext_lazy("Disqualify")
    WIN = "win", gettext_lazy("Won")
    LOSS = "loss", gettext_lazy("Lost")


@remembered(births=True)
class Reason(models.Model):
    """A coded why, on the side whose debt it is. Steps copy key and side, so both are frozen."""

    kind = models.CharField(max_length=12, choices=ReasonKind)
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=80)
    side = models.CharField(max_length=12, choices=Side)
    position = models.PositiveSmallIntegerField()
    needs_words = models.BooleanField(default=False)
    needs_date = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    class Meta:
        ordering = ["kind", "position"]
        constraints = [models.UniqueConstraint("kind", "key", name="one_reason_per_key")]

    def __str__(self):
        return _(self.label)

    def check_answered(self, words, until=None):
        """Raise Refusal where this reason asks for words or a date that were not given."""
        if self.needs_words and not words.strip():
            raise Refusal(_("Say it in words."), field="words")
        if self.needs_date and until is None:
            raise Refusal(_("Until when?"), field="until")
