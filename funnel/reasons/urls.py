from django.urls import path

from funnel.reasons import views

urlpatterns = [
    path("settings/reasons/", views.index, name="reasons"),
    path("settings/reasons/new/", views.new, name="reason_new"),
    path("settings/reasons/<int:pk>/", views.edit, name="reason"),
]
