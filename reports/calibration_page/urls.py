from django.urls import path

from reports.calibration_page import rows, views

urlpatterns = [
    path("calibration/", views.index, name="calibration"),
    path("calibration/rows/", rows.index, name="calibration_rows"),
]
