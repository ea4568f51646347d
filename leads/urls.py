from django.urls import include, path

app_name = "leads"

WINGS = [
    "people",
    "products",
    "campaigns",
    "spending",
    "channels",
    "links",
    "lead",
    "responses",
    "capture",
    "unmatched",
    "agreement",
    "qualification",
    "handoff",
    "routing",
    "clocks",
    "disputes",
]

urlpatterns = [path("", include(f"leads.{wing}.urls")) for wing in WINGS]
