from django.contrib import messages
from django.http import Http404
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.handoff.queries import sellers
from leads.routing.actions import set_claim_rule, set_seat
from leads.routing.forms import ClaimRuleForm, SeatForm
from leads.routing.models import ClaimRule, Seat

PAGE = "settings/routing/limits.html"


@may(Can.RUN_THE_LINE)
def seat(request, pk):
    user = next((each for each in sellers() if each.pk == pk), None)
    if user is None:
        raise Http404
    seat = Seat.objects.filter(user=user).first() or Seat(user=user)
    form = SeatForm(request.POST or None, initial=_now(seat, SeatForm))

    def act(values):
        listed = {name: ", ".join(values[name]) for name in ("languages", "regions")}
        set_seat(user, **values | listed)
        messages.success(request, _("Saved."))
        return "leads:routing"

    return form_page(request, form, act, PAGE, title=_("What %s takes") % user, verb=_("Save"))


@may(Can.RUN_THE_LINE)
def claims(request):
    form = ClaimRuleForm(request.POST or None, initial=_now(ClaimRule.current(), ClaimRuleForm))

    def act(values):
        set_claim_rule(**values)
        messages.success(request, _("Saved."))
        return "leads:routing"

    return form_page(request, form, act, PAGE, title=_("Claims from a queue"), verb=_("Save"))


def _now(record, form):
    return {name: getattr(record, name) for name in form.base_fields}
