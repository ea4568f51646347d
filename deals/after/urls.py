from django.urls import path

from deals.after import views

urlpatterns = [
    path("after/", views.index, name="after"),
    path("deals/<int:pk>/payments/new/", views.payment, name="payment_new"),
    path("deals/<int:pk>/deliveries/new/", views.promising, name="delivery_new"),
    path("deliveries/<int:pk>/delivering/", views.delivering, name="delivering"),
    path("deliveries/<int:pk>/acceptance/", views.accepting, name="delivery_acceptance"),
    path("deals/<int:pk>/again/", views.again, name="again"),
]
