from django.urls import path

from deals.pricing import views

urlpatterns = [
    path("price-books/", views.index, name="price_books"),
    path("price-books/new/", views.create, name="price_book_new"),
    path("price-books/<int:pk>/", views.show, name="price_book"),
    path("price-books/<int:pk>/edit/", views.edit, name="price_book_edit"),
    path("price-books/<int:pk>/prices/", views.prices, name="prices"),
]
