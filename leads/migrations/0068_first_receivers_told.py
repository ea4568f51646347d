from django.db import migrations
from django.db.models import Exists, F, OuterRef


def forwards(apps, _editor):
    """Whom each offer was made to first. What was never passed on has them still; of the rest the
    evidence says whether it was a queue, and the rules' trace or the news of the offer to whom."""
    handoff, act = apps.get_model("leads", "Handoff"), apps.get_model("leads", "HandoffAct")
    claim = apps.get_model("leads", "Claim")
    passed = Exists(act.objects.filter(handoff=OuterRef("pk"), kind="rerouted"))
    claimed = Exists(claim.objects.filter(handoff=OuterRef("pk")))
    handoff.objects.filter(~passed).update(first_team=F("team"))
    handoff.objects.filter(~passed, ~claimed).update(first_to=F("offered_to"))
    for row in handoff.objects.filter(passed).iterator():
        _tell(apps, row)


def _tell(apps, row):
    team = apps.get_model("funnel", "Team").objects
    named = row.trace[-1].get("to", "") if row.trace else ""
    if row.evidence.get("queue"):
        row.first_team = team.filter(name=named).first() or _queue_left(apps, row)
    else:
        row.first_to = _named(apps, named) or _told(apps, row)
        row.first_team = row.first_to and row.first_to.teams.order_by("pk").first()
    row.save(update_fields=["first_to", "first_team"])


def _queue_left(apps, row):
    """Whoever passed it on first, or got it, was of its team, as far as anybody can say."""
    first = row.acts.filter(kind="rerouted").order_by("at", "pk").first()
    of = first.by and first.by.teams.order_by("pk").first()
    return of or first.team or row.team


def _named(apps, name):
    found = apps.get_model("funnel", "User").objects.filter(name=name) if name else []
    return found[0] if len(found) == 1 else None


def _told(apps, row):
    step = row.steps.order_by("pk").first()
    notice = apps.get_model("funnel", "Notice").objects
    news = notice.filter(event="offered", key=f"{row.pk}-HandoffStep-{step and step.pk}")
    return next((each.user for each in news.select_related("user")), None)


class Migration(migrations.Migration):
    dependencies = [("leads", "0067_first_receivers")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
