from django.urls import path

from deals.day import views

urlpatterns = [path("day/", views.index, name="day")]
