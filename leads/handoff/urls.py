from django.urls import path

from leads.handoff import views

urlpatterns = [
    path("leads/<int:pk>/offer/", views.offer, name="offer"),
    path("handoffs/<int:pk>/withdrawal/", views.withdrawal, name="withdrawal"),
]
