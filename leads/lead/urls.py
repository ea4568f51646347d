from django.urls import path

from leads.lead import views

urlpatterns = [
    path("leads/", views.index, name="leads"),
    path("leads/<int:pk>/edit/", views.edit, name="lead_edit"),
]
