from django.urls import include, path

app_name = "reports"

WINGS = ["agreement_page", "funnel_page", "line_page", "lead_page", "campaigns_page", "sample"]

urlpatterns = [path("", include(f"reports.{wing}.urls")) for wing in WINGS]
