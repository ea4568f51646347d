from django.db import IntegrityError, connection
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from deals.line.queries import forget
from funnel.mending import mending
from funnel.models import Organisation, User
from funnel.refusal import Refusal
from reports.sample.kept import keep_what_is_stood_on, let_go
from reports.sample.tables import hanging, has_sample, histories, marked


def remove_sample(*, by):
    """Delete the sample and all that was done on it, over all floors. Returns {table: rows}.

    What real rows stand on stays and is theirs; whoever presses the button stays and may sign in,
    the sample's other people may not. Twice is once: the second time there is nothing.
    """
    try:
        with mending("remove_sample", by=by) as journal:
            removed = _removed(journal, by)
    except IntegrityError as clash:
        raise Refusal(_("Somebody worked on the sample just now. Try again.")) from clash
    forget()
    return removed


def _removed(journal, by):
    people = User.objects.filter(sample=True).exclude(pk=by and by.pk)
    people.update(is_active=False)
    keep_what_is_stood_on(by)
    let_go()
    of = {queryset.model: list(queryset.values_list("pk", flat=True)) for queryset in hanging()}
    removed = {queryset.model: journal.delete_rows(queryset) for queryset in hanging()}
    removed |= {model: journal.delete(model) for model in marked()}
    for history in histories():
        removed[history] = _forgotten(journal, history, of)
    Organisation.objects.filter(pk=1).update(sample_until=None)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    return {model._meta.db_table: rows for model, rows in removed.items() if rows}


def _forgotten(journal, history, of):
    """Delete what `history` remembers of removed rows; what stayed keeps its history."""
    tracked = history.pgh_tracked_model._meta.concrete_model
    if not has_sample(history):
        gone = of.get(tracked, [])
        return journal.delete_rows(history.objects.filter(pgh_obj_id__in=gone)) if gone else 0
    stayed = Exists(tracked._base_manager.filter(pk=OuterRef("pgh_obj_id")))
    history.objects.filter(stayed, sample=True).update(sample=False)
    return journal.delete(history)
