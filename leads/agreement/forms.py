from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.models import ReasonKind, Side, Team
from funnel.tiles import DayField, words_field
from leads.agreement.conditions import REQUIRED
from leads.agreement.fields import PhrasesField, Several
from leads.agreement.models import Expiry
from leads.agreement.reasons import KINDS, agreed, all_reasons
from leads.agreement.terms import Tier
from leads.agreement.worktime import WorktimeField
from leads.campaigns.models import Campaign, Channel
from leads.scoring.forms import at_least
from leads.touches.models import INBOUND, TouchKind

TOLD = [tier for tier in Tier if tier != Tier.COLD]  # the tiers that have conditions
MANY = 200  # campaigns to choose from, the latest
NAMED = {
    ReasonKind.RETURN: _("Sales returns a lead only with one of these"),
    ReasonKind.RECYCLE: _("A lead is put away only with one of these"),
    ReasonKind.DISQUALIFY: _("A lead is disqualified only with one of these"),
}


class StartForm(forms.Form):
    """The day on which a draft shall begin to hold."""

    comes_on = DayField(label=_("Comes into force"))


class DraftForm(StartForm):
    """The whole text of a draft."""

    required = Several(_("It must have"), [(rule.key, rule.sentence) for rule in REQUIRED])
    channel = Several(_("Came from one of these channels"))
    campaign = Several(
        _("Came with one of these campaigns"), widget=forms.SelectMultiple(attrs={"size": 6})
    )
    touches = forms.IntegerField(
        label=_("Was in touch at least so many times"), min_value=1, max_value=100, required=False
    )
    fresh = forms.IntegerField(
        label=_("Showed interest in the last so many days"),
        min_value=1,
        max_value=3650,
        required=False,
    )
    fit = at_least(_("Fit is at least"))
    engagement = at_least(_("Engagement is at least"))
    automatic = forms.BooleanField(
        label=_("Whoever meets all of it is qualified at once, without a click"), required=False
    )
    attempts = forms.IntegerField(label=_("Attempts before giving up"), min_value=1, max_value=50)
    over_days = forms.IntegerField(label=_("Over so many days"), min_value=1, max_value=365)
    on_expiry = forms.ChoiceField(
        label=_("An offer that nobody answers goes"), choices=Expiry, widget=forms.RadioSelect
    )
    expiry_team = forms.ModelChoiceField(
        Team.objects.all(), label=_("Whose queue"), required=False, empty_label=_("choose a team")
    )
    new_reason = forms.CharField(label=_("One more reason"), max_length=80, required=False)
    new_kind = forms.ChoiceField(
        label=_("For"),
        choices=[(kind.value, kind.label) for kind in KINDS],
        initial=ReasonKind.RETURN,
        required=False,
    )
    new_side = forms.ChoiceField(
        label=_("Whose debt it is"),
        choices=[("", _("choose a side")), *Side.choices],
        required=False,
    )
    note = words_field(_("Why this version"), max_length=2000)

    def __init__(self, *args, draft, **kwargs):
        super().__init__(*args, **kwargs)
        self.channels = _named(Channel.objects.order_by("name"), "key", draft, "channel")
        latest = Campaign.objects.filter(archived_at=None).order_by("-starts_on")[:MANY]
        self.campaigns = _named(latest, "pk", draft, "campaign")
        self.fields["channel"].choices = self.channels.items()
        self.fields["campaign"].choices = self.campaigns.items()
        self.known = {kind: _known_reasons(draft, kind) for kind in KINDS}
        for kind in KINDS:
            self._add_reasons(kind)
        for tier in Tier:
            self._add_times(tier)
        for tier in TOLD:
            self._add_conditions(tier)
        self.helper = _helper()

    def clean(self):
        given = super().clean()
        if given.get("new_reason") and not given.get("new_side"):
            self.add_error("new_side", _("Say whose debt it is."))
        return given

    def _add_reasons(self, kind):
        self.fields[reasons_of(kind)] = Several(
            NAMED[kind],
            [(each.key, _with_side(each)) for each in self.known[kind]],
            required=True,
            error_messages={"required": _("Name at least one reason.")},
        )

    def _add_times(self, tier):
        for each, label in (("accept", _("Answered within")), ("contact", _("Contacted within"))):
            self.fields[f"{tier}_{each}"] = WorktimeField(label=label, max_length=20)

    def _add_conditions(self, tier):
        kinds = [(str(kind), kind.label) for kind in (*INBOUND, TouchKind.HAND)]
        self.fields[f"{tier}_channel"] = Several(_("Came from"), self.channels.items())
        self.fields[f"{tier}_touched"] = Several(_("In touch by"), kinds)
        for each, label in (("says", _("Says one of")), ("page", _("Landed on a page with"))):
            hint = _("Between commas.")
            field = PhrasesField(label=label, required=False, max_length=300, help_text=hint)
            self.fields[f"{tier}_{each}"] = field
        self.fields[f"{tier}_fit"] = at_least(_("Fit is at least"))
        self.fields[f"{tier}_engagement"] = at_least(_("Engagement is at least"))


def reasons_of(kind):
    """The field of the reasons of one kind."""
    return f"{kind}_reasons"


def _named(rows, key, draft, kind):
    """{key: name} of what may be chosen, with what the draft names that is no longer there."""
    there = {str(getattr(row, key)): row.name for row in rows}
    parts = [draft.conditions, *(term["when"] for term in draft.terms.values())]
    return {key: name for part in parts for key, name in part.get(kind, {}).items()} | there


def _known_reasons(draft, kind):
    """All there are; those that the draft names as it names them."""
    named = {each.key: each for each in agreed(draft, kind)}
    return [named.get(each.key, each) for each in all_reasons(kind)]


def _with_side(reason):
    return f"{reason} ({reason.get_side_display()})"


def _helper():
    helper = FormHelper()
    helper.form_tag, helper.disable_csrf = False, True
    helper.layout = Layout(
        Fieldset(
            _("A lead is offered when"),
            "required",
            InlineCheckboxes("channel"),
            "campaign",
            Row("touches", "fresh"),
            Row("fit", "engagement"),
            "automatic",
        ),
        *(Fieldset(tier.label, *_of(tier)) for tier in Tier),
        Fieldset(
            _("What else sales owes"), Row("attempts", "over_days"), "on_expiry", "expiry_team"
        ),
        Fieldset(
            _("With a reason"), *map(reasons_of, KINDS), Row("new_reason", "new_kind", "new_side")
        ),
        Fieldset(_("This version"), "comes_on", "note"),
    )
    return helper


def _of(tier):
    times = [Row(f"{tier}_accept", f"{tier}_contact")]
    if tier not in TOLD:
        return times
    return [
        *times,
        *map(InlineCheckboxes, (f"{tier}_channel", f"{tier}_touched")),
        Row(f"{tier}_says", f"{tier}_page"),
        Row(f"{tier}_fit", f"{tier}_engagement"),
    ]
