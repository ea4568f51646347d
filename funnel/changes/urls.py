from django.urls import path

from funnel.changes import views

urlpatterns = [path("settings/changes/", views.index, name="changes")]
