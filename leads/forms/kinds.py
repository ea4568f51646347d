"""The kinds of fields a form may have."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Kind:
    key: str
    label: str
    purpose: str  # what it is for, told where it is chosen
    seconds: int  # that a stranger takes to fill it
    once: bool = False  # one of a person's own facts: a form asks for it once
    options: bool = False  # its answers are given
    steers: bool = False  # other fields may depend on its answer
    hidden: bool = False


KINDS = {
    kind.key: kind
    for kind in (
        Kind("name", _("Name"), _("How to address them."), 5, once=True),
        Kind("email", _("E-mail"), _("To answer, and to know them again."), 8, once=True),
        Kind("phone", _("Phone"), _("To call, and to know them again."), 8, once=True),
        Kind("company", _("Company"), _("Whom they act for."), 5, once=True),
        Kind("heard_from", _("How they heard of us"), _("Beside what is tracked."), 8, once=True),
        Kind("text", _("Short text"), _("One line in their words."), 8),
        Kind("long", _("Long text"), _("The first one is what it is about."), 20),
        Kind("number", _("Number"), _("How many, how large."), 5),
        Kind("date", _("Date"), _("By when."), 7),
        Kind("choice", _("One of several"), _("All answers in sight."), 4, False, True, True),
        Kind("several", _("Several of several"), _("As many as are true."), 6, False, True, True),
        Kind("dropdown", _("Drop-down list"), _("One of many."), 5, False, True, True),
        Kind("consent", _("Consent"), _("A box by an exact wording."), 4, steers=True),
        Kind("hidden", _("Fixed value"), _("Not seen; the same for all."), 0, hidden=True),
    )
}
WORDS = "words"  # the key of the first long text: it becomes what the lead says
