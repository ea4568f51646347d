from django.urls import path

from deals.activities import views

urlpatterns = [
    path("activities/new/", views.create, name="activity_new"),
    path("activities/preview/", views.preview, name="activity_preview"),
    path("next-steps/new/", views.plan_step, name="next_step_new"),
    path("next-steps/<int:pk>/", views.move_step, name="next_step"),
    path("next-steps/<int:pk>/done/", views.finish_step, name="next_step_done"),
    path("next-steps/<int:pk>/snooze/", views.snooze_step, name="next_step_snooze"),
]
