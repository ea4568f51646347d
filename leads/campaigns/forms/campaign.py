from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.models import Organisation, User
from funnel.money import rounded
from funnel.once import OnceField
from funnel.permissions import Can, Scope
from funnel.refusal import Refusal
from funnel.tiles import DayField, words_field
from leads.campaigns.actions import check_code, check_parent
from leads.campaigns.forms.rows import in_rows
from leads.campaigns.models import Campaign
from leads.campaigns.queries import may_hold
from leads.campaigns.stages import BEGINNINGS, PLANNED

IN_MONEY = ("planned_spend", "planned_won")


class CampaignForm(EditForm):
    """All that is said of a campaign; a new one also where it begins."""

    once = OnceField()
    stage = forms.ChoiceField(
        label=_("It is"),
        choices=[(stage.value, stage.label) for stage in BEGINNINGS],
        widget=forms.RadioSelect,
        initial=PLANNED,
    )

    class Meta:
        model = Campaign
        fields = [
            "name",
            "type",
            "channel",
            "objective",
            "owner",
            "parent",
            "goal",
            "hypothesis",
            "starts_on",
            "ends_on",
            "planned_spend",
            "planned_reach",
            "planned_leads",
            "planned_qualified",
            "planned_accepted",
            "planned_won",
            "code",
        ]
        field_classes = {"starts_on": DayField, "ends_on": DayField}
        widgets = {"hypothesis": forms.Textarea(attrs={"rows": 2})}
        labels = {
            "planned_spend": _("Money to spend"),
            "planned_reach": _("Reached"),
            "planned_leads": _("Captured"),
            "planned_qualified": _("Qualified"),
            "planned_accepted": _("Accepted by sales"),
            "planned_won": _("Won money"),
        }
        help_texts = {
            "hypothesis": _("What you expect, and why: read it again when it is over."),
            "code": _(
                "Short, for links: their utm_campaign. Without one it is made of the name. "
                "Addresses that carry an earlier code still count for the campaign."
            ),
            "parent": _("Its figures are added to those of the whole."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if self.instance.pk:
            del self.fields["once"], self.fields["stage"]
            self.fields["code"].required = True
        self.fields["owner"].queryset = _owners(user, self.instance.owner_id)
        self.fields["parent"].queryset = may_hold(self.instance, user)
        self.fields["parent"].empty_label = _("nothing larger")
        currency = Organisation.current().currency
        for name in IN_MONEY:
            self.fields[name].help_text = _("In %s.") % currency
            if self.initial.get(name) is not None:
                self.initial[name] = rounded(self.initial[name], currency)
        self.fields["channel"].empty_label = _("Choose one")
        if not self.fields["channel"].queryset.exists():
            self.fields["channel"].help_text = _("There is none yet. Settings, Channels adds them.")
        self.helper = in_rows(*self._layout())

    def clean(self):
        """What another campaign stands in the way of is told at its field."""
        given = super().clean()
        said = Campaign(pk=self.instance.pk, code=given.get("code"), parent=given.get("parent"))
        for check, asked in ((check_code, (said, self.user)), (check_parent, (said,))):
            try:
                check(*asked)
            except Refusal as refusal:
                self.add_error(refusal.field, refusal.message)
        return given

    def _layout(self):
        key = [name for name in ("once", "version") if name in self.fields]
        return [
            "name",
            Row("type", "channel"),
            Row("objective", "owner"),
            "goal",
            "hypothesis",
            Row("starts_on", "ends_on"),
            *(["stage"] if "stage" in self.fields else []),
            Fieldset(
                _("Plan"),
                Row("planned_spend", "planned_reach", "planned_leads"),
                Row("planned_qualified", "planned_accepted", "planned_won"),
            ),
            Fieldset(_("Where it belongs"), Row("parent", "code")),
            *key,
        ]


class StageForm(forms.Form):
    """Why it is paused, or ended before its time."""

    words = words_field(_("Why"), max_length=1000)


class CloneForm(forms.Form):
    """What differs from the campaign that is cloned."""

    name = forms.CharField(label=_("Name"), max_length=120)
    starts_on = DayField(label=_("From"), required=True)
    ends_on = DayField(label=_("Until"))
    once = OnceField()

    def clean(self):
        given = super().clean()
        begins, ends = given.get("starts_on"), given.get("ends_on")
        if begins and ends and ends < begins:
            self.add_error("ends_on", _("It ends before it begins."))
        return given


def _owners(user, present):
    """Whom a campaign can be given to: those who run campaigns, and whoever has it now."""
    if user.scope != Scope.ALL:
        return User.objects.filter(pk__in=[user.pk, present or user.pk])
    able = User.objects.filter(
        is_active=True, groups__permissions__codename=Can.RUN_CAMPAIGNS.codename
    )
    return User.objects.filter(
        pk__in=[user.pk, present or user.pk, *able.values_list("pk", flat=True)]
    )
