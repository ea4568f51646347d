from django.urls import path

from leads.people import views

urlpatterns = [
    path("people/", views.index, name="people"),
    path("people/<int:pk>/", views.show, name="person"),
    path("people/<int:pk>/edit/", views.edit, name="person_edit"),
    path("companies/<int:pk>/", views.company, name="company"),
    path("companies/<int:pk>/edit/", views.company_edit, name="company_edit"),
]
