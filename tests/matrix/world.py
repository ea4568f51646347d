"""A small business for the matrix: Mara's leads, Sam's deals, and people who may not touch them."""

from datetime import time
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.test import Client

from deals.activities.actions import plan
from deals.after.actions import promise, record_payment
from deals.answers.actions import send_back
from deals.closing.actions import lose, win
from deals.pipeline.actions import open_deal
from deals.quotes.actions import send
from funnel.absences.actions import add as be_away
from funnel.calendars.actions import add as add_calendar
from funnel.models import Reason, Team, User
from funnel.notices.actions import tell
from funnel.notices.events import Event, register
from funnel.notices.unsubscribing import token
from leads.agreement.actions import draft as draft_agreement
from leads.disputes.actions import dispute
from leads.forms.actions.consents import word
from leads.models import Channel
from leads.qualification.actions import recycle
from leads.routing.actions import add as add_rule
from leads.scoring.actions import add as add_score_rule
from leads.spending.actions import log_spend
from tests.agreements import agreed
from tests.cast import a_user
from tests.matrix.captures import captures
from tests.matrix.links import links
from tests.matrix.merging import merging
from tests.matrix.uploads import uploads
from tests.story import (
    a_campaign,
    a_deal,
    a_form,
    a_lead,
    a_person,
    a_price,
    a_quote,
    a_reason,
    ago,
    an_accepted,
    an_mql,
    an_offer,
)

MONEY = {"amount": Decimal(10), "currency": "EUR"}
PRINCIPALS = {  # in the order of the columns
    "anonymous": None,
    "zoe": [],
    "mara": ["marketer"],
    "sam": ["salesperson"],
    "otto": ["salesperson"],  # of another team: what is Sam's does not exist for him
    "greta": ["manager"],
    "ana": ["analyst"],
    "adam": ["admin"],
    "gone": ["admin"],  # deactivated while signed in
}


def clients():
    """{principal: a Client that is signed in as them}; the people are made."""
    teams = {"sam": "North", "otto": "South"}
    signed_in = {}
    for name, roles in PRINCIPALS.items():
        signed_in[name] = Client()
        if roles is not None:
            signed_in[name].force_login(a_user(name, *roles, team=teams.get(name)))
    get_user_model().objects.filter(name="gone").update(is_active=False)
    return signed_in


def world():
    """{what: (arguments of its address, query string)} of one record of every kind."""
    mara, sam = User.objects.get(name="mara"), User.objects.get(name="sam")
    campaign = a_campaign(mara)
    things = {**_of_funnel(sam), **_of_marketing(mara, sam, campaign)}
    things |= _of_sales(mara, sam, campaign) | uploads(mara)
    return {
        name: value if isinstance(value, tuple) else ([value.pk], "")
        for name, value in things.items()
    }


def _of_funnel(sam):
    known = a_user("ida", "salesperson")
    locked = a_user("ole", "salesperson", is_active=False)
    return {
        "-": ([], ""),
        "colleague": known,
        "seller": sam,
        "locked": locked,
        "team": Team.objects.get(name="North"),
        "reason": Reason.objects.filter(kind="return").first(),
        "notice": _told(sam),
        "notices_off": ([token(sam, "matrix")], ""),
        "key": (["1", "no-such-key"], ""),
        "word": (["no-such-key"], ""),
        "calendar": _calendar(),
        "absence": be_away(user=sam, first_on=ago().date(), last_on=ago(days=-9).date()),
        "rung": ([], "?rung=captured&part=reached"),
        "late": ([], "?view=90d&part=late"),
    }


def _calendar():
    day, hours = ago().date(), (((time(8), time(12)), (time(13), time(17))),)
    words = {"name": "Harbour", "time_zone": "Europe/Berlin", "holidays": {day: "Regatta"}}
    return add_calendar(week=hours * 5 + ((), ()), **words)


