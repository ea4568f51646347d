from django.urls import path

from leads.mailboxes import views

urlpatterns = [
    path("sources/mailboxes/new/", views.create, name="mailbox_new"),
    path("sources/<int:pk>/mailbox/", views.edit, name="mailbox_edit"),
]
