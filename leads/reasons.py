"""The reasons marketing and the line begin with. Later ones are added behind them, by people."""

from django.utils.translation import gettext_noop as _

from funnel.models import ReasonKind, Side

RETURN, RECYCLE, DISQUALIFY = ReasonKind.RETURN, ReasonKind.RECYCLE, ReasonKind.DISQUALIFY

REASONS = [  # kind, key, label, side, further fields
    (RETURN, "not_our_target", _("Not our target"), Side.MARKETING, {}),
    (RETURN, "bad_contact", _("Contact data missing or wrong"), Side.MARKETING, {}),
    (RETURN, "already_customer", _("Already a customer or duplicate"), Side.DATA, {}),
    (RETURN, "too_early", _("Too early"), Side.BUYER, {"needs_date": True}),
    (RETURN, "not_a_buyer", _("Competitor, student, spam"), Side.MARKETING, {}),
    (RETURN, "wrong_person", _("Wrong person or team"), Side.LINE, {}),
    (RETURN, "no_capacity", _("No capacity"), Side.SALES, {}),
    (RETURN, "other", _("Other"), Side.UNKNOWN, {"needs_words": True}),
    (RETURN, "unreachable", _("Not reached as often as agreed"), Side.BUYER, {}),
    (RECYCLE, "not_now", _("Not now"), Side.BUYER, {"needs_date": True}),
    (RECYCLE, "no_budget", _("No budget this period"), Side.BUYER, {"needs_date": True}),
    (RECYCLE, "tied", _("Tied to another contract"), Side.BUYER, {"needs_date": True}),
    (RECYCLE, "no_response", _("No response"), Side.BUYER, {}),
    (RECYCLE, "needs_education", _("Needs to learn more first"), Side.MARKETING, {}),
    (RECYCLE, "champion_left", _("Our contact has left"), Side.BUYER, {}),
    (RECYCLE, "paused", _("Their project is paused"), Side.BUYER, {}),
    (DISQUALIFY, "no_need", _("No need"), Side.BUYER, {}),
    (DISQUALIFY, "never_fit", _("Will never fit"), Side.MARKETING, {}),
    (DISQUALIFY, "spam", _("Spam"), Side.MARKETING, {}),
    (DISQUALIFY, "erasure", _("Asked to be forgotten"), Side.BUYER, {}),
]


def seed(reason_model, reasons=REASONS):
    """Add what is missing of `reasons`; leave alone what people have changed."""
    for position, (kind, key, label, side, more) in enumerate(reasons, 1):
        reason_model.objects.get_or_create(
            kind=kind,
            key=key,
            defaults={"label": label, "side": side, "position": position, **more},
        )
