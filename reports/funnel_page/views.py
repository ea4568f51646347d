from django.http import HttpResponse
from django.shortcuts import render

from funnel.http import may
from funnel.permissions import Can
from leads.agreement.queries import breaks
from leads.models import Lead
from reports.conversion import conversion
from reports.export import write_csv
from reports.forms import FunnelForm
from reports.layout import columns, rows
from reports.picture import picture
from reports.presets import PRESETS
from reports.question import By, Mode
from reports.summary import worst_loss
from reports.waiting import at_the_line


@may(Can.SEE_REPORTS)
def show(request):
    """How far people came, with the line in it. Everybody sees the figures of the whole."""
    form = FunnelForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/funnel.html", _asked(request, form), status=422)
    found = conversion(**form.asked())
    return render(request, "reports/funnel.html", _asked(request, form) | _shown(form, found))


@may(Can.SEE_REPORTS)
def export(request):
    """The same figures as a file."""
    form = FunnelForm(request.GET)
    if not form.is_valid():
        return render(request, "reports/funnel.html", _asked(request, form), status=422)
    found = conversion(**form.asked())
    period = found.question.period
    name = f"funnel-{period.first}-{period.last}-{found.question.mode}.csv"
    response = HttpResponse(
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
    write_csv(found, response)
    return response


def _asked(request, form):
    return {
        "form": form,
        "currency": form.organisation.currency,
        "modes": _choices(request, "mode", Mode.choices, form["mode"].value()),
        "presets": _choices(request, "period", PRESETS.items(), form.preset),
        "heading": PRESETS.get(form.preset),
    }


def _shown(form, found):
    drawn = picture(found)
    question = found.question
    rungs = {row.key: row for row in found.rungs}
    return {
        "found": found,
        "question": question,
        "rungs": rungs,
        "picture": drawn,
        "columns": columns(drawn),
        "rows": rows(drawn),
        "loss": worst_loss(found.rungs),
        "breaks": breaks(question.period),
        "line": at_the_line(question) if question.is_cohort else None,
        "by_label": By(question.by).label.lower() if question.by else "",
        "no_leads": not Lead.objects.exists(),
    }


def _choices(request, name, choices, current):
    """For components/_pills.html; what else is asked stays, but a named period drops the dates."""
    return [
        {"label": label, "url": _with(request, name, key), "current": key == current}
        for key, label in choices
    ]


def _with(request, name, key):
    query = request.GET.copy()
    query[name] = key
    for other in ("from", "to") if name == "period" else ():
        query.pop(other, None)
    return f"?{query.urlencode()}"
