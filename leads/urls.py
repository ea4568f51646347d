from django.urls import include, path

app_name = "leads"

WINGS = [
    "links",  # first, as its redirects are asked for most
    "capture",  # then where strangers send
    "people",
    "products",
    "campaigns",
    "spending",
    "channels",
    "lead",
    "responses",
    "sources",
    "forms",
    "mailboxes",
    "unmatched",
    "scoring",
    "agreement",
    "qualification",
    "handoff",
    "routing",
    "clocks",
    "disputes",
    "merging",
]

urlpatterns = [path("", include(f"leads.{wing}.urls")) for wing in WINGS]
