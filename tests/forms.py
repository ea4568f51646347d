"""Forms that ask more than the usual."""

from leads.forms.actions.consents import word
from leads.forms.actions.drafting import add_field, change_field, choose_languages
from leads.forms.actions.publishing import publish
from leads.forms.models import Form
from tests.story import a_campaign, a_form

NEWS = {"en": "You may write to me.", "de": "Sie dürfen mir schreiben."}


def options(*words):
    return [{"value": each, "label": {"en": each}} for each in words]


def a_long_form(by, **more):
    """Asks for a room, only after “Office” for the number of desks, and for a consent; in English
    and German. Returns (form, {what: key})."""
    form = a_form(a_campaign(by), **more)
    choose_languages(form, ["en", "de"], by=by)
    keys = {kind: add_field(form, kind, by=by) for kind in ("choice", "number", "consent")}
    label = {"en": "Which room?", "de": "Welcher Raum?"}
    rooms = options("Office", "Kita")
    rooms[0]["label"]["de"] = "Büro"
    change_field(form, keys["choice"], by=by, label=label, options=rooms, required=True)
    only = {"field": keys["choice"], "is": "Office"}
    change_field(
        form, keys["number"], by=by, label={"en": "How many desks?"}, when=only, required=True
    )
    text = word(by=by, name="News", purpose="Letters", words=NEWS, retention_months=24)
    change_field(form, keys["consent"], by=by, wording=text.wordings.get().frozen)
    publish(form, by=by)
    return Form.objects.get(pk=form.pk), keys
