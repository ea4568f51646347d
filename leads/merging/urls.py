from django.urls import path

from leads.merging import views

urlpatterns = [
    path("people/same/", views.index, name="pairs"),
    path("people/same/<int:pk>/apart/", views.apart, name="pair_apart"),
    path("people/same/<int:pk>/asking/", views.asking, name="pair_asking"),
    path("people/<int:pk>/merge/", views.choose, name="merge_choose"),
    path("people/<int:pk>/merge/<int:other>/", views.create, name="merge"),
    path("merges/<int:pk>/undoing/", views.undoing, name="unmerge"),
]
