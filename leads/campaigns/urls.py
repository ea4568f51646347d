from django.urls import path

from leads.campaigns.views import campaigns, ledgers

urlpatterns = [
    path("campaigns/new/", campaigns.create, name="campaign_new"),
    path("campaigns/<int:pk>/edit/", campaigns.edit, name="campaign_edit"),
    path("campaigns/<int:pk>/stages/<str:to>/", campaigns.stage, name="campaign_stage"),
    path("campaigns/<int:pk>/clones/", campaigns.cloning, name="campaign_clone"),
    path("campaigns/<int:pk>/archiving/", campaigns.archiving, name="campaign_archiving"),
    path("campaigns/<int:pk>/spend/", ledgers.spend, name="spend"),
    path("campaigns/<int:pk>/reach/", ledgers.reach, name="reach"),
]
