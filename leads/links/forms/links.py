from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.models import User
from funnel.once import OnceField
from funnel.permissions import Can
from leads.campaigns.models import Campaign
from leads.links.actions.links import change
from leads.links.addresses import problem_of
from leads.links.forms.lint import Linting, Suggesting
from leads.links.models import Link, UtmKind

SOURCES = _("The site or place, like google or poster.")
MEDIA = _("The kind of place, like cpc, email or print.")


class ListForm(forms.Form):
    """The sentence of filters above the list."""

    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), required=False, label=_("of"), empty_label=_("any campaign")
    )
    q = forms.CharField(
        required=False,
        label=_("with"),
        widget=forms.TextInput(attrs={"placeholder": _("name, code or target")}),
    )
    view = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = Campaign.objects.visible_to(user)


class LinkForm(Linting, EditForm):
    once = OnceField()
    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        required=False,
        help_text=_("Empty: seven random characters. Once printed it can never change."),
    )

    class Meta:
        model = Link
        fields = [
            *("name", "campaign", "target", "source", "medium", "content", "term"),
            *("tagged", "owner"),
        ]
        widgets = {
            "target": forms.URLInput(attrs={"placeholder": "https://"}),
            "source": Suggesting(UtmKind.SOURCE.value),
            "medium": Suggesting(UtmKind.MEDIUM.value),
        }
        help_texts = {
            "source": SOURCES,
            "medium": MEDIA,
            "content": _("Which of several, like red-button."),
            "tagged": _("It adds utm_… and the number of the click to the address."),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = bool(self.instance.pk)
        self.fields["campaign"].queryset = _campaigns(user, self.instance.campaign_id)
        self.fields["campaign"].empty_label = _("Choose one")
        self.fields["owner"].queryset = _owners(user, self.instance.owner_id)
        if self.instance.pk:
            del self.fields["once"], self.fields["code"]
        self.offer_to_add(user)
        self.helper = self._in_rows()

    def _in_rows(self):
        helper = FormHelper()
        helper.form_tag, helper.disable_csrf = False, True
        added = [name for name in ("add_source", "add_medium") if name in self.fields]
        last = [name for name in ("code", "once", "version") if name in self.fields]
        helper.layout = Layout(
            *("target", Row("campaign", "name"), Row("source", "medium"), *added),
            *(Row("content", "term"), "tagged", "owner", *last),
        )
        return helper

    def clean_target(self):
        target = self.cleaned_data["target"].strip()
        if problem := problem_of(target):
            raise forms.ValidationError(problem)
        return target

    def clean(self):
        typed = super().clean()
        self.lint(typed)
        return typed


@transaction.atomic
def kept(form):
    """For `edit_page`: merge into the link as it is now; False where there are conflicts."""
    record = Link.objects.select_for_update(of=("self",)).get(pk=form.instance.pk)
    form.add_to_dictionary()
    change(record, **form.merged(record))
    return not form.conflicts


def _campaigns(user, present):
    rows = Campaign.objects.visible_to(user)
    return rows.filter(archived_at=None) | rows.filter(pk=present)


def _owners(user, present):
    able = User.objects.filter(
        is_active=True, groups__permissions__codename=Can.RUN_CAMPAIGNS.codename
    ).values("pk")
    return User.objects.filter(pk__in=able) | User.objects.filter(
        pk__in=[user.pk, present or user.pk]
    )
