from django.contrib import messages
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.listing import paged
from funnel.models import Team
from funnel.permissions import Can
from funnel.teams.actions import add, change
from funnel.teams.forms import TeamForm

PAGE = "settings/team.html"


@may(Can.MANAGE_PEOPLE)
def index(request):
    active = Count("members", filter=Q(members__is_active=True))
    teams = Team.objects.annotate(size=active).order_by("name", "pk").prefetch_related("members")
    return render(request, "settings/teams.html", {"page": paged(request, teams)})


@may(Can.MANAGE_PEOPLE)
def new(request):
    def act(values):
        add(**values)
        messages.success(request, _("Added."))
        return "funnel:teams"

    form = TeamForm(request.POST or None)
    return form_page(request, form, act, PAGE, title=_("A new team"), verb=_("Add the team"))


@may(Can.MANAGE_PEOPLE)
def edit(request, pk):
    team = get_object_or_404(Team, pk=pk)
    now = {"name": team.name, "members": team.members.all(), "calendar": team.calendar}

    def act(values):
        change(team, **values)
        messages.success(request, _("Saved."))
        return "funnel:teams"

    form = TeamForm(request.POST or None, initial=now, team=team)
    return form_page(request, form, act, PAGE, title=now["name"], verb=_("Save"))
