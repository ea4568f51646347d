from django.urls import path

from reports.funnel_page import rows, views

urlpatterns = [
    path("funnel/", views.show, name="funnel"),
    path("funnel/export/", views.export, name="export"),
    path("funnel/rows/", rows.index, name="rows"),
]
