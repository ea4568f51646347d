from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from funnel.editing import edit_page, written
from funnel.http import form_page, may
from funnel.permissions import Can
from leads.campaigns.actions import archive, begin, bring_back, check_code, clone, take
from leads.campaigns.forms import CampaignForm, CloneForm, StageForm
from leads.campaigns.models import Campaign
from leads.campaigns.stages import WITH_WORDS, CampaignStage

ASKED = {  # what is asked before a campaign comes to a stage, and the verb
    CampaignStage.IDEA: (gettext_lazy("Think %s over again?"), gettext_lazy("Back to an idea")),
    CampaignStage.PLANNED: (gettext_lazy("Plan %s?"), gettext_lazy("Plan it")),
    CampaignStage.LIVE: (gettext_lazy("Let %s run?"), gettext_lazy("Let it run")),
    CampaignStage.PAUSED: (gettext_lazy("Pause %s"), gettext_lazy("Pause")),
    CampaignStage.DONE: (gettext_lazy("Is %s done?"), gettext_lazy("Done")),
    CampaignStage.CANCELLED: (gettext_lazy("Cancel %s"), gettext_lazy("Cancel the campaign")),
}
TOLD = {
    CampaignStage.IDEA: gettext_lazy("An idea again."),
    CampaignStage.PLANNED: gettext_lazy("Planned. Let it run when it begins."),
    CampaignStage.LIVE: gettext_lazy("It runs."),
    CampaignStage.PAUSED: gettext_lazy("Paused. Its forms still take what people send."),
    CampaignStage.DONE: gettext_lazy("Done. What still comes by it counts for it."),
    CampaignStage.CANCELLED: gettext_lazy("Cancelled. What it brought stays."),
}


@may(Can.RUN_CAMPAIGNS)
def create(request):
    form = CampaignForm(request.POST or None, user=request.user, instance=Campaign())
    form.initial |= {"owner": request.user.pk, "starts_on": localdate()}

    def act(values):
        campaign = begin(form.save(commit=False), by=request.user, stage=values["stage"])
        messages.success(request, _("The campaign is there. Give it a form or write down costs."))
        return campaign

    back = {"back": reverse("reports:campaigns"), "back_label": _("Campaigns")}
    return form_page(request, form, act, title=_("New campaign"), **back)


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    campaign = found(request, pk)
    name, back = campaign.name, campaign.get_absolute_url()
    form = CampaignForm(request.POST or None, user=request.user, instance=campaign)
    words = {"title": _("Edit %s") % name, "back": back, "back_label": name}
    return edit_page(request, form, keep=_kept, **words)


@may(Can.RUN_CAMPAIGNS)
def stage(request, pk, to):
    """Take it to another stage: asked why where that needs words."""
    if to not in CampaignStage.values:
        raise Http404
    campaign, to = found(request, pk), CampaignStage(to)

    def act(values):
        take(campaign, to, by=request.user, **values)
        messages.success(request, TOLD[to])
        return campaign

    question, verb = ASKED[to]
    words = {"title": question % campaign, "verb": verb, "back": campaign.get_absolute_url()}
    words["sentence"] = _why(campaign, to)
    form = StageForm(request.POST) if request.method == "POST" else StageForm()
    form.fields["words"].required = to in WITH_WORDS
    return form_page(request, form, act, back_label=campaign, **words)


@may(Can.RUN_CAMPAIGNS)
def cloning(request, pk):
    campaign = found(request, pk)
    form = CloneForm(request.POST or None, initial={"name": _("%s, again") % campaign})

    def act(values):
        again = clone(campaign, by=request.user, **values)
        messages.success(request, _("An idea with the same plan. Its forms and costs are its own."))
        return again

    words = {"title": _("Clone %s") % campaign, "verb": _("Clone"), "back_label": campaign}
    words["sentence"] = _("The plan, the hypothesis and where it belongs come along; nothing else.")
    return form_page(request, form, act, back=campaign.get_absolute_url(), **words)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def archiving(request, pk):
    """Put it away, or bring it back (`back`)."""
    campaign = found(request, pk)
    if "back" in request.POST:
        bring_back(campaign)
        messages.success(request, _("It is among the campaigns again."))
    else:
        archive(campaign)
        messages.success(request, _("Archived. Its forms and figures stay as they are."))
    return redirect(campaign)


def found(request, pk):
    """A campaign this reader may see, else 404."""
    campaigns = Campaign.objects.visible_to(request.user).select_related("channel", "owner")
    return get_object_or_404(campaigns, pk=pk)


def _kept(form):
    """Keep the edit; a code that another took in this very moment is refused at its field."""
    try:
        with transaction.atomic():
            return written(form)
    except IntegrityError:
        check_code(form.instance, form.user)
        raise


def _why(campaign, to):
    """What the stage means for what runs on, in a sentence."""
    if to == CampaignStage.PAUSED:
        return _("It can run again later. Its forms still take what people send; only you stop.")
    if to == CampaignStage.CANCELLED:
        return _("It ends before its time. What it cost and brought stays and counts.")
    return ""
