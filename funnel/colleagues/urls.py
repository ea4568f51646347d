from django.urls import path

from funnel.colleagues import views

urlpatterns = [
    path("settings/people/", views.index, name="colleagues"),
    path("settings/people/new/", views.new, name="colleague_new"),
    path("settings/people/<int:pk>/", views.edit, name="colleague"),
    path("settings/people/<int:pk>/invitation/", views.invite, name="invitation"),
    path("settings/people/<int:pk>/deactivation/", views.lock_out, name="deactivation"),
    path("settings/people/<int:pk>/activation/", views.let_in, name="activation"),
]
