from django.urls import path

from leads.clocks import views

urlpatterns = [
    path("handoffs/<int:pk>/hold/", views.holding, name="hold"),
    path("handoffs/<int:pk>/resumption/", views.resumption, name="resumption"),
    path("handoffs/<int:pk>/nudge/", views.nudging, name="nudge"),
]
