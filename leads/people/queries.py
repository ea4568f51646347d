from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, OuterRef, Subquery

from funnel.history import changes
from funnel.models import User
from leads.people.models import Company, Person


@dataclass(frozen=True)
class Edit:
    """One change of one field, in words."""

    at: datetime
    by: str  # "" for a command or a worker
    field: str
    was: str
    became: str


def people(user, words=""):
    """The people `user` may see whose name, mail, phone or company holds `words`, newest first."""
    leads = Person.leads.rel.related_model.objects.filter(person=OuterRef("pk"))
    latest = leads.order_by("-born_at", "-pk")
    return (
        Person.objects.visible_to(user)
        .standing()
        .matching(words)
        .select_related("company")
        .prefetch_related("keys")
        .annotate(
            episodes=Subquery(
                leads.order_by().values("person").annotate(n=Count("pk")).values("n")
            ),
            last_at=Subquery(latest.values("born_at")[:1]),
            last_stage=Subquery(latest.values("stage")[:1]),
        )
        .order_by("-pk")
    )


def edits_of_person(person):
    """Who changed what about them, newest first; companies by name."""
    found = changes(person)
    authors = User.objects.in_bulk({change.by_id for change in found if change.by_id})
    moved = {key for c in found if c.field == "company_id" for key in (c.was, c.became) if key}
    names = {None: ""} | {key: str(one) for key, one in Company.objects.in_bulk(moved).items()}
    told = []
    for change in found:
        field = Person._meta.get_field(change.field.removesuffix("_id"))
        values = [change.was, change.became]
        if change.field == "company_id":
            values = [names.get(value, value) for value in values]
        by = authors.get(change.by_id)
        told.append(Edit(change.at, str(by or ""), str(field.verbose_name), *map(_shown, values)))
    return told


def _shown(value):
    return "" if value is None else str(value)


def companies_of(user):
    return Company.objects.visible_to(user).annotate(last_at=Max("people__leads__born_at"))
