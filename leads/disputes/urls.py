from django.urls import path

from leads.disputes import views

urlpatterns = [
    path("handoffs/<int:pk>/answer/", views.replying, name="reply"),
    path("handoffs/<int:pk>/dispute/", views.disputing, name="dispute"),
    path("handoffs/<int:pk>/decision/", views.deciding, name="decision"),
]
