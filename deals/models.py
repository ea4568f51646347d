"""Sales' nouns, named for Django; each lives in its wing."""

from deals.activities.models import Activity, NextStep
from deals.after.models import Delivery, Payment
from deals.answers.models import Snooze
from deals.pipeline.models import Deal, DealStep
from deals.pricing.models import Price, PriceBook
from deals.quotes.models import Quote, QuoteLine, QuoteStep

__all__ = [
    "Activity",
    "Deal",
    "DealStep",
    "Delivery",
    "NextStep",
    "Payment",
    "Price",
    "PriceBook",
    "Quote",
    "QuoteLine",
    "QuoteStep",
    "Snooze",
]
