"""The floor's own addresses: settings, people, one's own preferences."""

app_name = "funnel"

urlpatterns = []
