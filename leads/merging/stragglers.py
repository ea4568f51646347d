"""What was written for somebody in the moment they were merged into another."""

from django.db import transaction

from funnel.mending import mending
from leads.merging import answers
from leads.merging.models import Merge
from leads.merging.moving import pointing, turn
from leads.people.models import MatchKey, Person
from leads.responses.models import CampaignResponse

LEADS_ASIDE = 500


def bring_home():
    """Turn every row that points at a merged record to who they are now. Returns how many people
    had such. A row that cannot be turned yet, a second open lead, waits."""
    return sum(_bring(person) for person in _left_behind())


def _left_behind():
    found = set()
    for model, name in [*pointing(), (CampaignResponse, "person"), (MatchKey, "person")]:
        rows = model._base_manager.filter(**{f"{name}__merged_into__isnull": False})
        found |= set(rows.values_list(name, flat=True).distinct()[:LEADS_ASIDE])
    return Person.objects.filter(pk__in=found).order_by("pk")


@transaction.atomic
def _bring(person):
    kept = person.standing
    held = Person.objects.select_for_update().filter(pk__in=[person.pk, kept.pk]).order_by("pk")
    if not any(each.pk == person.pk and each.merged_into_id for each in held):
        return False
    done = Merge.objects.filter(gone=person, undone_at=None).first()
    with mending("merge", by=done and done.by) as journal:
        turn(journal, person, kept)
        answers.join(journal, person, kept)
        journal.update(MatchKey.objects.filter(person=person), person=kept)
    return True
