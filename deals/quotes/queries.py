from django.db.models import Q

from deals.models import Deal, Quote
from deals.stages import QuoteStage
from funnel.models import Organisation

PARTS = ("deal__person__company", "deal__owner", "price_book")


def visible_to(user):
    """The quotes of the deals this reader may see, with what a page shows of them."""
    return Quote.objects.filter(deal__in=Deal.objects.visible_to(user)).select_related(*PARTS)


def in_view(quotes, view):
    return quotes if view == "all" else quotes.filter(stage=view)


def matching(quotes, words):
    """Those whose number, deal or customer holds `words`."""
    return quotes.filter(
        Q(number__icontains=words)
        | Q(deal__name__icontains=words)
        | Q(deal__person__name__icontains=words)
        | Q(deal__company__name__icontains=words)
    )


def needs_rate(quote):
    """Whether sending it asks for a rate: its currency is neither the deal's nor ours."""
    return quote.currency not in (quote.deal.currency, Organisation.current().currency)


def public():
    """What strangers with the address may read: everything but drafts."""
    shown = Quote.objects.exclude(Q(stage=QuoteStage.DRAFT) | Q(number=None))
    return shown.select_related(*PARTS).prefetch_related("lines")
