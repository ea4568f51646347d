from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from deals.pricing.models import Price, PriceBook
from funnel.money import CURRENCIES, rounded
from funnel.refusal import Refusal


@transaction.atomic
def open_book(*, name, currency, starts_on, tax_percent=0, sample=False):
    """Open a price book; the one before it in that currency closes the day before.

    The new one begins with the prices of the one it follows. Refusal for an unknown currency and
    when it would begin no later than the one before it.
    """
    if currency not in CURRENCIES:
        raise Refusal(_("%s is not a currency.") % currency, field="currency")
    before = PriceBook.objects.select_for_update().filter(currency=currency, ends_on=None).first()
    if before and starts_on <= before.starts_on:
        raise Refusal(
            _("%(name)s began on %(day)s already; begin later.")
            % {"name": before, "day": before.starts_on},
            field="starts_on",
        )
    book = PriceBook.objects.create(
        name=name, currency=currency, starts_on=starts_on, tax_percent=tax_percent, sample=sample
    )
    if before:
        before.ends_on = starts_on - timedelta(days=1)
        before.save(update_fields=["ends_on"])
        set_prices(book, {price.product: price.amount for price in before.prices.all()})
    return book


@transaction.atomic
def set_prices(book, amounts):
    """Say what each product costs in this book: {product: amount}, None takes it out.

    Quotes that were written keep the price they copied.
    """
    for product, amount in amounts.items():
        if amount is None:
            book.prices.filter(product=product).delete()
        else:
            Price.objects.update_or_create(
                price_book=book,
                product=product,
                defaults={"amount": rounded(amount, book.currency)},
            )
    return book
