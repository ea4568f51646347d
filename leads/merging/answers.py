"""One person has one row in a campaign: two become one at a merge, and two again."""

from leads.people.models import Person
from leads.responses.models import CampaignResponse, ResponseStep
from leads.responses.statuses import RESPONSES

CACHED = ("status", "status_at", "first_responded_at")


def join(journal, gone, kept):
    """Turn the responses of `gone` to `kept`. Returns what `part` needs to undo it, as JSON."""
    theirs = {row.campaign_id: row for row in _locked(kept)}
    turned, joined = [], []
    for row in _locked(gone):
        if row.campaign_id in theirs:
            joined.append(_join(journal, row, theirs[row.campaign_id]))
        else:
            turned.append(row.pk)
    journal.update(CampaignResponse.objects.filter(pk__in=turned), person=kept)
    return {"turned": turned, "joined": joined}


def part(journal, before, gone: Person):
    """The responses of `gone` are theirs again, with their own steps."""
    journal.update(CampaignResponse.objects.filter(pk__in=before["turned"]), person=gone)
    for each in before["joined"]:
        row = CampaignResponse.objects.create(
            pk=each["pk"], person=gone, campaign_id=each["campaign"], sample=each["sample"]
        )
        journal.update(ResponseStep.objects.filter(pk__in=each["steps"]), response=row)
        _count_anew(row)
        _count_anew(CampaignResponse.objects.get(pk=each["into"]))


def _locked(person):
    rows = CampaignResponse.objects.select_for_update().filter(person=person)
    return list(rows.order_by("campaign_id"))


def _join(journal, row, into):
    keys = list(row.steps.order_by("pk").values_list("pk", flat=True))
    journal.update(ResponseStep.objects.filter(pk__in=keys), response=into)
    held = {"pk": row.pk, "campaign": row.campaign_id, "sample": row.sample}
    row.delete()
    _count_anew(into)
    return {**held, "into": into.pk, "steps": keys}


def _count_anew(row):
    """What a row caches, from its steps: the latest, as it was written last; the first response."""
    steps = list(row.steps.order_by("at", "pk"))
    row.status, row.status_at, row.first_responded_at = "", None, None
    if steps:
        row.status, row.status_at = steps[-1].status, steps[-1].at
        row.first_responded_at = next((s.at for s in steps if s.status in RESPONSES), None)
    row.save(update_fields=CACHED)
