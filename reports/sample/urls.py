from django.urls import path

from reports.sample import views

urlpatterns = [
    path("settings/sample/", views.show, name="sample"),
    path("settings/sample/removal/", views.removal, name="sample_removal"),
]
