from django.urls import path

from reports.line_page import views

urlpatterns = [path("line/", views.show, name="line")]
