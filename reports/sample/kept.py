"""What real work has come to stand on stays, and is no longer called a sample."""

from django.db.models import CASCADE, PROTECT, Exists, OuterRef, Q

from deals.models import PriceBook
from funnel.models import Team, User, WorkCalendar
from leads.links.shelf import forget
from leads.models import (
    Agreement,
    Campaign,
    Channel,
    Company,
    ConsentText,
    ConsentWording,
    Form,
    FormVersion,
    Link,
    Product,
    Submission,
    UtmValue,
)
from reports.sample.tables import has_sample

GROUND = (  # each before its own
    Agreement,
    ConsentWording,
    ConsentText,
    Form,
    Link,
    Campaign,
    Channel,
    Company,
    PriceBook,
    Product,
    Team,
    WorkCalendar,
    User,
)


def keep_what_is_stood_on(by):
    """Unmark whoever removes the sample, and of GROUND what rows outside it refer to."""
    if by:
        User.objects.filter(pk=by.pk).update(sample=False)
    for model in GROUND:
        model.objects.filter(Q(sample=True) & _stood_on(model)).update(sample=False)
    FormVersion.objects.filter(sample=True, form__sample=False).update(sample=False)


def let_go():
    """A submission of a stranger that fell to a sample lead stays, without the lead; a word of the
    UTM dictionary stays, without the sample's channel. Redirects forget the sample's links."""
    UtmValue.objects.filter(channel__sample=True).update(channel=None)
    forget(Link.objects.filter(sample=True).values_list("code", flat=True))
    Submission.objects.filter(sample=False, lead__sample=True).update(lead=None)


def _stood_on(model):
    wanted = Q(members__sample=False) if model is Team else Q(pk__in=[])
    wanted = Q(pk__in=model.objects.filter(wanted).values("pk"))
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.one_to_many and relation.on_delete is PROTECT:
            rows = _real(relation.related_model)
            wanted |= Exists(rows.filter(**{relation.field.name: OuterRef("pk")}))
    return wanted


def _real(model):
    """The rows of `model` that are no sample, by their own mark or by that of what they are of."""
    if has_sample(model):
        return model._base_manager.filter(sample=False)
    of = {
        f"{field.name}__sample": False
        for field in model._meta.concrete_fields
        if field.is_relation
        and field.remote_field.on_delete is CASCADE
        and has_sample(field.related_model)
    }
    return model._base_manager.filter(**of)
