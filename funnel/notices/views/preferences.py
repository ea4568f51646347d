from django.contrib import messages
from django.utils.translation import gettext as _

from funnel.http import form_page
from funnel.notices import queries
from funnel.notices.actions import prefer
from funnel.notices.forms import NoticesForm


def edit(request):
    """What the reader is told of, where, and when not."""
    form = NoticesForm(
        request.POST if request.method == "POST" else None,
        hours=queries.hours_of(request.user),
        preferences=queries.preferences(request.user),
    )

    def keep(_values):
        prefer(request.user, **form.values)
        messages.success(request, _("Saved."))
        return "funnel:my_notices"

    return form_page(request, form, keep, "notices/preferences.html")
