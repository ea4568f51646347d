from django.urls import path

from leads.products import views

urlpatterns = [
    path("products/", views.index, name="products"),
    path("products/new/", views.create, name="product_new"),
    path("products/<int:pk>/edit/", views.edit, name="product_edit"),
]
