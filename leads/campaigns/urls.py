from django.urls import path

from leads.campaigns import views

urlpatterns = [
    path("campaigns/new/", views.create, name="campaign_new"),
    path("campaigns/<int:pk>/edit/", views.edit, name="campaign_edit"),
    path("campaigns/<int:pk>/stages/<str:to>/", views.stage, name="campaign_stage"),
    path("campaigns/<int:pk>/clones/", views.cloning, name="campaign_clone"),
    path("campaigns/<int:pk>/archiving/", views.archiving, name="campaign_archiving"),
]
