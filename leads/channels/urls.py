from django.urls import path

from leads.channels import views

urlpatterns = [
    path("settings/channels/", views.index, name="channels"),
    path("settings/channels/new/", views.new, name="channel_new"),
    path("settings/channels/<int:pk>/", views.edit, name="channel"),
]
