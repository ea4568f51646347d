from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from funnel.http import may, refusals_on
from funnel.models import Organisation
from funnel.organisation.actions import change
from funnel.organisation.forms import OrganisationForm
from funnel.permissions import Can


@may(Can.CHANGE_SETTINGS)
def edit(request):
    organisation = Organisation.current()
    fields = ("name", "time_zone", "currency", "calendar")
    now = {name: getattr(organisation, name) for name in fields}
    form = OrganisationForm(request.POST or None, initial=now, language=get_language())
    if form.is_valid():
        with refusals_on(form):
            change(**form.cleaned_data)
            messages.success(request, _("Saved."))
            return redirect("funnel:organisation")
    status = 422 if form.errors else 200
    return render(request, "settings/organisation.html", {"form": form}, status=status)
