from django.urls import include, path

app_name = "deals"

WINGS = ["activities", "answers", "pricing", "pipeline", "quotes", "closing", "after", "day"]

urlpatterns = [path("", include(f"deals.{wing}.urls")) for wing in WINGS]
