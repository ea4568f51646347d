from django.urls import path

from funnel.home import views

urlpatterns = [
    path("", views.show, name="home"),
    path("settings/", views.settings, name="settings"),
]
