"""Each campaign gets a code of its name, and the stages that its dates tell."""

from datetime import UTC, datetime, time, timedelta

from django.db import migrations
from django.utils.text import slugify
from django.utils.timezone import now


def begin(apps, _editor):
    Campaign = apps.get_model("leads", "Campaign")
    Step = apps.get_model("leads", "CampaignStep")
    taken = set()
    for campaign in Campaign.objects.order_by("pk"):
        campaign.code = code_of(campaign, taken)
        taken.add(campaign.code)
        steps = steps_of(campaign, now())
        Step.objects.bulk_create(
            Step(
                campaign=campaign,
                from_stage=before,
                to_stage=to,
                at=at,
                recorded_at=at if campaign.sample else now(),
                time_known=False,
                sample=campaign.sample,
            )
            for before, to, at in steps
        )
        campaign.stage, campaign.stage_since = steps[-1][1:]
        campaign.save(update_fields=["code", "stage", "stage_since"])


def code_of(campaign, taken):
    wanted = slugify(campaign.name)[:50].strip("-") or "campaign"
    return wanted if wanted not in taken else f"{wanted}-{campaign.pk}"


def steps_of(campaign, today):
    begins, ends = begun(campaign.starts_on), campaign.ends_on and begun(campaign.ends_on)
    if begins > today:
        return [("", "planned", today)]
    steps = [("", "planned", begins), ("planned", "live", begins)]
    if ends and ends + timedelta(days=1) < today:
        steps.append(("live", "done", ends + timedelta(days=1)))
    return steps


def begun(day):
    return datetime.combine(day, time(), UTC)


class Migration(migrations.Migration):
    dependencies = [("leads", "0009_campaign_plan")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
