from django.shortcuts import render

from funnel.http import may
from funnel.listing import chosen, pills
from funnel.models import Organisation
from funnel.permissions import Can
from leads.scoring.models import Scale
from reports.calibration import calibration
from reports.calibration_page.forms import NAMES, SCALES, USUAL
from reports.calibration_told import told
from reports.line_page.forms import PERIODS, lately


@may(Can.SEE_REPORTS)
def index(request):
    """What became of hand-offs, by bands of the score that each was offered with."""
    organisation = Organisation.current()
    view = chosen(request, PERIODS, USUAL)
    scale = chosen(request, SCALES, Scale.FIT, name="scale")
    period = lately(view, organisation.time_zone)
    bands = calibration(period, scale=scale)
    context = {
        "pills": pills(request, PERIODS, view),
        "scales": pills(request, SCALES, scale, name="scale"),
        "view": view,
        "scale": scale,
        "period": period,
        "bands": [(band, NAMES[band.key]) for band in bands],
        "offered": sum(band.offered for band in bands),
        "told": told(bands),
        "currency": organisation.currency,
    }
    return render(request, "reports/calibration.html", context)
