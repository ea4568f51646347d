from django.urls import path

from reports.heard_page import views

urlpatterns = [
    path("heard/", views.index, name="heard"),
    path("heard/rows/", views.rows, name="heard_rows"),
]
