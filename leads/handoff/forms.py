from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import Team
from leads.handoff.queries import queues, sellers


class OfferForm(forms.Form):
    """Who of sales gets a lead, and why now."""

    receiver = forms.ChoiceField(label=_("Who gets it"), required=False)
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
        """What `offer` takes: to, a person, or team, a queue; both None where nobody was chosen."""
        kind, _dash, key = self.cleaned_data["receiver"].partition("-")
        chosen = next((one for one in self._of(kind) if str(one.pk) == key), None)
        return {"team": chosen} if isinstance(chosen, Team) else {"to": chosen}

    def _of(self, kind):
        return {"team": self.queues, "user": self.sellers}.get(kind, [])
