from django.urls import path

from leads.scoring import views

urlpatterns = [
    path("settings/score/", views.index, name="scoring"),
    path("settings/score/new/", views.new, name="score_rule_new"),
    path("settings/score/<int:pk>/", views.edit, name="score_rule"),
]
