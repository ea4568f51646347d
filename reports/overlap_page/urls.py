from django.urls import path

from reports.overlap_page import views

urlpatterns = [path("people/overlap/", views.index, name="overlap")]
