"""The pages of the settings, in the order of their list."""

from django.utils.translation import gettext_lazy as _

from funnel.permissions import Can
from funnel.rail import Section

SECTIONS = [
    Section("", "funnel:organisation", _("Organisation"), "home", Can.CHANGE_SETTINGS),
    Section("", "reports:agreement", _("The Agreement"), "diamond", Can.SEE_HANDOFFS),
    Section("", "funnel:colleagues", _("People"), "people", Can.MANAGE_PEOPLE),
    Section("", "funnel:teams", _("Teams"), "people", Can.MANAGE_PEOPLE),
    Section("", "funnel:calendars", _("Calendars"), "calendar", Can.RUN_THE_LINE),
    Section("", "funnel:absences", _("Absences"), "pause", Can.RUN_THE_LINE),
    Section("", "funnel:roles", _("Roles"), "lock", Can.MANAGE_PEOPLE),
    Section("", "funnel:reasons", _("Reasons"), "tag", Can.CHANGE_SETTINGS),
    Section("", "leads:routing", _("Routing"), "next", Can.RUN_THE_LINE),
    Section("", "leads:scoring", _("Score"), "tag", Can.SEE_LEADS),
    Section("", "leads:channels", _("Channels"), "reach", Can.CHANGE_SETTINGS),
    Section("", "leads:utm", _("UTM dictionary"), "link", Can.CHANGE_SETTINGS),
    Section("", "funnel:imports", _("Imports"), "download", Can.CAPTURE_LEADS),
    Section("", "reports:sample", _("Sample"), "trash", Can.CHANGE_SETTINGS),
    Section("", "funnel:changes", _("What changed"), "clock", Can.CHANGE_SETTINGS),
]
