from django.utils.timezone import now

from leads.agreement.models import Agreement


def in_force(at=None):
    """The version that holds at that instant; where none does, the built-in one, unsaved."""
    holding = Agreement.objects.signed().filter(holds_from__lte=at or now())
    return holding.select_related("expiry_team").first() or built_in()


def built_in():
    """Version 0: nothing is required, and the usual times."""
    return Agreement(number=0)


def open_draft():
    """The one draft there may be, or None."""
    return Agreement.objects.filter(holds_from=None).select_related("expiry_team").first()


def latest_signed():
    """What a new draft begins with: the last that both signed, even if it does not hold yet."""
    return Agreement.objects.signed().select_related("expiry_team").first() or built_in()


def breaks(period):
    """[(instant, number)] of the versions that began to hold inside `period`, not at its start."""
    begun = Agreement.objects.signed().filter(
        holds_from__gt=period.start, holds_from__lt=min(period.end, now())
    )
    return list(begun.order_by("holds_from").values_list("holds_from", "number"))


def versions():
    """[(Agreement, until)] of what both signed, the latest first; `until`: when the next begins."""
    signed = list(Agreement.objects.signed().prefetch_related("signatures__by"))
    return list(zip(signed, [None, *(each.holds_from for each in signed)], strict=False))
