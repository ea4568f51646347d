from django.urls import path

from leads.spending.views import budgets, entries, ledger

urlpatterns = [
    path("campaigns/<int:pk>/spend/", entries.spend, name="spend"),
    path("campaigns/<int:pk>/reach/", entries.reach, name="reach"),
    path("campaigns/<int:pk>/budget/", budgets.of_campaign, name="campaign_budget"),
    path("spend/", ledger.index, name="ledger"),
    path("spend/new/", entries.new, name="spend_new"),
    path("spend/<int:pk>/taking-back/", entries.taking_back, name="spend_taking_back"),
    path("budget/", budgets.index, name="budget"),
    path("budget/<int:year>/<str:head>/", budgets.edit, name="head_budget"),
]
