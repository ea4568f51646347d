from django.db.models import Count, Q
from django.utils.timezone import localdate

from deals.pricing.models import PriceBook
from leads.models import Product


def books():
    """Every price book with how many prices it holds, the newest first."""
    return PriceBook.objects.annotate(held=Count("prices")).order_by("-starts_on", "-pk")


def books_on(day=None):
    """The price books one may quote from on that day."""
    day = day or localdate()
    open_then = Q(ends_on=None) | Q(ends_on__gte=day)
    return PriceBook.objects.filter(open_then, starts_on__lte=day, prices__isnull=False).distinct()


def priceable(book):
    """What can have a price in this book: what is on sale, and what it already prices."""
    return Product.objects.filter(Q(active=True) | Q(prices__price_book=book)).distinct()
