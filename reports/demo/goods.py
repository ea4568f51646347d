"""What is sold, and for how much: eight products in a price book for each calendar year."""

from datetime import date
from decimal import Decimal

from deals.pricing.actions import open_book, set_prices
from leads.models import Product

TAX = Decimal(19)
RISE = Decimal("1.03")  # from one year's book to the next
PRODUCTS = (  # article number, name, unit, price for one, what it is
    ("HV-100", "Wall panel Reed", "piece", 168, "Felt on a birch frame, 120 × 60 cm, class B1."),
    ("HV-110", "Printed panel Reed", "piece", 214, "The same with a picture of your own."),
    ("HV-200", "Ceiling island Drift", "piece", 326, "Hangs from four wires, 240 × 120 cm."),
    ("HV-210", "Ceiling baffle Line", "piece", 98, "Hangs upright between pipes and sprinklers."),
    ("HV-300", "Partition Hedge", "piece", 438, "Stands by itself where nothing may be drilled."),
    ("HV-400", "Telephone booth Nook", "piece", 5980, "For one person and one conversation."),
    (
        "HV-900",
        "Measuring with report",
        "visit",
        390,
        "Reverberation before and after, in writing.",
    ),
    ("HV-910", "Fitting", "hour", 74, "Two fitters count as two hours."),
)


def stock(organisation, calendar):
    """Make the products and price them. Returns ({article: product}, {(year, article): price})."""
    products = {
        sku: Product.objects.create(sku=sku, name=name, unit=unit, description=what, sample=True)
        for sku, name, unit, _price, what in PRODUCTS
    }
    prices = {}
    for number, year in enumerate(range(calendar.first.year, calendar.last.year + 1)):
        book = open_book(
            name=f"Prices {year}",
            currency=organisation.currency,
            starts_on=date(year, 1, 1),
            tax_percent=TAX,
            sample=True,
        )
        set_prices(book, {products[sku]: each * RISE**number for sku, _, _, each, _ in PRODUCTS})
        for price in book.prices.select_related("product", "price_book"):
            prices[year, price.product.sku] = price
    return products, prices