def _told(user):
    register(Event("matrix", "Something is asked of everybody"))
    return tell([user], "matrix", "1", title="Ada waits", words="Since 10:31.", path="/leads/")[0]


def _of_marketing(mara, sam, campaign):
    person = a_person(name="Ada", email="ada@example.com", company="Berg")
    form = a_form(campaign, title="Ask")
    put_away, mql = an_mql(mara), an_mql(mara)
    recycle(put_away, by=mara, reason=a_reason("recycle", "no_response"))
    waiting = an_offer(mara, sam, person=person, campaign=campaign)
    returned, disputed = _came_back(mara, sam), _came_back(mara, sam)
    dispute(disputed, by=mara, words="She asked for a date")
    signed = agreed(mara, User.objects.get(name="greta"))
    drafted = draft_agreement(by=mara)
    return {
        "campaign": campaign,
        "spent": log_spend(campaign, by=mara, on=ago().date(), **MONEY),
        "company_spent": log_spend(by=mara, on=ago().date(), head="closing", **MONEY),
        "a_head": ([2026, "closing"], ""),
        "to_pause": ([campaign.pk, "paused"], ""),
        "to_end": ([campaign.pk, "done"], ""),
        "no_stage": ([campaign.pk, "sold"], ""),
        "two_campaigns": ([], f"?campaign={campaign.pk}&campaign={a_campaign(mara).pk}"),
        "channel": Channel.objects.get(),
        "form": form,
        "hosted": ([form.token], ""),
        "field": ([form.pk, "name"], ""),
        "version": ([form.pk, 1], ""),
        "consent": word(by=mara, name="News", purpose="Letters", words={"en": "Yes"}),
        **links(mara, campaign),
        **captures(mara, form),
        "captured": a_lead(mara, heard_from="a friend"),
        "heard": ([], "?said=a+friend"),
        "mql": mql,
        "to_mql": ([], f"?lead={mql.pk}"),
        "put_away": put_away,
        "offered": waiting.lead,
        "queued": an_offer(mara, team=sam.teams.get()),
        "routing_rule": add_rule(name="Everybody", conditions={}, to_user=sam),
        "score_rule": add_score_rule(asks={"phone": True}, points=10),
        "waiting": waiting,
        "returned": returned,
        "disputed": disputed,
        "signed": ([signed.number], ""),
        "for_marketing": ([drafted.number, "marketing"], ""),
        "for_sales": ([drafted.number, "sales"], ""),
        "person": person,
        "company": person.company,
        **merging(mara, person),
    }


def _came_back(mara, sam):
    handoff = an_offer(mara, sam)
    send_back(handoff, by=sam, reason=a_reason("return", "wrong_person"))
    return handoff


def _of_sales(mara, sam, campaign):
    accepted = an_accepted(mara, sam, campaign=campaign)
    deal, quoted, won, lost = (a_deal(mara, sam, at=ago(days=3)) for _number in range(4))
    price = a_price()
    draft, sent = a_quote(quoted, sam, price=price), a_quote(quoted, sam, price=price)
    send(sent, by=sam)
    win(won, by=sam, reason=a_reason("win", "trust"))
    lose(lost, by=sam, reason=a_reason("loss", "price"), knowable="no")
    record_payment(won, by=sam, amount=won.amount / 2)
    return {
        "accepted": accepted,
        "hidden": ([], "?view=snoozed"),
        "to_accepted": ([], f"?lead={accepted.pk}"),
        "taken": accepted.handoffs.get(),
        "next_step": plan(by=sam, text="Call", due_at=ago(days=-1), lead=accepted),
        "to_deal": ([], f"?deal={deal.pk}"),
        "deal": deal,
        "won": won,
        "lost": lost,
        "delivery": promise(won, by=sam, what="Tops", promised_on=ago().date()),
        "draft": draft,
        "sent": sent,
        "public": ([sent.token], ""),
        "price_book": price.price_book,
        "product": price.product,
        "sourced": open_deal(by=sam, name="On its own", person=a_person()),
    }
