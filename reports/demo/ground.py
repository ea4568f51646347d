"""Whether a sample may be loaded here, up to which day, and the organisation it belongs to."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.models import Organisation
from funnel.refusal import Refusal
from leads.models import Lead
from reports.demo.calendar import Calendar

NAME, ZONE, CURRENCY = "Havelstill", "Europe/Berlin", "EUR"


def clear_ground(*, until=None, force=False):
    """The Calendar of the sample; the organisation takes the invented business's name.

    Refusal where a sample is loaded already, where real leads are (unless `force`: then the
    organisation keeps its name, zone and currency), and for a last day that is not over.
    """
    organisation = Organisation.current()
    if organisation.sample_until:
        raise Refusal(_("A sample is loaded already. Remove it first."))
    at_home = not Lead.objects.filter(sample=False).exists()
    if not at_home and not force:
        raise Refusal(_("Real leads are here. A sample beside them would blur the figures."))
    zone = ZONE if at_home else organisation.time_zone
    last = until or _latest(zone)
    if Calendar(last, zone).over > now():
        raise Refusal(_("The sample ends at ten in the morning of its last day: not yet."))
    if at_home:
        organisation.name, organisation.time_zone, organisation.currency = NAME, ZONE, CURRENCY
    organisation.sample_until = last
    organisation.save()
    return Calendar(last, zone)


def _latest(zone):
    """Today, or yesterday while the working day has not begun."""
    today = now().astimezone(ZoneInfo(zone)).date()
    over = Calendar(today, zone).over <= now()
    return today if over else today - timedelta(days=1)
