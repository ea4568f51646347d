from django.urls import path

from funnel.me import views

urlpatterns = [path("me/", views.edit, name="me")]
