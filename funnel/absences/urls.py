from django.urls import path

from funnel.absences import views

urlpatterns = [
    path("settings/absences/", views.index, name="absences"),
    path("settings/absences/new/", views.new, name="absence_new"),
    path("settings/absences/<int:pk>/", views.edit, name="absence"),
    path("settings/absences/<int:pk>/removal/", views.removal, name="absence_removal"),
]
