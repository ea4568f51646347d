from django.urls import path

from reports.rule_trial_page import views

urlpatterns = [path("settings/score/trial/", views.index, name="rule_trial")]
