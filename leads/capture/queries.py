import json

from django.db.models import CharField, Count, Max, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from leads.capture.models import Outcome, Submission
from leads.forms.models import Form
from leads.lead.models import LeadStep
from leads.stages import LeadStage
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
    Outcome.UNCONFIRMED: Outcome.UNCONFIRMED.label,
    Outcome.TESTED: Outcome.TESTED.label,
    "all": _("All"),
}


FORM_VIEWS = {"current": _("In use"), "archived": _("Archived"), "all": _("All")}


def forms_with_figures(user, view="all"):
    """The capture forms `user` may see, each with what came in by it, open ones first. Tests are in
    no figure."""
    rows = Form.objects.visible_to(user).select_related("campaign")
    if view != "all":
        rows = rows.filter(archived_at__isnull=view == "current")
    real = Q(submissions__test=False)
    return rows.annotate(
        came=Count("submissions", filter=real),
        became=Count("submissions__lead", distinct=True),
        waiting=Count("submissions", filter=real & Q(submissions__outcome__in=WAITING)),
        last_at=Max("submissions__received_at", filter=real),
        accepted=Coalesce(Subquery(_accepted()), 0),
        visitors=Coalesce(Subquery(_visitors()), 0),
    ).order_by("-open", "-pk")


def figures_of(form):
    """{visitors, came, became, accepted, unconfirmed} of one form."""
    came = Submission.objects.filter(form=form, test=False)
    counted = came.aggregate(
        came=Count("pk"),
        became=Count("lead", distinct=True),
        unconfirmed=Count("pk", filter=Q(outcome=Outcome.UNCONFIRMED)),
    )
    more = Form.objects.annotate(
        accepted=Coalesce(Subquery(_accepted()), 0), visitors=Coalesce(Subquery(_visitors()), 0)
    )
    return counted | more.filter(pk=form.pk).values("accepted", "visitors")[0]


def _accepted():
    """How many leads of a form sales has ever accepted."""
    steps = LeadStep.objects.filter(
        to_stage=LeadStage.ACCEPTED, lead__submissions__form=OuterRef("pk")
    )
    of = "lead__submissions__form"
    return steps.order_by().values(of).annotate(n=Count("lead", distinct=True)).values("n")


def _visitors():
    """How many opened a form's page; one visitor counts once a day."""
    page = Concat(Value("form "), Cast(OuterRef("pk"), CharField()))
    visits = Touchpoint.objects.filter(
        kind=TouchKind.VISIT, campaign=OuterRef("campaign"), page=page
    )
    return visits.order_by().values("page").annotate(n=Count("visitor", distinct=True)).values("n")


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
