import json

from django.db.models import Count, Max, Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from leads.capture.models import Form, Outcome, Submission
from leads.touches.models import TouchKind, Touchpoint

WAITING = [Outcome.HELD, Outcome.ERROR]

VIEWS = {
    "waiting": _("To look at"),
    Outcome.HELD: Outcome.HELD.label,
    Outcome.SPAM: Outcome.SPAM.label,
    Outcome.ERROR: Outcome.ERROR.label,
    Outcome.CREATED: Outcome.CREATED.label,
    Outcome.MATCHED: Outcome.MATCHED.label,
    Outcome.ASIDE: Outcome.ASIDE.label,
    "all": _("All"),
}


def forms_with_figures(user):
    """The capture forms `user` may see, each with what came in by it, open ones first."""
    return (
        Form.objects.visible_to(user)
        .select_related("campaign")
        .annotate(
            came=Count("submissions"),
            became=Count("submissions__lead", distinct=True),
            waiting=Count("submissions", filter=Q(submissions__outcome__in=WAITING)),
            last_at=Max("submissions__received_at"),
        )
        .order_by("-open", "-pk")
    )


def visits_of(form):
    """How many visitors opened the page; one visitor counts once a day."""
    visits = Touchpoint.objects.filter(
        kind=TouchKind.VISIT, campaign=form.campaign_id, page=form.page
    )
    return visits.aggregate(n=Count("visitor", distinct=True))["n"]


def submissions(user, view, form=None, *, words=""):
    """What strangers sent, newest first, in one of VIEWS; `words` stand somewhere in it."""
    rows = Submission.objects.visible_to(user).select_related(
        "form__campaign", "source__campaign", "lead__person"
    )
    if form:
        rows = rows.filter(form=form)
    if words:
        rows = rows.alias(text=Cast("payload", TextField())).filter(
            Q(text__icontains=json.dumps(words)[1:-1]) | Q(unread__icontains=words)
        )
    if view == "waiting":
        return rows.waiting()
    return rows if view == "all" else rows.filter(outcome=view)


def counts(user):
    """{view: how many `user` may see in it}, in one query."""
    rows = Submission.objects.visible_to(user)
    found = {view: Count("pk", filter=Q(outcome=view)) for view in VIEWS}
    found |= {"waiting": Count("pk", filter=Q(outcome__in=WAITING)), "all": Count("pk")}
    return rows.aggregate(**{str(view): count for view, count in found.items()})


def waiting_count(user):
    return Submission.objects.visible_to(user).waiting().count()
