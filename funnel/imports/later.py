"""What later imports did on the records of one: they have to be undone before it."""

from pghistory.models import Context

from funnel.imports.traces import all_made, has_batch, remembers
from funnel.models import Batch


def settled_contexts():
    """The keys of the contexts in which an import wrote that is undone, or in which it was: both
    together left nothing."""
    undone = list(Batch.objects.exclude(undone_at=None).values_list("pk", flat=True))
    if not undone:
        return []
    wrote = Context.objects.filter(metadata__batch__in=undone)
    took = Context.objects.filter(metadata__undone__in=undone)
    return list((wrote | took).values_list("pk", flat=True))


def later_than(batch):
    """The Batches that are not undone and changed records of `batch` after it, latest first."""
    found = set()
    for model in {made.model for made in all_made()}:
        if has_batch(model) and remembers(model):
            events = model.pgh_event_model.objects.filter(
                pgh_label="update", pgh_obj__batch=batch, pgh_context__metadata__batch__isnull=False
            )
            found |= set(events.values_list("pgh_context__metadata__batch", flat=True).distinct())
    others = Batch.objects.filter(pk__in=found - {batch.pk}, undone_at=None)
    return list(others.select_related("upload").order_by("-pk"))
