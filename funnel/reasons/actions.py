from django.db import transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from funnel.models import Reason
from funnel.refusal import Refusal


@transaction.atomic
def add(*, kind, label, side, needs_words=False, needs_date=False, active=True):
    """A new reason behind those of its kind. Its key is made of the label and never changes."""
    _check_free(kind, label)
    last = Reason.objects.filter(kind=kind).aggregate(last=Max("position"))["last"] or 0
    return Reason.objects.create(
        kind=kind,
        key=_free_key(kind, label),
        label=label.strip(),
        side=side,
        position=last + 1,
        needs_words=needs_words,
        needs_date=needs_date,
        active=active,
    )


@transaction.atomic
def change(reason, *, label, side, active):
    """Relabel a reason, move its side, take it out of the choice or back in.

    What was recorded keeps the side it had then. Refusal for the last one of its kind.
    """
    _check_free(reason.kind, label, but=reason)
    others = Reason.objects.filter(kind=reason.kind, active=True).exclude(pk=reason.pk)
    if not active and not others.exists():
        raise Refusal(_("One reason of this kind has to stay."), field="active")
    reason.label, reason.side, reason.active = label.strip(), side, active
    reason.save(update_fields=["label", "side", "active"])
    return reason


def _check_free(kind, label, but=None):
    same = Reason.objects.filter(kind=kind, label__iexact=label.strip())
    if same.exclude(pk=but and but.pk).exists():
        raise Refusal(_("There is a reason of that name."), field="label")


def _free_key(kind, label):
    taken = set(Reason.objects.filter(kind=kind).values_list("key", flat=True))
    wanted = slugify(label).replace("-", "_")[:36] or "reason"
    numbered = (f"{wanted}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (wanted, *numbered) if key not in taken)
