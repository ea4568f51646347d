from django.urls import path

from reports.campaigns_page import views

urlpatterns = [
    path("campaigns/", views.index, name="campaigns"),
    path("campaigns/compare/", views.compare, name="campaigns_compared"),
    path("campaigns/<int:pk>/", views.show, name="campaign"),
]
