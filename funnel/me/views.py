from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from funnel.me.forms import MeForm
from funnel.models import Organisation, User


def edit(request):
    """One's own name, time zone and appearance, and the ways to password and second factor."""
    me = User.objects.get(pk=request.user.pk)
    form = MeForm(request.POST or None, instance=me, organisation=Organisation.current())
    if form.is_valid():
        form.save()
        messages.success(request, _("Saved."))
        return redirect("funnel:me")
    return render(request, "me/edit.html", {"form": form}, status=422 if form.errors else 200)
