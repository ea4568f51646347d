from django.contrib import admin
from django.urls import include, path

from funnel.accounts import closed

handler403 = "funnel.problems.forbidden"
handler404 = "funnel.problems.missing"

urlpatterns = [
    path("accounts/email/", closed, name="account_email"),  # administrators change addresses
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("leads.urls")),
    path("", include("funnel.pages")),
    path("", include("deals.urls")),
    path("", include("reports.urls")),
]
