from django.contrib import messages
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.listing import paged
from funnel.permissions import Can
from leads.campaigns.models import Campaign
from leads.capture.forms.form import FormForm
from leads.capture.models import Form
from leads.capture.queries import forms_with_figures, submissions, visits_of, waiting_count


@may(Can.SEE_CAMPAIGNS)
def index(request):
    page = paged(request, forms_with_figures(request.user))
    context = {"page": page, "waiting": waiting_count(request.user)}
    return render(request, "leads/form_list.html", context)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    form = get_object_or_404(_visible(request), pk=pk)
    page = paged(request, submissions(request.user, "all", form))
    context = {"form": form, "page": page, "visits": visits_of(form)}
    return render(request, "leads/form_detail.html", context)


@may(Can.RUN_CAMPAIGNS)
def choose(request):
    """A form hangs on a campaign: on which?"""
    campaigns = Campaign.objects.visible_to(request.user).filter(archived_at=None)
    context = {"page": paged(request, campaigns.select_related("channel"))}
    return render(request, "leads/form_choose.html", context)


@may(Can.RUN_CAMPAIGNS)
def create(request, campaign_pk):
    campaign = get_object_or_404(Campaign.objects.visible_to(request.user), pk=campaign_pk)
    typed = FormForm(request.POST or None, instance=Form(campaign=campaign, sample=campaign.sample))

    def act(_values):
        form = typed.save()
        messages.success(request, _("The form is there. Its address is on this page."))
        return form

    back = {"back": campaign.get_absolute_url(), "back_label": campaign.name}
    return form_page(request, typed, act, title=_("New form on %s") % campaign, **back)


@may(Can.RUN_CAMPAIGNS)
def edit(request, pk):
    form = get_object_or_404(_visible(request), pk=pk)
    name, back = form.title, form.get_absolute_url()
    typed = FormForm(request.POST or None, instance=form)
    return edit_page(request, typed, title=_("Edit %s") % name, back=back, back_label=name)


def _visible(request):
    return Form.objects.visible_to(request.user).select_related("campaign")
