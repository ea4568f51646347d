from django.urls import path

from reports.line_page import rows, views

urlpatterns = [
    path("line/", views.show, name="line"),
    path("line/rows/", rows.index, name="line_rows"),
]
