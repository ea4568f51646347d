from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.models import Batch, User
from funnel.permissions import Can
from leads.campaigns.models import Campaign, Channel
from leads.lead.models import Lead
from leads.lead.scored import LeadScore
from leads.products.models import Product

BANDS = (20, 40, 60, 80)  # points from which a score is asked for


def _at_least(label):
    return forms.TypedChoiceField(
        label=label,
        choices=[("", _("any height")), *((points, _("at least %d") % points) for points in BANDS)],
        coerce=int,
        empty_value=None,
        required=False,
    )


class ListForm(forms.Form):
    """The sentence of filters above the list of leads."""

    q = forms.CharField(
        label=_("matching"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("name, mail, company")}),
    )
    channel = forms.ModelChoiceField(
        Channel.objects.all(), label=_("from"), required=False, empty_label=_("any channel")
    )
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("of"), required=False, empty_label=_("any campaign")
    )
    owner = forms.ModelChoiceField(
        User.objects.none(), label=_("owned by"), required=False, empty_label=_("anybody")
    )
    fit = _at_least(_("with a fit of"))
    engagement = _at_least(_("and an engagement of"))
    view = forms.CharField(required=False, widget=forms.HiddenInput)
    sort = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.visible_to(user)
        if not user.has_perm(Can.SEE_CAMPAIGNS):
            del self.fields["campaign"]
        batch = str(self.data.get("batch", ""))
        if batch.isdecimal() and len(batch) < 19:
            theirs = Lead.objects.visible_to(user).filter(batch=batch).order_by()
            self.fields["batch"] = forms.ModelChoiceField(  # a file's name is for who sees of it
                Batch.objects.filter(pk__in=theirs.values("batch")),
                label=_("from the file"),
                required=False,
                empty_label=_("any file"),
            )
        if not LeadScore.objects.exists():
            del self.fields["fit"], self.fields["engagement"]
        self.fields["owner"].queryset = User.objects.filter(leads__isnull=False).distinct()

    @property
    def scored(self):
        """Whether any lead has a score yet."""
        return "fit" in self.fields

    @property
    def wanted(self):
        """The filters that are set; a value that is none of the choices filters nothing."""
        self.is_valid()
        names = ("q", "channel", "campaign", "owner", "batch", "fit", "engagement")
        return {name: value for name in names if (value := self.cleaned_data.get(name))}


class LeadEditForm(EditForm):
    """Where one episode of interest came from, and what it is about."""

    class Meta:
        model = Lead
        fields = ["campaign", "channel", "product", "kind", "words", "heard_from"]
        widgets = {"words": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "campaign": _("Campaign"),
            "channel": _("Channel"),
            "product": _("Interest in"),
            "kind": _("What kind of interest"),
        }
        help_texts = {"channel": _("The campaign’s own, if you leave it empty.")}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        lead = self.instance
        campaigns = Campaign.objects.filter(
            Q(pk__in=Campaign.objects.visible_to(user).filter(archived_at=None))
            | Q(pk=lead.campaign_id)
        )
        self.fields["campaign"].queryset = campaigns
        products = Product.objects.filter(Q(active=True) | Q(pk=lead.product_id))
        self.fields["product"].queryset = products
        for name in ("campaign", "channel"):
            self.fields[name].required = False
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        rows = Row("campaign", "channel"), Row("product", "kind"), "words", "heard_from", "version"
        self.helper.layout = Layout(*rows)

    def clean(self):
        typed = super().clean()
        if not typed.get("channel") and typed.get("campaign"):
            typed["channel"] = typed["campaign"].channel
        return typed
