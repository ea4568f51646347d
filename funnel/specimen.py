"""Every part of the look on one page, for whoever changes it. Everything here is invented."""

from datetime import timedelta
from decimal import Decimal

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.timezone import now

from funnel.icons import ICONS
from funnel.ratio import Ratio

COLOURS = [
    "paper",
    "card",
    "sunk",
    "rule",
    "ink",
    "ink-3",
    "mkt",
    "mkt-soft",
    "sal",
    "sal-soft",
    "danger",
    "warn-soft",
]
REASONS = [
    "Not our target",
    "Contact data missing or wrong",
    "Already a customer",
    "Too early",
    "Competitor, student, spam",
    "Wrong person or team",
    "No capacity",
    "Other",
]


class Filters(forms.Form):
    period = forms.ChoiceField(label="People captured", choices=[("q", "July to September")])
    campaign = forms.ChoiceField(
        label="from", choices=[("", "all campaigns"), ("f", "Fair Hamburg")]
    )


class Sample(forms.Form):
    name = forms.CharField(label="Name", initial="Lucía Peralta")
    mail = forms.EmailField(label="Mail", help_text="One of mail and phone is enough.")
    phone = forms.CharField(label="Phone", required=False)
    price = forms.CharField(label="Price", required=False, disabled=True, initial="6,480.00")
    due = forms.DateField(label="Due", widget=forms.DateInput(attrs={"type": "date"}))
    owner = forms.ChoiceField(label="Owner", choices=[("b", "Ben Aalto"), ("a", "Ana Ferreira")])
    words = forms.CharField(label="Words", widget=forms.Textarea, required=False)
    consent = forms.BooleanField(label="May be called and mailed", help_text="wording v3")
    heat = forms.ChoiceField(
        label="How warm",
        choices=[("a", "wants a call"), ("b", "this year")],
        widget=forms.RadioSelect,
    )


class Reasons(forms.Form):
    reason = forms.ChoiceField(
        label="Why it goes back",
        choices=[(str(place), words) for place, words in enumerate(REASONS, 1)],
        widget=forms.RadioSelect,
        initial="4",
    )


def show(request):
    if not request.user.is_staff:
        raise PermissionDenied
    return render(request, "specimen.html", _parts())


def _parts():
    return {
        "at": now() - timedelta(minutes=12),
        "span": timedelta(hours=2, minutes=10),
        "amount": Decimal("26711.40"),
        "ratio": Ratio(371, 2140),
        "small_ratio": Ratio(6, 29),
        "page": Paginator(range(120), 50).page(2),
        "colours": COLOURS,
        "icons": ICONS,
        "filters": Filters(),
        "form": Sample({"name": "Lucía Peralta", "mail": "lucia@", "heat": "a", "consent": "on"}),
        "reasons": Reasons(),
        **_ways(),
        **_marks(),
        "columns": _columns(),
    }


def _ways():
    return {
        "pills": [
            {"label": "All", "url": "?", "current": True, "count": 42},
            {"label": "Mine", "url": "?mine", "count": 17},
        ],
        "tabs": [
            {"label": "Overview", "url": "?", "current": True},
            {"label": "People", "url": "?people", "count": 412},
            {"label": "Costs", "url": "?costs", "count": 5},
        ],
        "stages": [
            {"label": "Discovery", "state": "past", "note": "4 d"},
            {"label": "Fit", "state": "past", "note": "9 d"},
            {"label": "Proposal", "state": "now", "note": "8 d"},
            {"label": "Negotiation", "state": ""},
        ],
    }


def _marks():
    return {
        "stats": [
            {"figure": "42", "name": "open"},
            {"figure": "€1.21 M", "name": "asked"},
            {"figure": "€511 k", "name": "by likelihood"},
            {"figure": "4", "name": "without a next step", "kind": "danger"},
        ],
        "chips": [
            {"text": "Worktops"},
            {"text": "Qualified", "kind": "mkt"},
            {"text": "Proposal", "kind": "sal"},
            {"text": "1 to check", "kind": "warn", "sign": "alert"},
            {"text": "no next step", "kind": "danger"},
            {"text": "Voicemail", "kind": "outline"},
        ],
        "marks": [
            {"state": "waiting", "name": "Waiting", "words": "since 09:27"},
            {"state": "accepted", "name": "Accepted", "words": "10:31 by Ben"},
            {"state": "returned", "name": "Returned", "words": "too early"},
            {"state": "withdrawn", "name": "Withdrawn", "words": "by Mira"},
            {"state": "expired", "name": "Expired", "words": "no answer in 12 bh"},
        ],
    }


def _columns():
    card = {"name": "Bar, two counters", "who": "Café Zwischenhalt", "amount": 21600}
    late = {"name": "Kitchen, listed house", "who": "Alexandra Theodoropoulou", "amount": 16200}
    return [
        {
            "name": name,
            "sum": Decimal(sum),
            "cards": [
                {**card, "next": "Call Tue 24 Nov", "age": 30, "kind": "sal", "days": 5},
                {**late, "age": 91, "kind": "danger", "days": 17},
            ],
        }
        for name, sum in [("Discovery", 312000), ("Fit", 198000), ("Proposal", 402000)]
    ]
