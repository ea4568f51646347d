from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.routing.forms import RULES, RoutedOfferForm


class BulkForm(RoutedOfferForm):
    """Who gets many leads, and why now; by the rules each may go to somebody else."""

    shown = forms.CharField(widget=forms.HiddenInput)  # see `Bulk.shown`
    once = OnceField()

    def __init__(self, *args, by_rules, **kwargs):
        super().__init__(*args, decision=None, **kwargs)
        receiver, tier = self.fields["receiver"], self.fields["tier"]
        receiver.error_messages["required"] = _("Choose who gets these leads.")
        if by_rules:
            receiver.choices = [(RULES, _("By the rules")), *receiver.choices[1:]]
        tier.choices = [("", _("As the Agreement says of each")), *tier.choices]
        tier.help_text = ""
        self.fields["note"].help_text = _("One sentence for all of them.")
