"""Many leads that are to be offered at once, as they stand against the Agreement."""

import re
from collections import Counter
from dataclasses import dataclass

from django.db.models import Count
from django.utils.timezone import now
from django.utils.translation import gettext as _

from leads.agreement.models import Agreement
from leads.agreement.queries import in_force
from leads.agreement.terms import Term
from leads.handoff.models import Handoff
from leads.handoff.promises import Promises
from leads.lead.listing import asked
from leads.lead.models import Lead
from leads.routing.deciding import Router
from leads.stages import LEAD_MACHINE, LeadStage

MOST = 1000
ABLE = LEAD_MACHINE.before(LeadStage.OFFERED)  # the stages from which a lead is offered
MEETS, LACKS, STUCK = "+", "-", "x"
SHOWN = re.compile(rf"(\d{{1,18}})([{MEETS}{LACKS}{STUCK}])")


@dataclass
class Judged:
    """One lead of the set, and what it lacks of the Agreement: [Check]."""

    lead: Lead
    lacks: list
    term: Term
    gaps: object = None  # on a page, the GapForm of it,
    without: str = ""  # what it lacks in words,
    before: Handoff | None = None  # and its last pass

    @property
    def meets(self):
        return not self.lacks


@dataclass(frozen=True)
class Bulk:
    """`rows` can be offered, `stuck` are leads that cannot, at most `MOST` together. There may be
    more: `matching` counts those that can, `stages` the others by their stage."""

    rows: list[Judged]
    stuck: list[Lead]
    matching: int
    stages: Counter
    agreement: Agreement

    @property
    def leads(self):
        return [*(row.lead for row in self.rows), *self.stuck]

    @property
    def meeting(self):
        return [row for row in self.rows if row.meets]

    @property
    def lacking(self):
        """[(Check, the rows that fail it)], the most frequent first."""
        found = {}
        for row in self.rows:
            for check in row.lacks:
                found.setdefault(check.key, (check, []))[1].append(row)
        return sorted(found.values(), key=lambda each: -len(each[1]))

    @property
    def shown(self):
        """The set as text that goes along with its form: what is acted on is what was shown."""
        signs = [(row.lead, MEETS if row.meets else LACKS) for row in self.rows]
        signs += [(lead, STUCK) for lead in self.stuck]
        return "".join(f"{lead.pk}{sign}" for lead, sign in signs)


def shown(text):
    """{lead's key: MEETS, LACKS or STUCK} of what `Bulk.shown` wrote."""
    return {int(pk): sign for pk, sign in SHOWN.findall(text)[:MOST]}


def chosen(request):
    """The Bulk that a request is about: what its form was shown with, else what its address asks
    for, leads by their keys or all of a list. What its reader may not see is not there."""
    if "shown" in request.POST:
        return _of_keys(request.user, shown(request.POST["shown"]))
    if "all" in request.GET:
        return _of_list(asked(request).leads)
    return _of_keys(request.user, _named(request.GET.getlist("lead")))


def judged(going, stuck, *, matching=None, stages=None):
    """The Bulk of leads that can be offered and of those that cannot."""
    promises = Promises({lead.pk: now() for lead in going}, going)
    rows = []
    for lead in going:
        _agreement, checks, term = promises.to(lead)
        rows.append(Judged(lead, [check for check in checks if check.met is False], term))
    stages = Counter(lead.stage for lead in stuck) if stages is None else stages
    return Bulk(rows, stuck, matching or len(rows), stages, in_force())


def shares(leads):
    """Counter of who would get how many of `leads` by the rules, in words; "" for nobody."""
    router, found = Router(leads, now()), Counter()
    for lead in leads:
        decision = router.decide(lead)
        router.take(decision)
        queue = _("the queue of %s") % decision.team if decision.team else ""
        found[str(decision.to or queue)] += 1
    return found


def made_at(user, at, why):
    """(the hand-offs that `user` made at that instant, [(lead, why)] of {lead's key: why})"""
    related = ("lead__person", "offered_to", "team")
    handoffs = Handoff.objects.visible_to(user).filter(offered_by=user, offered_at=at)
    handoffs = handoffs.select_related(*related).prefetch_related("lead__person__keys")
    leads = Lead.objects.visible_to(user).select_related("person").prefetch_related("person__keys")
    found = leads.in_bulk([int(pk) for pk in why])
    return list(handoffs.order_by("pk")), [
        (found[int(pk)], words) for pk, words in why.items() if int(pk) in found
    ]


def _of_list(leads):
    able, others = leads.filter(stage__in=ABLE), leads.exclude(stage__in=ABLE)
    going = _with_parts(able[:MOST])
    stuck = _with_parts(others[: MOST - len(going)])
    stages = others.order_by().values_list("stage").annotate(Count("pk"))
    matching = able.count() if len(going) == MOST else len(going)
    return judged(going, stuck, matching=matching, stages=Counter(dict(stages)))


def _of_keys(user, keys):
    places = {key: place for place, key in enumerate(keys)}
    leads = _with_parts(Lead.objects.visible_to(user).filter(pk__in=places))
    leads.sort(key=lambda lead: places[lead.pk])
    going = [lead for lead in leads if lead.stage in ABLE]
    return judged(going, [lead for lead in leads if lead.stage not in ABLE])


def _with_parts(leads):
    related = leads.select_related("person__company", "campaign", "channel", "product")
    return list(related.prefetch_related("person__keys"))


def _named(keys):
    return [int(key) for key in keys[:MOST] if key.isdecimal() and len(key) < 19]
