from django.urls import path

from leads.responses import views

urlpatterns = [
    path("campaigns/<int:pk>/responses/", views.index, name="responses"),
    path("campaigns/<int:pk>/responses/list/", views.listed, name="responses_listed"),
    path("campaigns/<int:pk>/responses/chosen/", views.set_many, name="responses_chosen"),
]
