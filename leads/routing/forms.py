from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from leads.campaigns.models import Campaign, Channel
from leads.handoff.forms import OfferForm
from leads.handoff.queries import queues, sellers
from leads.products.models import Product
from leads.routing.conditions import SCORES
from leads.routing.fields import countries, languages
from leads.routing.models import HEAVIEST, Strategy
from leads.routing.telling import because
from leads.scoring.forms import at_least

RULES = "rules"


class RuleForm(forms.Form):
    """A rule: which leads, and who gets them. What is left open asks for nothing."""

    name = forms.CharField(label=_("What it is called"), max_length=80)
    channel = forms.ModelMultipleChoiceField(
        Channel.objects.all(),
        label=_("Channel is any of"),
        to_field_name="key",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    campaign = forms.ModelMultipleChoiceField(
        Campaign.objects.filter(archived_at=None),
        label=_("Campaign is any of"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    product = forms.ModelMultipleChoiceField(
        Product.objects.all(),
        label=_("Product is any of"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    region = countries(label=_("Country is any of"))
    language = languages(label=_("Language is any of"))
    company_owner = forms.BooleanField(label=_("The company has an owner"), required=False)
    fit = at_least(_("Fit is at least"))
    engagement = at_least(_("Engagement is at least"))
    receiver = forms.ChoiceField(
        label=_("Goes to"), error_messages={"required": _("Choose who gets these leads.")}
    )
    strategy = forms.ChoiceField(
        label=_("Of a team"),
        choices=Strategy.choices,
        initial=Strategy.ROUND_ROBIN,
        required=False,
    )
    fallback = forms.ChoiceField(
        label=_("Where nobody is free"),
        required=False,
        help_text=_("Its queue gets the lead. Without one the team's own does."),
    )
    active = forms.BooleanField(label=_("In use"), required=False, initial=True)
    once = OnceField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.people, self.teams = sellers(), queues()
        teams = [(f"team-{team.pk}", team.name) for team in self.teams]
        people = [(f"user-{user.pk}", user.name) for user in self.people]
        self.fields["receiver"].choices = [
            ("", _("Choose a team or a person")),
            (_("Teams"), teams),
            (_("People"), people),
        ]
        self.fields["fallback"].choices = [("", _("no other queue")), *teams]

    @property
    def said(self):
        """What `add` and `change` take."""
        values = self.cleaned_data
        found = self._of(values["receiver"])
        return {
            "name": values["name"],
            "conditions": self._conditions(values),
            "to_user": found if values["receiver"].startswith("user") else None,
            "to_team": found if values["receiver"].startswith("team") else None,
            "strategy": values["strategy"],
            "fallback_team": self._of(values["fallback"]),
            "active": values["active"],
        }

    def _of(self, chosen):
        kind, _dash, key = chosen.partition("-")
        among = self.teams if kind == "team" else self.people
        return next((each for each in among if str(each.pk) == key), None)

    def _conditions(self, values):
        asked = {
            "campaign": [each.pk for each in values["campaign"]],
            "channel": [each.key for each in values["channel"]],
            "product": [each.pk for each in values["product"]],
            "region": values["region"],
            "language": values["language"],
        }
        asked |= {score: [values[score]] for score in SCORES if values[score]}
        asked = {kind: wanted for kind, wanted in asked.items() if wanted}
        return asked | ({"company_owner": []} if values["company_owner"] else {})


def now_of(rule):
    """A rule as RuleForm shows it."""
    asked = {each["kind"]: each["values"] for each in rule.conditions}
    for kind in ("region", "language"):
        asked[kind] = ", ".join(asked.get(kind, []))
    asked |= {score: asked[score][0] for score in SCORES if score in asked}
    to = f"team-{rule.to_team_id}" if rule.to_team_id else f"user-{rule.to_user_id}"
    return asked | {
        "name": rule.name,
        "company_owner": "company_owner" in asked,
        "receiver": to,
        "strategy": rule.strategy,
        "fallback": f"team-{rule.fallback_team_id}" if rule.fallback_team_id else "",
        "active": rule.active,
    }


class SeatForm(forms.Form):
    open_offers_max = forms.IntegerField(
        label=_("Open offers at most"),
        min_value=0,
        max_value=1000,
        required=False,
        help_text=_("Empty: no limit. At 0 the rules give them nothing."),
    )
    per_day_max = forms.IntegerField(
        label=_("Offers a day at most"), min_value=0, max_value=1000, required=False
    )
    weight = forms.IntegerField(
        label=_("Weight"),
        min_value=1,
        max_value=HEAVIEST,
        help_text=_("Who has 2 gets twice as many as who has 1, where a rule goes by weight."),
    )
    languages = languages(label=_("Languages"), help_text=_("As in de, en. Empty: any."))
    regions = countries(label=_("Countries"), help_text=_("As in DE, AT. Empty: any."))


class ClaimRuleForm(forms.Form):
    per_day = forms.IntegerField(
        label=_("Claims a day at most"),
        min_value=0,
        max_value=1000,
        required=False,
        help_text=_("Per person. Empty: no limit."),
    )
    cool_down_hours = forms.IntegerField(
        label=_("Hours to cool down"),
        min_value=0,
        max_value=2000,
        help_text=_("Whoever let a lead expire or returned it may not claim it for so long."),
    )


class RoutedOfferForm(OfferForm):
    """The offer, where the rules may choose the receiver: `decision` is what they would do."""

    def __init__(self, *args, decision, **kwargs):
        super().__init__(*args, **kwargs)
        nobody = _("No rule has anybody for this lead. Choose who gets it.")
        self.fields["receiver"].error_messages["invalid_choice"] = nobody
        if decision:
            words = _("By the rules: %s") % (decision.to or _("the queue of %s") % decision.team)
            field = self.fields["receiver"]
            field.choices = [(RULES, words), *field.choices[1:]]
            field.help_text = capfirst(_("because of %s.") % because(decision.trace))

    @property
    def leaves_it_to_the_rules(self):
        return self.cleaned_data["receiver"] == RULES
