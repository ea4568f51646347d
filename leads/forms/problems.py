"""Why a draft cannot be published yet, and what would make it easier to fill."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from leads.forms.difference import called
from leads.forms.kinds import KINDS

FIELDS, OPTIONS = 40, 60  # at most
MANY = 7  # fields, from where on fewer people send it


def problems(data):
    """What has to be mended before it can be published, as sentences."""
    found, first = [], data["languages"][0]
    kinds = {each["kind"] for each in data["fields"]}
    if not data["title"].get(first):
        found.append(_("It has no title."))
    if not kinds & {"email", "phone"}:
        found.append(_("Nobody could be answered: ask for the e-mail address or the phone number."))
    for number, each in enumerate(data["fields"]):
        for words in _wrong(each, data["fields"][:number], first):
            named = {"name": called(each, first), "words": words}
            found.append(_("“%(name)s”: %(words)s.") % named)
    return found


def _wrong(each, earlier, first):
    kind = KINDS[each["kind"]]
    if kind.key == "consent" and not each.get("wording"):
        yield _("choose the consent it asks for")
    elif kind.key != "consent" and not each["label"].get(first):
        yield _("it has no label")
    if kind.options and len(each["options"]) < 2:
        yield _("give at least two answers")
    if kind.hidden and not each.get("value"):
        yield _("it has no value")
    if when := each.get("when"):
        yield from _wrong_condition(when, {other["key"]: other for other in earlier})


def _wrong_condition(when, earlier):
    steers = earlier.get(when["field"])
    if not steers or not KINDS[steers["kind"]].steers:
        yield _("it depends on a field that no longer stands before it")
    elif steers.get("when"):
        yield _("it depends on a field that itself depends on another")
    elif steers["kind"] != "consent" and when["is"] not in [o["value"] for o in steers["options"]]:
        yield _("it depends on an answer that is gone")


def advice(data):
    """(fields that are seen, seconds to fill them, sentences)."""
    seen = [each for each in data["fields"] if not KINDS[each["kind"]].hidden]
    seconds = 5 + sum(KINDS[each["kind"]].seconds for each in seen)
    kinds = {each["kind"]: each for each in seen}
    sentences = []
    if len(seen) > MANY:
        more = len(seen) - MANY
        sentences.append(
            ngettext(
                "Leave out %d field: %d are enough for most.",
                "Leave out %d fields: %d are enough for most.",
                more,
            )
            % (more, MANY)
        )
    if all(kinds.get(kind, {}).get("required") for kind in ("email", "phone")):
        sentences.append(_("Ask for mail or phone; one is enough to answer, and both cost people."))
    elif "phone" not in kinds or "email" not in kinds:
        sentences.append(_("Mail or phone: leave them the choice."))
    if kinds.get("company", {}).get("required"):
        sentences.append(_("Not everybody has a company: do not require it."))
    return len(seen), seconds, sentences
