from django import forms
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from deals.activities.models import OF_A_CALL, OF_ITSELF, ActivityKind
from deals.activities.parsing import read
from funnel.once import OnceField
from funnel.tiles import meant, words_field

KINDS = [ActivityKind.CALL, ActivityKind.MAIL, ActivityKind.MEETING, ActivityKind.NOTE]


class MomentField(forms.DateTimeField):
    """A day and an hour in the reader's zone."""

    default_validators = [meant]

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(**{"widget": widget, "required": False} | kwargs)


class ComposerForm(forms.Form):
    """One box for what happened and what is next."""

    once = OnceField()
    kind = forms.ChoiceField(
        choices=[(kind.value, kind.label) for kind in KINDS],
        widget=forms.RadioSelect,
        initial=ActivityKind.CALL,
        label=_("What it was"),
    )
    outcome = forms.ChoiceField(
        choices=[(each.value, each.label) for each in OF_A_CALL],
        widget=forms.RadioSelect,
        required=False,
        label=_("How it went"),
    )
    words = words_field(_("What happened, what is next"))
    inbound = forms.BooleanField(required=False, label=_("They got in touch"))
    done = forms.BooleanField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(required=False, max_length=200, label=_("Next step"))
    due_at = MomentField(label=_("When"))

    def read(self):
        """What will be written, as keyword arguments for `report`."""
        typed = self.cleaned_data
        said = read(typed["words"], localtime())
        kind = typed["kind"]
        chosen = typed["outcome"] or said.outcome if kind == ActivityKind.CALL else ""
        by_hand = bool(typed["text"] or typed["due_at"])
        note = typed["words"].strip() if by_hand or _unheard(said, kind) else said.note
        return {
            "kind": kind,
            "outcome": chosen or OF_ITSELF.get(kind, ""),
            "words": note,
            "outbound": not typed["inbound"],
            "step": typed["text"] if by_hand else said.step,
            "due_at": typed["due_at"] if by_hand else said.due_at,
            "done": typed["done"],
        }


def _unheard(said, kind):
    """Words for an outcome that this kind does not have stay in the note."""
    return bool(said.outcome) and kind != ActivityKind.CALL and not said.step


class NextStepForm(forms.Form):
    once = OnceField()
    text = forms.CharField(max_length=200, label=_("What is to be done"))
    due_at = MomentField(label=_("When"), required=True)
