"""A campaign is begun, taken from stage to stage, cloned, put away."""

from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.ledger import move
from funnel.refusal import Refusal
from leads.campaigns.models import Campaign
from leads.campaigns.stages import BEGINNINGS, WITH_WORDS, CampaignStage

CODE, NUMBER = 60, 8  # letters at most: of a code, and of the number that tells two apart
PLAN = (
    "planned_spend",
    "planned_reach",
    "planned_leads",
    "planned_qualified",
    "planned_accepted",
    "planned_won",
)
COPIED = ("type", "channel", "objective", "parent", "goal", "hypothesis", *PLAN)


@transaction.atomic
def begin(campaign, *, by, stage=CampaignStage.PLANNED, at=None):
    """Write down a new campaign: an idea, planned, or live already. Returns it.

    Without a code it gets one made of its name. Refusal for a code that another campaign has.
    """
    if stage not in BEGINNINGS:
        raise campaign.machine.refusal("", stage)
    check_code(campaign, by)
    campaign.code = campaign.code or free_code(campaign.name)
    try:
        with transaction.atomic():
            campaign.save(force_insert=True)
    except IntegrityError:
        check_code(campaign, by)
        raise
    move(campaign, stage, by=by, at=at)
    return campaign


@transaction.atomic
def take(campaign, stage, *, by, words="", at=None):
    """Take a campaign to another stage. Returns the step, or None if `by` took it there before.

    Refusal without words for a pause or an end before time; LostRace where somebody else was first.
    """
    words = words.strip()
    if stage in WITH_WORDS and not words:
        raise Refusal(_("Say why, in a few words."), field="words")
    return move(campaign, stage, by=by, words=words, at=at)


def clone(campaign, *, by, name, starts_on, ends_on=None, at=None):
    """The same again as an idea of `by`: what it is and its plan; no money, people or forms."""
    copied = {field: getattr(campaign, field) for field in COPIED}
    again = Campaign(name=name, owner=by, starts_on=starts_on, ends_on=ends_on, **copied)
    return begin(again, by=by, stage=CampaignStage.IDEA, at=at)


def archive(campaign, *, at=None):
    """Put a campaign away: it leaves the lists, its forms and figures stay as they are."""
    campaign.archived_at = campaign.archived_at or at or now()
    campaign.save(update_fields=["archived_at"])
    return campaign


def bring_back(campaign):
    campaign.archived_at = None
    campaign.save(update_fields=["archived_at"])
    return campaign


def free_code(name):
    """A code that no campaign has, made of `name`."""
    wanted = slugify(name)[:CODE].strip("-") or "campaign"
    stem = wanted[: CODE - NUMBER].strip("-")
    taken = set(Campaign.objects.filter(code__startswith=stem).values_list("code", flat=True))
    numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(code for code in (wanted, *numbered) if code not in taken)


def check_code(campaign, by):
    """Refusal for the code of another campaign; it is named to who may see it."""
    same = Campaign.objects.filter(code=campaign.code).exclude(pk=campaign.pk)
    if campaign.code and (other := same.first()):
        seen = by is None or Campaign.objects.visible_to(by).filter(pk=other.pk).exists()
        name = _("“%s” has this code already.") % other
        raise Refusal(name if seen else _("Another campaign has this code."), field="code")


def check_parent(campaign):
    """Refusal where a campaign would be part of itself, by whatever way round."""
    above, seen = campaign.parent, set()
    while above and above.pk not in seen:
        if above.pk == campaign.pk:
            words = _("“%s” is itself a part of this campaign.") % campaign.parent
            raise Refusal(words, field="parent")
        seen.add(above.pk)
        above = above.parent
