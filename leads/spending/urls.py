from django.urls import path

from leads.spending import views

urlpatterns = [
    path("campaigns/<int:pk>/spend/", views.spend, name="spend"),
    path("campaigns/<int:pk>/reach/", views.reach, name="reach"),
]
