from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("", include("funnel.pages")),
    path("", include("leads.urls")),
    path("", include("deals.urls")),
    path("", include("reports.urls")),
]
