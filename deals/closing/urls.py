from django.urls import path

from deals.closing import views

urlpatterns = [
    path("deals/<int:pk>/win/", views.winning, name="win"),
    path("deals/<int:pk>/loss/", views.losing, name="loss"),
    path("deals/<int:pk>/reopening/", views.reopening, name="reopening"),
]
