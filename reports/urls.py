from django.urls import include, path

app_name = "reports"

WINGS = [
    "agreement_page",
    "calibration_page",
    "campaigns_page",
    "funnel_page",
    "heard_page",
    "lead_page",
    "line_page",
    "overlap_page",
    "rule_trial_page",
    "sample",
    "week_page",
]

urlpatterns = [path("", include(f"reports.{wing}.urls")) for wing in WINGS]
