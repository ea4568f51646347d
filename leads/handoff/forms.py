from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.templatetags.spans import working
from leads.handoff.queries import queues, sellers


class ReceiverForm(forms.Form):
    """Who of sales gets a lead: a person or a queue."""

    receiver = forms.ChoiceField(
        label=_("Person or queue"), error_messages={"required": _("Choose who gets this lead.")}
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sellers, self.queues = sellers(), queues()
        self.fields["receiver"].choices = [
            ("", _("Choose a person or a queue")),
            (_("Queues"), [(f"team-{team.pk}", team.name) for team in self.queues]),
            (_("People"), [(f"user-{user.pk}", user.name) for user in self.sellers]),
        ]

    @property
    def to(self):
        """What `offer` takes: to, a person, or team, a queue."""
        kind, _dash, key = self.cleaned_data["receiver"].partition("-")
        if kind == "team":
            return {"team": next(team for team in self.queues if str(team.pk) == key)}
        return {"to": next(user for user in self.sellers if str(user.pk) == key)}


class OfferForm(ReceiverForm):
    """Who gets it, why now, and how soon an answer is agreed."""

    tier = forms.ChoiceField(
        label=_("How soon"),
        required=False,
        help_text=_("The Agreement says; choose another where you know better."),
    )
    note = forms.CharField(
        label=_("Why now"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that helps them begin the conversation."),
    )

    def __init__(self, *args, term=None, terms=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["receiver", "tier", "note"])
        self.fields["tier"].choices = [(each.tier, promise(each)) for each in terms]
        self.fields["tier"].initial = term and term.tier


def promise(term):
    """A tier with its two times, as the choice is read."""
    return _("%(tier)s: answer within %(accept)s, contact within %(contact)s of working time") % {
        "tier": term.label,
        "accept": working(term.accept),
        "contact": working(term.contact),
    }
