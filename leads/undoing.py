"""What imports of people, leads, responses and spend leave, and what keeps some of it."""

from django.db import connection
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from funnel.calendars.queries import worktime_of
from funnel.imports.traces import Hold, Made, Traces
from funnel.retracing import retrace
from leads.campaigns.models import Channel
from leads.handoff.clock import aim, running
from leads.handoff.models import Handoff, HandoffStep
from leads.lead.models import Lead, LeadStep
from leads.lead.scored import LeadScore
from leads.merging.models import Likeness, Merge, Pair
from leads.people.actions import give_keys
from leads.people.models import MatchKey, Person
from leads.products.models import Product
from leads.responses.models import CampaignResponse, ResponseStep
from leads.responses.statuses import RESPONSES
from leads.spending.models import ReachEntry, SpendEntry
from leads.stages import FINAL, HandoffStage
from leads.touches.models import Conversion, Touchpoint

MERGED, EDITED = _("merged since"), _("edited since")

RESPOND_ANEW = """
UPDATE leads_campaignresponse r
SET status = l.status, status_at = l.at, first_responded_at = l.first
FROM (
    SELECT DISTINCT ON (response_id) response_id, status, at,
           min(at) FILTER (WHERE status = ANY(%s)) OVER (PARTITION BY response_id) AS first
    FROM leads_responsestep WHERE response_id = ANY(%s) ORDER BY response_id, at DESC, id DESC
) l
WHERE r.id = l.response_id
"""


def _moved_leads(rows):
    return _here_before(rows, "lead")


def _retrace_leads(keys):
    retrace(Lead, keys)


def _answered_offers(rows):
    return _here_before(rows, "handoff")


def _wait_again(keys):
    """Offers that the import answered wait again, and the clock that was promised runs."""
    retrace(Handoff, keys)
    waiting = Handoff.objects.filter(pk__in=keys, stage=HandoffStage.OFFERED)
    for handoff in waiting.exclude(answered_at=None).select_related("team"):
        handoff.answered_at = None
        aim(handoff, worktime_of(handoff.team), running(handoff))
        handoff.save(update_fields=["answered_at", "rung_at"])


def _responses(rows):
    return rows.values_list("response", flat=True).distinct()


def _respond_anew(keys):
    """What somebody is to a campaign follows from the steps that are left; without any, nothing."""
    of = CampaignResponse.objects.filter(pk__in=keys)
    of.filter(~Exists(ResponseStep.objects.filter(response=OuterRef("pk")))).delete()
    with connection.cursor() as cursor:
        cursor.execute(RESPOND_ANEW, [[str(status) for status in RESPONSES], keys])


def _here_before(rows, key):
    before = rows.exclude(**{f"{key}__batch": F("batch")})
    return before.values_list(f"{key}_id", flat=True).distinct()


def _merged_people(batch):
    return Person.objects.filter(_is_merged("pk", batch), batch=batch)


def _merged_of(model):
    """Rows of people that were merged since, so that both can be told apart again."""
    return lambda batch: model._base_manager.filter(_is_merged("person", batch), batch=batch)


def _is_merged(key, batch):
    merges = Merge.objects.filter(at__gte=batch.started_at)
    return Exists(merges.filter(kept=OuterRef(key))) | Exists(merges.filter(gone=OuterRef(key)))


def _edited_keys(batch):
    """What somebody may have typed since is theirs to keep."""
    events = Person.pgh_event_model.objects.filter(
        pgh_obj_id=OuterRef("person"), pgh_label="update", pgh_created_at__gt=batch.started_at
    ).exclude(pgh_context__metadata__batch=batch.pk)
    return MatchKey.objects.filter(Exists(events), batch=batch)


def _responding(batch):
    """People who were to a campaign what this import did not tell."""
    steps = ResponseStep.objects.exclude(batch=batch)
    return Person.objects.filter(batch=batch, responses__steps__in=steps).distinct()


def _overtaken(batch):
    """A lead that the import closed cannot open again beside a newer open one."""
    newer = Lead.objects.open().filter(person=OuterRef("lead__person"))
    newer = newer.exclude(pk=OuterRef("lead")).exclude(batch=batch)
    return LeadStep.objects.filter(Exists(newer), batch=batch, lead__stage__in=FINAL)


def _people_responding(stays):
    steps = ResponseStep.objects.filter(pk__in=stays.of(ResponseStep))
    return steps.values_list("response__person", flat=True)


def _keys_again():
    """Whoever is called by their earlier e-mail or phone again is found by it again."""
    for kind in ("email", "phone"):
        keys = MatchKey.objects.filter(person=OuterRef("pk"), kind=kind)
        people = Person.objects.standing().exclude(**{kind: ""}).filter(~Exists(keys))
        for person in people.iterator(chunk_size=2000):
            give_keys(person)


TRACES = Traces(
    made=(
        Made(ReachEntry, follows=("bought", "adjusts")),
        Made(SpendEntry, follows=("adjusts",)),
        Made(ResponseStep, binds=("response",), settles=((_responses, _respond_anew),)),
        Made(CampaignResponse),
        Made(HandoffStep, binds=("handoff",), settles=((_answered_offers, _wait_again),)),
        Made(Handoff, binds=("lead",)),
        Made(Touchpoint, follows=("lead",)),
        Made(Conversion),
        Made(LeadStep, binds=("lead",), settles=((_moved_leads, _retrace_leads),)),
        Made(Lead, along=((LeadScore, "lead"),)),
        Made(MatchKey, follows=("person",)),
        Made(Person, along=((Likeness, "person"), (Pair, "low"), (Pair, "high"))),
        Made(Product),
        Made(Channel),
    ),
    holds=(
        Hold(Person, MERGED, _merged_people),
        Hold(Lead, MERGED, _merged_of(Lead)),
        Hold(Touchpoint, MERGED, _merged_of(Touchpoint)),
        Hold(Conversion, MERGED, _merged_of(Conversion)),
        Hold(MatchKey, MERGED, _merged_of(MatchKey)),
        Hold(MatchKey, EDITED, _edited_keys),
        Hold(Person, _("responded since"), _responding),
        Hold(LeadStep, _("a newer lead is open"), _overtaken),
    ),
    kept={
        "leads": lambda stays: stays.of(Lead),
        "spend": lambda stays: stays.of(SpendEntry),
        "responses": _people_responding,
        "people": lambda stays: stays.of(Person),
        "products": lambda stays: stays.of(Product),
        "reach": lambda stays: stays.of(ReachEntry),
        "touches": lambda stays: stays.of(Touchpoint),
    },
    after=_keys_again,
)
