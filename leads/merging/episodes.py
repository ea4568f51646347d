"""Two open leads of one person become one: which stays, and how it is taken back."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.handoff.models import Handoff
from leads.lead.models import Lead
from leads.touches.models import Touchpoint


def two_open(kept, gone, *, lock=False):
    """(the lead that stays, the one that is folded into it), or None where at most one is open.

    The one that sales was ever offered stays, else the one that came first. Refusal where sales
    was offered both: neither can be as if it had not been.
    """
    leads = Lead.objects.open().filter(person__in=[kept, gone])
    if lock:  # first, so that an offer that was made meanwhile is seen below
        list(leads.select_for_update(of=("self",)).order_by("pk").values_list("pk"))
    offered = Exists(Handoff.objects.filter(lead=OuterRef("pk")))
    found = list(leads.annotate(offered=offered).select_related("person").order_by("born_at", "pk"))
    if len(found) < 2:
        return None
    if all(lead.offered for lead in found):
        raise Refusal(
            _("Sales was offered an open lead of each of them. Close one of the two first.")
        )
    first, second = sorted(found, key=lambda lead: not lead.offered)
    return first, second


def fold(journal, stays, folded):
    """`folded` counts no more, and its touches are those of `stays`. Returns what to undo, JSON."""
    journal.update(Lead._base_manager.filter(pk=folded.pk), folded_into=stays)
    rows = Touchpoint.objects.filter(lead=folded)
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    journal.update(rows, lead=stays)
    return {"lead": folded.pk, "into": stays.pk, "touches": keys}


def give_back_touches(journal, before):
    journal.update(Touchpoint.objects.filter(pk__in=before["touches"]), lead=before["lead"])


def unfold(journal, before):
    journal.update(Lead._base_manager.filter(pk=before["lead"]), folded_into=None)
