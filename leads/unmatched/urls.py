from django.urls import path

from leads.unmatched import views

urlpatterns = [
    path("links/unmatched/", views.index, name="unmatched"),
    path("links/unmatched/naming/", views.naming, name="unmatched_naming"),
    path("links/unmatched/ignoring/", views.ignoring, name="unmatched_ignoring"),
    path("links/unmatched/<int:pk>/undoing/", views.undoing, name="unmatched_undoing"),
]
