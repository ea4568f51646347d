from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.campaigns.models import Campaign
from leads.capture import queries
from leads.capture.testing import send_test
from leads.forms.actions.drafting import begin, draft_of
from leads.forms.content import Content
from leads.forms.forms import NewForm
from leads.forms.hosted_form import HostedForm
from leads.forms.page import hosted_page
from leads.forms.queries import language_of
from leads.forms.views.shell import found, shell


@may(Can.SEE_CAMPAIGNS)
def index(request):
    view = chosen(request, queries.FORM_VIEWS, "current")
    context = {
        "page": paged(request, queries.forms_with_figures(request.user, view)),
        "pills": pills(request, queries.FORM_VIEWS, view),
        "view": view,
        "waiting": queries.waiting_count(request.user),
    }
    return render(request, "leads/form_list.html", context)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    """What came of a form."""
    form = found(request, pk)
    page = paged(request, queries.submissions(request.user, "all", form))
    figures = queries.figures_of(form)
    context = shell(request, form, "leads:form") | {"page": page, "figures": figures}
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
    typed = NewForm(request.POST or None)

    def act(values):
        form = begin(campaign, by=request.user, **values)
        messages.success(
            request, _("The form is there, as a draft. Publish it to get its address.")
        )
        return reverse("leads:form_fields", args=[form.pk])

    back = {"back": campaign.get_absolute_url(), "back_label": campaign.name}
    return form_page(request, typed, act, title=_("New form on %s") % campaign, **back)


@may(Can.RUN_CAMPAIGNS)
def test(request, pk):
    """Fill it yourself, as the draft stands; what would become of it is shown, and is undone."""
    form = found(request, pk)
    content = Content(draft_of(form)[0])
    content.speak(language_of(request, content.languages))
    typed = HostedForm(content, request.POST or None, confirms=form.confirms)
    if typed.is_bound:
        with translation.override(content.language):
            fine = typed.is_valid()
        if fine:
            return redirect(send_test(form, typed, by=request.user))
    words = _(
        "A test: it goes the whole way and makes no lead. Nobody is told, nothing is counted."
    )
    status = 422 if typed.errors else 200
    return hosted_page(request, form, typed, notice=words, test=True, status=status)
