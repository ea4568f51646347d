from django.urls import path

from funnel.roles import views

urlpatterns = [path("settings/roles/", views.edit, name="roles")]
