from django.db.models import DecimalField, F, OuterRef, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from deals.models import Deal, Delivery, Payment
from deals.stages import DealStage

MONEY = DecimalField(max_digits=14, decimal_places=3)


def owing(user):
    """The won deals this reader sees, with what came in (`came`) and what is still owed (`open`,
    null where the amount is not known), the longest won first."""
    came = Payment.objects.filter(deal=OuterRef("pk"), currency=OuterRef("currency"))
    summed = came.values("deal").annotate(sum=Sum("amount")).values("sum")
    return (
        Deal.objects.visible_to(user)
        .filter(stage=DealStage.WON)
        .select_related("person", "company", "owner")
        .annotate(came=Coalesce(Subquery(summed), Value(0), output_field=MONEY))
        .annotate(open=F("due") - F("came"))
        .order_by("stage_since", "pk")
    )


def in_view(owed, view):
    """Of `owing`: what is still to come in, or what nobody can tell."""
    return owed.filter(open=None) if view == "unknown" else owed.filter(open__gt=0)


def promised(user):
    """Deliveries not yet accepted on deals this reader sees, the earliest promise first."""
    return (
        Delivery.objects.filter(deal__in=Deal.objects.visible_to(user), accepted_at=None)
        .select_related("deal__person", "deal__owner")
        .order_by("promised_on", "pk")
    )


def is_late(delivery):
    return delivery.delivered_at is None and delivery.promised_on < localdate()
