from django.urls import path

from leads.campaigns.views import campaigns, ledgers

urlpatterns = [
    path("campaigns/", campaigns.index, name="campaigns"),
    path("campaigns/new/", campaigns.create, name="campaign_new"),
    path("campaigns/<int:pk>/", campaigns.show, name="campaign"),
    path("campaigns/<int:pk>/edit/", campaigns.edit, name="campaign_edit"),
    path("campaigns/<int:pk>/archiving/", campaigns.archiving, name="campaign_archiving"),
    path("campaigns/<int:pk>/spend/", ledgers.spend, name="spend"),
    path("campaigns/<int:pk>/reach/", ledgers.reach, name="reach"),
]
