from django.urls import path

from funnel.teams import views

urlpatterns = [
    path("settings/teams/", views.index, name="teams"),
    path("settings/teams/new/", views.new, name="team_new"),
    path("settings/teams/<int:pk>/", views.edit, name="team"),
]
