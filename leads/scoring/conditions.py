"""What a rule of the score may ask: fit asks what a lead is, engagement what its person did.

Each is one rule in SQL, the same for a row and for a set. A new one is one more line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

import phonenumbers
from django.db.models import F, Func, OuterRef, Q, TextField, Value
from django.db.models.functions import Lower
from django.db.models.lookups import In
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from leads.campaigns.models import CampaignType, Channel
from leads.people.places import territories
from leads.products.models import Product
from leads.responses.models import ResponseStep
from leads.responses.statuses import Status
from leads.touches.models import TouchKind, Touchpoint

FREE_MAIL = [
    *("aol.com", "freenet.de", "gmail.com", "gmx.at", "gmx.de", "gmx.net", "googlemail.com"),
    *("hotmail.com", "icloud.com", "live.com", "mail.ru", "outlook.com", "proton.me"),
    *("protonmail.com", "t-online.de", "web.de", "yahoo.com"),
]


@dataclass(frozen=True)
class Asked:
    """A condition with one of `values`, or with none: then it is a yes or a no of its own."""

    sentence: str  # with %s for the value, where it has one
    holds: Callable  # value -> of fit a Q over leads, of engagement the facts of a lead's person
    values: Callable | None = None  # () -> [(value, words)] to choose from

    @property
    def choices(self):
        """{value: words}; of a condition without values {True: its sentence}."""
        return dict(self.values()) if self.values else {True: self.sentence}

    def told(self, value):
        """As a sentence; a value that is gone since is told as that."""
        if not self.values:
            return str(self.sentence)
        return self.sentence % self.choices.get(value, _("something removed since"))


def _own_domain():
    domain = Func(F("person__email"), Value("@"), Value(-1), function="SPLIT_PART")
    domain.output_field = TextField()
    return Q(person__email__gt="") & ~Q(In(Lower(domain), FREE_MAIL))


def _plain(condition):
    return lambda _value: condition


def _codes():
    """[(country calling code, its countries)], each code once."""
    names = territories()
    return [
        (str(code), f"+{code} {', '.join(known)}")
        for code, regions in sorted(phonenumbers.COUNTRY_CODE_TO_REGION_CODE.items())
        if (known := [names[region] for region in regions if region in names][:3])
    ]


FIT = {
    "company": Asked(gettext_lazy("Has a company"), _plain(Q(person__company__isnull=False))),
    "no_company": Asked(gettext_lazy("Names no company"), _plain(Q(person__company=None))),
    "phone": Asked(gettext_lazy("Has a phone number"), _plain(Q(person__phone__gt=""))),
    "no_phone": Asked(gettext_lazy("Gave no phone number"), _plain(Q(person__phone=""))),
    "work_mail": Asked(
        gettext_lazy("Writes from an address of their own domain"), _plain(_own_domain())
    ),
    "free_mail": Asked(
        gettext_lazy("Writes from a free mail address"),
        _plain(Q(person__email__gt="") & ~_own_domain()),
    ),
    "product": Asked(gettext_lazy("Names a product"), _plain(Q(product__isnull=False))),
    "words": Asked(gettext_lazy("Said something in their own words"), _plain(Q(words__gt=""))),
    "heard": Asked(gettext_lazy("Told how they heard of us"), _plain(Q(heard_from__gt=""))),
    "campaign": Asked(gettext_lazy("Came with a campaign"), _plain(Q(campaign__isnull=False))),
    "channel": Asked(
        gettext_lazy("Came from %s"),
        lambda key: Q(channel__key=key),
        lambda: [(each.key, each.name) for each in Channel.objects.order_by("name")],
    ),
    "campaign_type": Asked(
        gettext_lazy("Came with a campaign of the type %s"),
        lambda kind: Q(campaign__type=kind),
        lambda: CampaignType.choices,
    ),
    "named_product": Asked(
        gettext_lazy("Asks about %s"),
        lambda key: Q(product=key),
        lambda: [(str(each.pk), str(each)) for each in Product.objects.all()],
    ),
    "phone_of": Asked(
        gettext_lazy("Has a phone number of %s"),
        lambda code: Q(person__phone__startswith=f"+{code}"),
        _codes,
    ),
}
ENGAGEMENT = {
    "touched": Asked(
        gettext_lazy("Was in touch: %s"),
        lambda kind: Touchpoint.objects.filter(person=OuterRef("person"), kind=kind),
        lambda: TouchKind.choices,
    ),
    "responded": Asked(
        gettext_lazy("Answered a campaign: %s"),
        lambda status: ResponseStep.objects.filter(
            response__person=OuterRef("person"), status=status
        ),
        lambda: Status.choices,
    ),
}
CONDITIONS = FIT | ENGAGEMENT
TOUCHED = "touched"


def sentence(asks):
    """A rule's condition in words."""
    [(key, value)] = asks.items()
    return CONDITIONS[key].told(value)
