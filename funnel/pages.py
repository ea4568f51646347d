"""The floor's own addresses: settings, people, one's own preferences."""

from django.urls import include, path

from funnel import appearance, specimen

app_name = "funnel"

WINGS = [
    "home",
    "me",
    "notices",
    "organisation",
    "colleagues",
    "teams",
    "calendars",
    "absences",
    "roles",
    "reasons",
    "changes",
    "uploads",
]

urlpatterns = [
    *(path("", include(f"funnel.{wing}.urls")) for wing in WINGS),
    path("me/appearance/", appearance.update, name="appearance"),
    path("specimen/", specimen.show, name="specimen"),
]
