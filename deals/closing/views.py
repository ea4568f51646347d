from django.contrib import messages
from django.utils.translation import gettext as _

from deals.closing.actions import lose, reopen, win
from deals.closing.forms import LossForm, ReopenForm, WinForm
from deals.doors import worked_deal
from funnel.http import back_with, form_page, may
from funnel.permissions import Can


@may(Can.WORK_DEALS)
def winning(request, pk):
    deal = worked_deal(request, pk)
    if request.method == "GET" and not deal.is_open:
        return back_with(request, _closed(deal), deal)

    def act(values):
        win(deal, by=request.user, **values)
        messages.success(request, _("Won. Next: what is to be delivered and paid."))
        return deal

    form = WinForm(request.POST or None)
    words = {"title": _("%s is won") % deal, "verb": _("Won")}
    return form_page(request, form, act, "deals/closing.html", deal=deal, **words)


@may(Can.WORK_DEALS)
def losing(request, pk):
    deal = worked_deal(request, pk)
    if request.method == "GET" and not deal.is_open:
        return back_with(request, _closed(deal), deal)

    def act(values):
        lose(deal, by=request.user, **values)
        messages.success(request, _("Lost. The reason stays with its side."))
        return deal

    initial = {"back_reason": "not_now"} if "back" in request.GET else None
    form = LossForm(request.POST or None, deal=deal, initial=initial)
    words = {"title": _("%s is lost") % deal, "verb": _("Lost"), "kind": "danger"}
    return form_page(request, form, act, "deals/closing.html", deal=deal, **words)


@may(Can.WORK_DEALS)
def reopening(request, pk):
    deal = worked_deal(request, pk)
    if request.method == "GET" and deal.is_open:
        return back_with(request, _("%s is open already.") % deal, deal)

    def act(values):
        reopen(deal, by=request.user, **values)
        messages.success(request, _("Open again. What happened before stays in its history."))
        return deal

    form = ReopenForm(request.POST or None, deal=deal)
    words = {"title": _("Re-open %s") % deal, "verb": _("Re-open")}
    return form_page(request, form, act, "deals/closing.html", deal=deal, **words)


def _closed(deal):
    stage = deal.get_stage_display().lower()
    return _("%(deal)s is %(stage)s already.") % {"deal": deal, "stage": stage}
