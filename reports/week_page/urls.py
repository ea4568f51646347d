from django.urls import path

from reports.week_page import views

urlpatterns = [path("week/", views.show, name="week")]
