from dataclasses import dataclass
from decimal import Decimal

from django.db import connection, transaction
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from deals.models import Deal, Quote, QuoteLine
from deals.pipeline.actions import value
from deals.quotes.sums import reckon, worth
from deals.stages import QuoteStage
from funnel.ledger import move
from funnel.plain import plain
from funnel.race import since
from funnel.refusal import LostRace, Refusal

NUMBERING = 7301  # the advisory lock under which quotes are numbered


@dataclass(frozen=True)
class Line:
    price: object  # a Price of the quote's price book
    quantity: Decimal
    discount_percent: Decimal = Decimal(0)


@transaction.atomic
def draft(deal, *, by, price_book, lines, terms="", valid_until=None, at=None):
    """Write a quote from a price book; names and prices are copied and follow nothing later.

    Refusal on a closed deal, without a line, and for a last day that is past.
    """
    if not deal.is_open:
        raise Refusal(_("The deal is closed; re-open it to quote."))
    at = at or now()
    _ahead(valid_until, at)
    quote = Quote.objects.create(
        deal=deal,
        price_book=price_book,
        currency=price_book.currency,
        tax_percent=price_book.tax_percent,
        terms=terms,
        valid_until=valid_until,
        made_at=at,
        sample=deal.sample,
    )
    move(quote, QuoteStage.DRAFT, by=by, at=at)
    return write_lines(quote, lines)


@transaction.atomic
def write_lines(quote, lines):
    """Replace the lines of a draft and add it up. Refusal once it was sent, and without a line."""
    quote = Quote.objects.select_for_update(of=("self",)).get(pk=quote.pk)
    if quote.stage != QuoteStage.DRAFT:
        raise Refusal(_("A quote that was sent is not changed; write a new one."))
    if not lines:
        raise Refusal(_("A quote needs a line."), field="lines")
    quote.lines.all().delete()
    QuoteLine.objects.bulk_create(
        _line(quote, position, line) for position, line in enumerate(lines, 1)
    )
    totals = reckon(lines, currency=quote.currency, tax_percent=quote.tax_percent)
    quote.net, quote.tax, quote.total = totals.net, totals.tax, totals.total
    quote.save(update_fields=["net", "tax", "total"])
    return quote


@transaction.atomic
def rewrite(quote, lines, *, terms="", valid_until=None):
    """Change a draft: its lines, its terms, its last day.

    Refusal once it was sent, and for a last day that is past.
    """
    quote = write_lines(quote, lines)
    _ahead(valid_until, now())
    quote.terms, quote.valid_until = terms, valid_until
    quote.save(update_fields=["terms", "valid_until"])
    return quote


@transaction.atomic
def send(quote, *, by, rate=None, at=None):
    """Number the quote and put it before the customer; earlier ones of the deal are superseded.

    The deal is worth what the quote says. Refusal on a closed deal, after its last day, and for a
    currency that is neither the deal's nor ours without its `rate`.
    """
    at = at or now()
    deal = Deal.objects.select_for_update(of=("self",)).get(pk=quote.deal_id)  # one at a time
    quote.refresh_from_db()
    if quote.stage == QuoteStage.DRAFT:
        _may_be_sent(quote, deal, at)
    step = move(quote, QuoteStage.SENT, by=by, at=at)
    if step is None:
        return None
    for older in quote.deal.quotes.filter(stage=QuoteStage.SENT).exclude(pk=quote.pk):
        move(older, QuoteStage.SUPERSEDED, by=by, at=at)
    quote.number, quote.sent_at = _next_number(at), at
    quote.save(update_fields=["number", "sent_at"])
    rate = rate or _rate(quote)
    value(quote.deal, amount=quote.net, currency=quote.currency, rate=rate, due=quote.total)
    return step


@transaction.atomic
def accept(quote, *, by, name, at=None):
    """The customer says yes, with their typed name; `by` is None for the customer themselves.

    Refusal without a name, after its last day, or when another quote of the deal is accepted;
    LostRace when it was superseded or declined, or accepted in another name.
    """
    name = plain(name)[:120]
    if not name:
        raise Refusal(_("Type your name."), field="name")
    if quote.valid_until and localdate(at or now()) > quote.valid_until:
        raise Refusal(_("This quote has expired. Ask for a new one."))
    Deal.objects.select_for_update(of=("self",)).get(pk=quote.deal_id)  # as `send` does
    _check_not_accepted(quote, name)
    step = move(quote, QuoteStage.ACCEPTED, by=by, words=name, at=at)
    if step:
        quote.accepted_by = name
        quote.save(update_fields=["accepted_by"])
    return step


def decline(quote, *, by, words="", at=None):
    return move(quote, QuoteStage.DECLINED, by=by, words=words, at=at)


def _ahead(valid_until, at):
    if valid_until and valid_until < localdate(at):
        raise Refusal(
            _("That day is past; a quote holds until today or later."), field="valid_until"
        )


def _may_be_sent(quote, deal, at):
    if not deal.is_open:
        raise Refusal(_("The deal is closed; re-open it to quote."))
    if quote.valid_until and quote.valid_until < localdate(at):
        raise Refusal(_("Its last day is past. Edit the draft and give it a new one."))


def _check_not_accepted(quote, name):
    before = quote.deal.quotes.filter(stage=QuoteStage.ACCEPTED).first()
    if before and before.pk != quote.pk:
        raise Refusal(_("Another quote on this is accepted already."))
    if before and before.accepted_by != name:
        words = {"who": before.accepted_by, "ago": since(before.stage_since)}
        raise LostRace(
            _("%(who)s accepted this quote %(ago)s ago. Your own click did not count.") % words
        )


def _line(quote, position, line):
    product, price = line.price.product, line.price.amount
    if not 0 <= line.discount_percent <= 100:
        raise Refusal(_("A discount is between 0 and 100 %."), field="discount")
    if line.quantity <= 0:
        raise Refusal(_("A quantity is above 0."), field="quantity")
    return QuoteLine(
        quote=quote,
        position=position,
        product=product,
        description=product.name,
        unit=product.unit,
        quantity=line.quantity,
        list_price=price,
        discount_percent=line.discount_percent,
        total=worth(line, quote.currency),
        sample=quote.sample,
    )


def _next_number(at):
    """Q-YEAR-NNNN, counted up under a lock, without gaps."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [NUMBERING])
    prefix = f"Q-{at.year}-"
    last = Quote.objects.filter(number__startswith=prefix).order_by("-number").first()
    return f"{prefix}{int(last.number.removeprefix(prefix)) + 1 if last else 1:05d}"


def _rate(quote):
    return quote.deal.rate if quote.deal.currency == quote.currency else None
