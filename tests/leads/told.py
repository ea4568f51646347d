"""Leads of all kinds, and what conditions say of them, read a second time in plain Python."""

from datetime import timedelta
from itertools import count

from hypothesis import strategies as st

from leads.models import Product
from leads.touches.actions import touch
from tests.story import a_channel, a_lead, a_person, ago

EVERYTHING = {
    "reachable": True,
    "name": True,
    "email": True,
    "phone": True,
    "company": True,
    "words": True,
    "product": True,
    "channel": {"web": "Website"},
    "touches": 2,
    "fresh": 5,
    "touched": ["booth", "form"],
    "says": ["price", "cost"],
    "page": ["/prices"],
}


def in_python(lead, asked, moment):
    """What each condition says of a lead, read a second time."""
    person = lead.person
    touches = [each for each in lead.touchpoints.all() if each.at <= moment]
    last = max((each.at for each in touches), default=None)
    return {
        "reachable": bool(person.email or person.phone),
        "name": bool(person.name),
        "email": bool(person.email),
        "phone": bool(person.phone),
        "company": person.company is not None,
        "words": bool(lead.words),
        "product": lead.product is not None,
        "channel": lead.channel and lead.channel.key in asked["channel"],
        "touches": len(touches) >= asked["touches"],
        "fresh": last and last >= moment - timedelta(days=asked["fresh"]),
        "touched": any(each.kind in asked["touched"] for each in touches),
        "says": any(phrase in lead.words.lower() for phrase in asked["says"]),
        "page": any(phrase in lead.landing_page for phrase in asked["page"]),
    }


LEADS = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(["", "Ada Berg"]),
            "mail": st.booleans(),
            "phone": st.sampled_from(["", "+49 30 1234"]),
            "company": st.sampled_from(["", "Berg"]),
            "words": st.sampled_from(["", "What is the PRICE?", "Hello"]),
            "page": st.sampled_from(["", "/prices?x=1", "/rooms"]),
            "channel": st.sampled_from([None, "web", "fair"]),
            "product": st.booleans(),
            "touches": st.lists(
                st.tuples(st.sampled_from(["form", "booth", "mail"]), st.integers(-1, 9)),
                max_size=3,
            ),
        }
    ),
    min_size=1,
    max_size=4,
)


NUMBERS = count(1)


def born(mara, facts):
    number = next(NUMBERS)
    person = a_person(name=facts["name"], company=facts["company"], own=("list", str(number)))
    person.email = f"ada{number}@example.com" if facts["mail"] else ""
    person.phone = facts["phone"]
    person.save()
    lead = a_lead(mara, person=person, words=facts["words"], at=ago(days=10))
    lead.landing_page = facts["page"]
    lead.channel = a_channel(facts["channel"]) if facts["channel"] else None
    lead.product = Product.objects.get() if facts["product"] else None
    lead.save()
    for kind, days in facts["touches"]:
        touch(kind, lead=lead, person=person, at=ago(days=days))
    return lead
