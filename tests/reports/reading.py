"""Short ways to read a report in a test."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from deals.after.actions import accept_delivery, deliver, promise, record_payment
from deals.closing.actions import lose, win
from deals.quotes.actions import send
from funnel.period import Period
from tests.story import a_quote, a_reason

BERLIN = ZoneInfo("Europe/Berlin")
MAY = Period(datetime(2026, 5, 1, tzinfo=BERLIN), datetime(2026, 6, 1, tzinfo=BERLIN), BERLIN.key)
JUNE = Period(MAY.end, datetime(2026, 7, 1, tzinfo=BERLIN), BERLIN.key)


def may(day, hour=12):
    return datetime(2026, 5, day, hour, tzinfo=BERLIN)


def counts(rows):
    """{rung: count} of those that anybody reached."""
    return {row.key: row.count for row in rows if row.count}


def rung(rows, key):
    return next(row for row in rows if row.key == key)


def won(deal, seller, *, at):
    return win(deal, by=seller, reason=a_reason("win", "trust"), at=at)


def lost(deal, seller, *, at):
    return lose(deal, by=seller, reason=a_reason("loss", "price"), knowable="no", words="-", at=at)


def quoted(deal, seller, *, at, **more):
    quote = a_quote(deal, seller, at=at, **more)
    send(quote, by=seller, at=at)
    return quote


def paid(deal, seller, amount, *, at):
    return record_payment(deal, by=seller, amount=Decimal(amount), more=True, at=at)


def delivered(deal, seller, *, at):
    delivery = promise(deal, by=seller, what="Worktops", promised_on=at.date(), at=at)
    deliver(delivery, at=at)
    accept_delivery(delivery, name="Ada", at=at)
