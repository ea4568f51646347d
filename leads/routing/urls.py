from django.urls import path

from leads.routing.views import bulk, limits, offering, rules

urlpatterns = [
    path("leads/offer/", bulk.offer_many, name="offer_many"),
    path("leads/offer/made/", bulk.made, name="offers_made"),
    path("leads/offer/withdrawal/", bulk.take_back, name="offers_withdrawal"),
    path("leads/<int:pk>/offer/", offering.offer, name="offer"),
    path("handoffs/<int:pk>/claim/", offering.claim, name="claim"),
    path("settings/routing/", rules.index, name="routing"),
    path("settings/routing/new/", rules.new, name="routing_rule_new"),
    path("settings/routing/<int:pk>/", rules.edit, name="routing_rule"),
    path("settings/routing/<int:pk>/up/", rules.up, name="routing_rule_up"),
    path("settings/routing/<int:pk>/down/", rules.down, name="routing_rule_down"),
    path("settings/routing/<int:pk>/removal/", rules.removal, name="routing_rule_removal"),
    path("settings/routing/trial/", rules.trial, name="routing_trial"),
    path("settings/routing/claims/", limits.claims, name="claim_rule"),
    path("settings/routing/people/<int:pk>/", limits.seat, name="seat"),
]
