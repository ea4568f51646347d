"""One target, many places: what their addresses would be, before any of them is made."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.campaigns.models import Campaign
from leads.links.actions.links import MOST_AT_ONCE, Place
from leads.links.addresses import problem_of, tagged
from leads.links.forms.lint import told
from leads.links.models import UtmKind
from leads.links.naming import value_of
from leads.links.resolving import known


@dataclass(frozen=True)
class Line:
    """One place as it was typed: its address, or what is wrong with it."""

    place: Place
    problem: str = ""
    address: str = ""


class BuilderForm(forms.Form):
    campaign = forms.ModelChoiceField(
        Campaign.objects.none(), label=_("Campaign"), empty_label=_("Choose one")
    )
    target = forms.CharField(
        label=_("Where they lead"),
        max_length=2000,
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )
    places = forms.CharField(
        label=_("Where they stand"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 5, "placeholder": "facebook, paid_social, red"}),
        help_text=_("One place a line: source, medium and, if there are several, which."),
    )
    term = forms.CharField(label=_("Term"), max_length=100, required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        campaigns = Campaign.objects.visible_to(user)
        self.fields["campaign"].queryset = campaigns.filter(archived_at=None)

    def clean_target(self):
        target = self.cleaned_data["target"].strip()
        if problem := problem_of(target):
            raise forms.ValidationError(problem)
        return target

    def clean_places(self):
        typed = self.cleaned_data["places"].splitlines()
        places = [_place(line) for line in typed if line.strip()]
        if len(places) > MOST_AT_ONCE:
            raise forms.ValidationError(_("That is more than %d at once.") % MOST_AT_ONCE)
        return places

    def lines(self):
        """A Line for each place of a valid form."""
        typed = self.cleaned_data
        return [_line(place, typed) for place in typed["places"]]


def _place(line):
    source, medium, content, *_more = [*(part.strip() for part in line.split(",")), "", "", ""]
    return Place(source, medium, content[:100])


def _line(place, typed):
    found = {}
    for kind in map(str, UtmKind):
        value = getattr(place, kind)
        if not value:
            return Line(place, str(_("A source and a medium, with a comma between them.")))
        meant = known(kind, value)
        if meant is None:
            return Line(place, told(kind, value))
        found[kind] = meant.value
    utm = found | {
        "campaign": value_of(typed["campaign"]),
        "content": place.content,
        "term": typed["term"],
    }
    return Line(place, address=tagged(typed["target"], utm))
