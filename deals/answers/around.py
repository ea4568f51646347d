"""What is known around one lead, as far as the reader may see it: the person's other episodes,
who else is at the company, what they told sales before, how leads of the campaign fared."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.utils.timezone import localdate

from deals.activities.models import Activity
from deals.stages import OPEN, DealStage
from funnel.models import Organisation, Reason, ReasonKind
from funnel.period import Period
from funnel.permissions import Can, Scope
from funnel.ratio import Ratio
from leads.models import Handoff, Lead, Person
from leads.stages import CAME_BACK, HandoffStage, LeadStage

SHOWN = 3  # of each list
A_YEAR = timedelta(days=364)  # up to today, which counts too
DECIDED = (HandoffStage.ACCEPTED, HandoffStage.EXPIRED, *CAME_BACK)
KINDS = {
    DealStage.WON: ReasonKind.WIN,
    DealStage.LOST: ReasonKind.LOSS,
    LeadStage.RECYCLED: ReasonKind.RECYCLE,
    LeadStage.DISQUALIFIED: ReasonKind.DISQUALIFY,
}


@dataclass(frozen=True)
class Few:
    """The first `rows` of a list, and how many `more` there are; `narrow` where its reader does
    not see all there may be."""

    rows: list
    more: int = 0
    narrow: bool = False

    @property
    def all(self):
        return len(self.rows) + self.more


@dataclass(frozen=True)
class Alike:
    """What became of the leads of one campaign that were offered in the last 365 days."""

    campaign: int  # its key
    accepted: Ratio  # of those accepted, returned or expired
    won: int | None  # of the accepted; None where the reader sees no deals


def episodes(lead, reader):
    """Few of the person's other leads, the latest first, each with how it `ended`."""
    found = Lead.objects.visible_to(reader).filter(person=lead.person_id).exclude(pk=lead.pk)
    found = found.select_related("campaign").order_by("-born_at", "-pk")
    return Few(with_endings(found[:SHOWN], reader), max(0, found.count() - SHOWN))


def with_endings(leads, reader):
    """`leads` as a list, each with `ended`: (its stage, or that of its last deal that `reader`
    sees; the label of the reason, "" where it has none)."""
    deals = _deals().visible_to(reader).order_by("opened_at", "pk").prefetch_related("steps")
    rows = list(leads.prefetch_related("steps", Prefetch("deals", deals, to_attr="told")))
    labels = {(each.kind, each.key): str(each) for each in (Reason.objects.all() if rows else [])}
    for row in rows:
        row.ended = _ending(row, labels)
    return rows


def _ending(lead, labels):
    last = lead if lead.is_open or not lead.told else lead.told[-1]
    steps = [step for step in last.steps.all() if step.to_stage == last.stage]
    reason = steps[-1].reason if steps else ""
    return last.get_stage_display(), labels.get((KINDS.get(last.stage), reason), reason)


def company(person, reader):
    """Few others of the person's company, those with something open first; each with its
    `open_leads` and `open_deals` as far as `reader` sees them."""
    if person.company_id is None:
        return Few([])
    leads = Lead.objects.visible_to(reader).open().select_related("owner", "seller")
    deals = _deals().visible_to(reader).filter(stage__in=OPEN).select_related("owner")
    found = Person.objects.visible_to(reader).standing().filter(company=person.company_id)
    found = found.exclude(pk=person.pk)
    busiest = found.annotate(
        sold_to=Exists(deals.filter(person=OuterRef("pk"))),
        interested=Exists(leads.filter(person=OuterRef("pk"))),
    ).order_by("-sold_to", "-interested", "-pk")
    rows = busiest.prefetch_related(
        "keys",
        Prefetch("leads", leads, to_attr="open_leads"),
        Prefetch("deals", deals.order_by("-opened_at", "-pk"), to_attr="open_deals"),
    )
    more = max(0, found.count() - SHOWN)
    return Few(list(rows[:SHOWN]), more, narrow=reader.scope != Scope.ALL)


def said(lead, reader):
    """The last notes of what the person told sales, in this episode and others that `reader`
    sees; none for who may not read notes."""
    if not reader.has_perm(Can.READ_NOTES):
        return []
    leads, deals = Lead.objects.visible_to(reader), _deals().visible_to(reader)
    seen = Q(lead__in=leads) | Q(lead=None, deal__isnull=False)
    rows = Activity.objects.filter(seen, Q(deal=None) | Q(deal__in=deals), person=lead.person_id)
    return list(rows.exclude(words="").select_related("by").order_by("-at", "-id")[:2])


def alike(lead, reader):
    """The Alike of the lead's campaign; None without a campaign, where none was decided yet, and
    for who sees no reports. Imported offers are left out, as in the figures of the line."""
    if lead.campaign_id is None or not reader.has_perm(Can.SEE_REPORTS):
        return None
    won = _deals().filter(lead=OuterRef("lead"), stage=DealStage.WON)
    accepted = Q(stage=HandoffStage.ACCEPTED)
    offered = Handoff.objects.filter(lead__campaign=lead.campaign_id, batch=None)
    found = offered.filter(**_year().of("offered_at")).aggregate(
        accepted=Count("pk", filter=accepted),
        decided=Count("pk", filter=Q(stage__in=DECIDED)),
        won=Count("lead", filter=accepted & Exists(won), distinct=True),
    )
    if not found["decided"]:
        return None
    won = found["won"] if reader.has_perm(Can.SEE_DEALS) else None
    return Alike(lead.campaign_id, Ratio(found["accepted"], found["decided"]), won)


def _year():
    zone = Organisation.current().time_zone
    today = localdate(timezone=ZoneInfo(zone))
    return Period.of_days(today - A_YEAR, today, zone)


def _deals():
    return Lead.deals.rel.related_model.objects
