"""A longer form: in two languages, with a question that only some are asked, and a consent."""

import uuid
from datetime import timedelta

from leads.capture.actions.deciding import decide
from leads.capture.actions.keeping import keep
from leads.capture.confirming import confirm
from leads.forms.actions.consents import word
from leads.forms.actions.drafting import add_field, begin, change_field, choose_languages
from leads.forms.actions.publishing import publish

ROOMS = (("Classroom", "Klassenzimmer"), ("Canteen", "Kantine"), ("Office", "Büro"))
NEWS = {
    "en": "You may write to me about quiet rooms, at most once a month.",
    "de": "Sie dürfen mir höchstens einmal im Monat über leise Räume schreiben.",
}
SENT = (  # what came, days before the end
    (
        {"name": "Runa Vogt", "email": "runa.vogt@example.org", "room": "Classroom", "desks": "24"},
        9,
    ),
    ({"name": "Pavel Horn", "email": "pavel.horn@example.net", "room": "Canteen", "desks": ""}, 2),
)


def build(world):
    """Publish it and let two people fill it: one has confirmed by mail that it was them."""
    campaign = world.campaigns["site"]
    by, at = campaign.owner, _ago(world, 20)
    form = begin(campaign, by=by, title="A box of samples", intro="Hear it at home.", at=at)
    choose_languages(form, ["en", "de"], by=by)
    keys = _ask(form, by, at)
    form.confirms, form.frame_hosts = True, ["https://www.havelstill.example"]
    form.save()
    form.versions.update(edited_at=at)
    publish(form, by=by, at=at)
    form.refresh_from_db()
    for fields, days in SENT:
        row = _send(world, form, keys, dict(fields), _ago(world, days))
        if days > 3:
            confirm(row, at=_ago(world, days - 0.5))


def _ago(world, days):
    return world.at(world.calendar.ends - timedelta(days=days))


def _ask(form, by, at):
    room, desks = add_field(form, "choice", by=by), add_field(form, "number", by=by)
    consent = add_field(form, "consent", by=by)
    options = [{"value": en, "label": {"en": en, "de": de}} for en, de in ROOMS]
    asked = {"en": "Which room is it for?", "de": "Für welchen Raum?"}
    change_field(form, room, by=by, label=asked, options=options, required=True)
    when = {"field": room, "is": "Classroom"}
    many = {"en": "How many desks?", "de": "Wie viele Tische?"}
    change_field(form, desks, by=by, label=many, when=when)
    text = word(by=by, name="Letters", purpose="The Monday letter", words=NEWS, sample=True, at=at)
    change_field(form, consent, by=by, wording=text.wordings.get().frozen)
    return {"room": room, "desks": desks, "consent": consent}


def _send(world, form, keys, fields, at):
    room, desks = fields.pop("room"), fields.pop("desks")
    said = fields | {keys["room"]: room, keys["desks"]: desks, keys["consent"]: "yes"}
    row, _new = keep(
        form,
        submission_id=uuid.UUID(int=world.dice("box", at).getrandbits(128), version=4),
        payload={name: value for name, value in said.items() if value},
        version=form.published,
        language="en",
        seconds_on_page=51.0,
        at=at,
    )
    return decide(row, at=at)
