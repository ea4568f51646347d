from django.urls import path

from deals.answers import views

urlpatterns = [
    path("handoffs/", views.index, name="inbox"),
    path("handoffs/<int:pk>/acceptance/", views.acceptance, name="acceptance"),
    path("handoffs/<int:pk>/return/", views.sending_back, name="return"),
    path("leads/<int:pk>/crossing/", views.crossing, name="crossing"),
]
