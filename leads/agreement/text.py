"""Between the form of a draft and the text it keeps."""

from leads.agreement.conditions import REQUIRED, SCORES, TELLING
from leads.agreement.forms import TOLD, reasons_of
from leads.agreement.models import Expiry
from leads.agreement.reasons import KINDS, agreed, frozen
from leads.agreement.terms import Tier

PLAIN = ("automatic", "attempts", "over_days", "on_expiry", "expiry_team", "note", "comes_on")
REQUIRABLE = [rule.key for rule in REQUIRED]
TELLING_KEYS = (*(rule.key for rule in TELLING), *SCORES)


def typed(draft):
    """What a form shows of `draft`."""
    shown = {name: getattr(draft, name) for name in PLAIN}
    shown |= {reasons_of(kind): [each.key for each in agreed(draft, kind)] for kind in KINDS}
    shown["required"] = [key for key in REQUIRABLE if key in draft.conditions]
    for kind in ("channel", "campaign", "touches", "fresh", *SCORES):
        shown[kind] = _chosen(draft.conditions, kind)
    for tier in Tier:
        term = draft.terms[tier]
        shown |= {f"{tier}_accept": term["accept"], f"{tier}_contact": term["contact"]}
        for kind in ("channel", *TELLING_KEYS):
            shown[f"{tier}_{kind}"] = _chosen(term["when"], kind)
    return shown


def text(form):
    """What `change` takes, of a valid form."""
    given = form.cleaned_data
    conditions = dict.fromkeys(given["required"], True) | _kept(
        {
            "channel": {key: form.channels[key] for key in given["channel"]},
            "campaign": {key: form.campaigns[key] for key in given["campaign"]},
            "touches": given["touches"],
            "fresh": given["fresh"],
            **{score: given[score] for score in SCORES},
        }
    )
    terms = {str(tier): _term(form, given, tier) for tier in Tier}
    plain = {name: given[name] for name in PLAIN}
    if given["on_expiry"] == Expiry.BACK:
        plain["expiry_team"] = None
    return plain | {"conditions": conditions, "terms": terms, "reasons": _reasons(form, given)}


def _reasons(form, given):
    """In the order of their keys; those of the draft as it names them."""
    chosen = {(kind, key) for kind in KINDS for key in given[reasons_of(kind)]}
    known = [each for kind in KINDS for each in form.known[kind]]
    return frozen(each for each in known if (each.kind, each.key) in chosen)


def _term(form, given, tier):
    when = {}
    if tier in TOLD:
        when = {kind: given[f"{tier}_{kind}"] for kind in TELLING_KEYS}
        when["channel"] = {key: form.channels[key] for key in given[f"{tier}_channel"]}
    return {
        "accept": given[f"{tier}_accept"],
        "contact": given[f"{tier}_contact"],
        "when": _kept(when),
    }


def _chosen(conditions, kind):
    value = conditions.get(kind)
    return list(value) if isinstance(value, dict) else value


def _kept(values):
    return {kind: value for kind, value in values.items() if value}
