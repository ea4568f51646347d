from django.urls import path

from leads.sources import views

urlpatterns = [
    path("sources/", views.index, name="sources"),
    path("sources/new/", views.create, name="source_new"),
    path("sources/<int:pk>/", views.show, name="source"),
    path("sources/<int:pk>/edit/", views.edit, name="source_edit"),
    path("sources/<int:pk>/key/", views.renewing, name="source_key"),
    path("sources/<int:pk>/closing/", views.closing, name="source_closing"),
    path("sources/<int:pk>/opening/", views.opening, name="source_opening"),
]
