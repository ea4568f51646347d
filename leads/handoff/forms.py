from django import forms
from django.utils.translation import gettext_lazy as _

from leads.handoff.queries import queues, sellers


class OfferForm(forms.Form):
    """Who of sales gets a lead, and why now."""

    receiver = forms.ChoiceField(
        label=_("Person or queue"), error_messages={"required": _("Choose who gets this lead.")}
    )
    note = forms.CharField(
        label=_("Why now"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One sentence that helps them begin the conversation."),
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
