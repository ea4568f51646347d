from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from funnel.models import User


@require_POST
def update(request):
    """Remember whether the reader wants light, dark or what the device has ("")."""
    theme = request.POST.get("theme", "")
    if theme not in dict(User._meta.get_field("theme").flatchoices) and theme:
        return HttpResponse(status=422)
    User.objects.filter(pk=request.user.pk).update(theme=theme)
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure())
    return redirect(back if own else "/")
