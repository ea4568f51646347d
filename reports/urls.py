from django.urls import include, path

app_name = "reports"

WINGS = ["funnel_page", "lead_page", "sample"]

urlpatterns = [path("", include(f"reports.{wing}.urls")) for wing in WINGS]
