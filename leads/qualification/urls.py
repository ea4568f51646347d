from django.urls import path

from leads.qualification import views

urlpatterns = [
    path("leads/<int:pk>/qualification/", views.qualification, name="qualification"),
    path("leads/<int:pk>/disqualification/", views.disqualification, name="disqualification"),
    path("leads/<int:pk>/recycling/", views.recycling, name="recycling"),
    path("leads/<int:pk>/sleep/", views.sleep, name="sleep"),
    path("leads/<int:pk>/waking/", views.waking, name="waking"),
]
