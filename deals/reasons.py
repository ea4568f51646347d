"""The reasons for winning and losing that sales begins with."""

from django.utils.translation import gettext_noop as _

from funnel.models import ReasonKind, Side

WIN, LOSS = ReasonKind.WIN, ReasonKind.LOSS

REASONS = [  # kind, key, label, side, further fields
    (WIN, "fits_need", _("Fits the need best"), Side.PRODUCT, {}),
    (WIN, "price", _("Price"), Side.SALES, {}),
    (WIN, "trust", _("Trust in us"), Side.SALES, {}),
    (WIN, "speed", _("We were fastest"), Side.SALES, {}),
    (WIN, "recommended", _("Recommended to them"), Side.MARKETING, {}),
    (WIN, "unknown", _("Not known"), Side.UNKNOWN, {}),
    (LOSS, "no_fit", _("Did not fit the need"), Side.MARKETING, {}),
    (LOSS, "no_budget", _("No budget"), Side.MARKETING, {}),
    (LOSS, "no_authority", _("Could not decide"), Side.MARKETING, {}),
    (LOSS, "unresponsive", _("No longer answered"), Side.SALES, {}),
    (LOSS, "too_slow", _("We were too slow"), Side.SALES, {}),
    (LOSS, "competitor", _("Bought elsewhere"), Side.SALES, {}),
    (LOSS, "price", _("Too expensive"), Side.PRODUCT, {}),
    (LOSS, "missing_feature", _("Product lacks something"), Side.PRODUCT, {}),
    (LOSS, "postponed", _("Put off by the buyer"), Side.BUYER, {}),
    (LOSS, "other", _("Other"), Side.UNKNOWN, {"needs_words": True}),
]
