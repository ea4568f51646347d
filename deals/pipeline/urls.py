from django.urls import path

from deals.pipeline.views import deals, lists

urlpatterns = [
    path("deals/", lists.index, name="deals"),
    path("deals/new/", deals.create, name="deal_new"),
    path("deals/<int:pk>/", deals.show, name="deal"),
    path("deals/<int:pk>/edit/", deals.edit, name="deal_edit"),
    path("deals/<int:pk>/stage/", deals.stage, name="stage"),
]
