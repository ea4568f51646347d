from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from funnel.permissions import Can, Scope
from leads.lead.models import Lead
from leads.people.models import Person
from leads.stages import CAME_BACK, FINAL, HandoffStage, LeadStage

MARKETING = {
    "new": _("New"),
    "qualified": _("Qualified"),
    "offered": _("Offered"),
    "returned": _("Returned"),
    "recycled": _("Recycled"),
}
SALES = {"mine": _("Offered to me"), "accepted": _("Accepted")}
STAGES = {
    "new": LeadStage.CAPTURED,
    "qualified": LeadStage.MQL,
    "offered": LeadStage.OFFERED,
    "recycled": LeadStage.RECYCLED,
}
SORTS = {
    "born": ["-born_at", "-pk"],
    "-born": ["born_at", "pk"],
    "since": ["-stage_since", "-pk"],
    "-since": ["stage_since", "pk"],
    "name": ["person__name", "pk"],
    "-name": ["-person__name", "-pk"],
    "fit": [F("scored__fit").desc(nulls_last=True), "-pk"],
    "-fit": [F("scored__fit").asc(nulls_last=True), "pk"],
    "engagement": [F("scored__engagement").desc(nulls_last=True), "-pk"],
    "-engagement": [F("scored__engagement").asc(nulls_last=True), "pk"],
}
AT_LEAST = {"fit": "scored__fit__gte", "engagement": "scored__engagement__gte"}


def views_for(user):
    """The views of the list that make sense for `user`: key to label."""
    sells = user.has_perm(Can.ANSWER_OFFERS)
    theirs = {} if sells and user.scope == Scope.OWN else MARKETING
    return theirs | (SALES if sells else {}) | {"closed": _("Closed"), "all": _("All")}


def in_view(user, view):
    """The leads `user` may see in one of `views_for` them."""
    leads = Lead.objects.visible_to(user)
    if view in STAGES:
        return leads.filter(stage=STAGES[view])
    if view == "returned":
        return leads.filter(pk__in=_returned())
    if view == "mine":
        return leads.filter(pk__in=_offered_to(user))
    if view == "accepted":
        return _accepted(leads, user)
    return leads.filter(stage__in=FINAL) if view == "closed" else leads


def listed(leads, *, q="", sort="born", **same):
    """Of `leads` those that meet the filters, sorted, with what a row of the list shows.

    `same`: channel, campaign, owner and batch, as far as they are asked for; of fit and engagement
    at least so much, as it was last worked out.
    """
    asked = {AT_LEAST.get(name, name): value for name, value in same.items() if value}
    leads = leads.filter(**asked)
    if q:
        leads = leads.filter(person__in=Person.objects.matching(q))
    return (
        leads.select_related("person__company", "campaign", "channel", "owner", "seller", "scored")
        .prefetch_related("person__keys")
        .order_by(*SORTS[sort])
    )


def counts(user, views):
    """How many leads wait in each of the views in which there is something to do."""
    stages = Lead.objects.visible_to(user).filter(stage__in=STAGES.values()).order_by()
    found = dict(stages.values_list("stage").annotate(n=Count("pk")))
    told = {view: found.get(stage, 0) for view, stage in STAGES.items()}
    for view in ("returned", "mine", "accepted"):
        if view in views:
            told[view] = in_view(user, view).count()
    return told


def _returned():
    """With marketing again, because sales sent them back."""
    with_marketing = Lead.objects.filter(stage__in=[LeadStage.CAPTURED, LeadStage.MQL])
    return with_marketing.filter(handoffs__stage__in=CAME_BACK).values("pk")


def _offered_to(user):
    queue = Q(handoffs__offered_to=None, handoffs__team__in=user.teams.all())
    mine = Q(handoffs__offered_to=user) | queue
    return Lead.objects.filter(mine, handoffs__stage=HandoffStage.OFFERED).values("pk")


def _accepted(leads, user):
    leads = leads.filter(stage=LeadStage.ACCEPTED)
    return leads.filter(seller=user) if user.scope == Scope.OWN else leads
