"""Small worlds that no verb would write: any step at any time, as an import may bring them."""

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from deals.models import Activity, Deal, DealStep, Delivery, Payment, Quote, QuoteStep
from funnel.models import User
from leads.models import Handoff, HandoffStep, Lead, LeadStep, Person
from tests.story import a_price

START = datetime(2026, 1, 1, tzinfo=UTC)

days = st.integers(0, 40)
fact = st.fixed_dictionaries(
    {"at": days, "late": st.sampled_from([0, 0, 0, 20]), "known": st.booleans()}
)
deals = st.fixed_dictionaries(
    {
        "steps": st.lists(st.tuples(st.sampled_from(["fit", "won", "lost"]), fact), max_size=3),
        "opened": fact,
        "quotes": st.lists(fact, max_size=2),
        "payments": st.lists(st.tuples(st.sampled_from([-50, 50, 100]), fact), max_size=3),
        "deliveries": st.lists(st.tuples(st.none() | days, fact), max_size=2),
        "worth": st.sampled_from([None, 0, 100]),
        "kind": st.sampled_from(["new", "repeat"]),
    }
)
leads = st.fixed_dictionaries(
    {
        "person": st.integers(0, 2),
        "born": days,
        "captured": fact,
        "steps": st.lists(
            st.tuples(st.sampled_from(["mql", "captured", "recycled"]), fact), max_size=2
        ),
        "end": st.sampled_from(["", "closed", "disqualified"]),
        "handoffs": st.lists(st.tuples(st.booleans(), fact, fact), max_size=2),
        "calls": st.lists(fact, max_size=3),
        "deals": st.lists(deals, max_size=2),
        "kind": st.sampled_from(["new", "repeat", "referral", "expansion"]),
    }
)
worlds = st.lists(leads, max_size=5)


def on(day):
    return START + timedelta(days=day)


def dated(fact, *, known=True):
    when = {"at": on(fact["at"]), "recorded_at": on(fact["at"] + fact["late"])}
    return when | ({"time_known": fact["known"]} if known else {})


def build(world):
    """Write `world` straight into the ledgers."""
    seller = User.objects.create_user("seller@funnel.example", "Seller")
    people = [Person.objects.create(name=f"P{number}") for number in range(3)]
    for each in world:
        _lead(each, people[each["person"]], seller)


def _lead(each, person, seller):
    lead = Lead.objects.create(
        person=person, born_at=on(each["born"]), kind=each["kind"], stage="closed"
    )
    learned = on(each["born"] + each["captured"]["late"])
    born = dated(each["captured"]) | {"at": on(each["born"]), "recorded_at": learned}
    LeadStep.objects.create(lead=lead, from_stage="", to_stage="captured", **born)
    for stage, when in each["steps"]:
        then = dated(when)
        then["recorded_at"] = max(then["recorded_at"], learned)  # nothing is known before a birth
        LeadStep.objects.create(lead=lead, from_stage="captured", to_stage=stage, **then)
    if each["end"]:
        LeadStep.objects.create(lead=lead, from_stage="mql", to_stage=each["end"], **born)
    for number, (accepted, offered, answered) in enumerate(each["handoffs"], 1):
        _handoff(lead, seller, number, accepted, offered, answered)
    for when in each["calls"]:
        Activity.objects.create(lead=lead, person=person, kind="call", **dated(when, known=False))
    for deal in each["deals"]:
        _deal(deal, lead, seller)


def _handoff(lead, seller, number, accepted, offered, answered):
    handoff = Handoff.objects.create(
        lead=lead,
        pass_no=number,
        offered_to=seller,
        first_to=seller,
        offered_at=START,
        stage="returned",
    )
    steps = [
        ("", "offered", offered),
        ("offered", "accepted" if accepted else "returned", answered),
    ]
    for before, to, when in steps:
        HandoffStep.objects.create(handoff=handoff, from_stage=before, to_stage=to, **dated(when))


def _deal(each, lead, seller):
    deal = Deal.objects.create(
        name="D",
        lead=lead,
        person=lead.person,
        owner=seller,
        kind=each["kind"],
        currency="EUR",
        base_amount=each["worth"],
        due=each["worth"],
        opened_at=START,
        stage="lost",
    )
    DealStep.objects.create(deal=deal, from_stage="", to_stage="discovery", **dated(each["opened"]))
    for stage, when in each["steps"]:
        DealStep.objects.create(deal=deal, from_stage="fit", to_stage=stage, **dated(when))
    for when in each["quotes"]:
        _quote(deal, when)
    for amount, when in each["payments"]:
        money = {"amount": amount, "base_amount": amount, "currency": "EUR", "rate": 1}
        Payment.objects.create(deal=deal, **money, **dated(when, known=False))
    for accepted, when in each["deliveries"]:
        done = None if accepted is None else on(accepted)
        promised = {"what": "W", "promised_on": START.date(), "recorded_at": on(when["at"])}
        Delivery.objects.create(deal=deal, **promised, delivered_at=done, accepted_at=done)


def _quote(deal, when):
    book = a_price().price_book
    quote = Quote.objects.create(
        deal=deal, price_book=book, currency="EUR", tax_percent=0, made_at=START, sent_at=START
    )
    QuoteStep.objects.create(quote=quote, from_stage="draft", to_stage="sent", **dated(when))
