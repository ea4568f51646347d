from django.urls import path

from funnel.organisation import views

urlpatterns = [path("settings/organisation/", views.edit, name="organisation")]
