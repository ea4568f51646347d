"""What becomes of many leads that are offered at once, counted in words."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from funnel.templatetags.funnel import number
from leads.stages import LeadStage

LACK = {
    "reachable": ngettext_lazy(
        "%d lacks an e-mail address or a phone", "%d lack an e-mail address or a phone"
    ),
    "name": ngettext_lazy("%d lacks a name", "%d lack a name"),
    "email": ngettext_lazy("%d lacks an e-mail address", "%d lack an e-mail address"),
    "phone": ngettext_lazy("%d lacks a phone", "%d lack a phone"),
    "company": ngettext_lazy("%d lacks a company", "%d lack a company"),
    "words": ngettext_lazy("%d lacks words of their own", "%d lack words of their own"),
    "product": ngettext_lazy("%d lacks a product", "%d lack a product"),
}
WITHOUT = {
    "reachable": gettext_lazy("no e-mail address or phone"),
    "name": gettext_lazy("no name"),
    "email": gettext_lazy("no e-mail address"),
    "phone": gettext_lazy("no phone"),
    "company": gettext_lazy("no company"),
    "words": gettext_lazy("no words of their own"),
    "product": gettext_lazy("no product"),
}
STUCK = {
    LeadStage.OFFERED: ngettext_lazy("%d waits at the line", "%d wait at the line"),
    LeadStage.ACCEPTED: ngettext_lazy("%d is with sales", "%d are with sales"),
    LeadStage.CLOSED: ngettext_lazy("%d is closed", "%d are closed"),
    LeadStage.RECYCLED: ngettext_lazy("%d is recycled", "%d are recycled"),
    LeadStage.DISQUALIFIED: ngettext_lazy("%d is disqualified", "%d are disqualified"),
}
NAMED = 3  # of those not offered, in a sentence


def meeting(bulk):
    """ "9 of 12 meet the agreement" """
    words = ngettext(
        "%(part)s of %(all)s meets the agreement",
        "%(part)s of %(all)s meet the agreement",
        len(bulk.meeting),
    )
    return words % {"part": number(len(bulk.meeting)), "all": number(len(bulk.rows))}


def lack(check, count):
    """ "3 lack a phone" """
    if check.key in LACK:
        return LACK[check.key] % count
    words = ngettext("%(n)d does not hold: %(what)s", "%(n)d do not hold: %(what)s", count)
    return words % {"n": count, "what": check.label}


def without(check):
    """ "no phone" """
    return str(WITHOUT.get(check.key) or _("not: %s") % check.label)


def parts(bulk):
    """{key of a condition: what its rows lack, as a heading}"""
    return {check.key: capfirst(without(check)) for check, _rows in bulk.lacking}


def stuck(stages):
    """ "2 cannot be offered: 1 waits at the line, 1 is closed." "" for none. `stages`: a Counter"""
    if not stages:
        return ""
    told = [words % stages[stage] for stage, words in STUCK.items() if stages[stage]]
    words = {"n": number(stages.total()), "why": ", ".join(told)}
    return _("%(n)s cannot be offered: %(why)s.") % words


def title(made, refused):
    """ "7 of 9 leads are offered" """
    words = ngettext(
        "%(made)d of %(all)d lead is offered", "%(made)d of %(all)d leads are offered", made
    )
    return words % {"made": made, "all": made + refused}


def outcome(made, refused):
    """ "7 offered; 2 not: Ada Berg (Offered by Adam, 4 s ago.), …" `refused`: [(lead, why)]"""
    if not refused:
        return _("%d offered.") % made
    named = [f"{lead} ({why.rstrip('.')})" for lead, why in refused[:NAMED]]
    more = len(refused) - len(named)
    if more:
        named.append(_("and %d more") % more)
    words = {"made": made, "not": len(refused), "which": ", ".join(named)}
    return _("%(made)d offered; %(not)d not: %(which)s.") % words


def taken_back(taken, kept):
    """ "11 taken back. 1 was answered meanwhile and stays." """
    words = ngettext("%d taken back.", "%d taken back.", taken) % taken
    stays = ngettext(
        "%d was answered meanwhile and stays.", "%d were answered meanwhile and stay.", kept
    )
    return f"{words} {stays % kept}" if kept else words
