from django.urls import path

from leads.handoff import views

urlpatterns = [
    path("handoffs/<int:pk>/withdrawal/", views.withdrawal, name="withdrawal"),
]
