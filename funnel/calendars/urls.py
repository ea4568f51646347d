from django.urls import path

from funnel.calendars import views

urlpatterns = [
    path("settings/calendars/", views.index, name="calendars"),
    path("settings/calendars/new/", views.new, name="calendar_new"),
    path("settings/calendars/<int:pk>/", views.edit, name="calendar"),
    path("settings/calendars/<int:pk>/removal/", views.removal, name="calendar_removal"),
]
