from django.urls import path

from reports.lead_page import views

urlpatterns = [path("leads/<int:pk>/", views.show, name="lead")]
