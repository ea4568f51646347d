from django.urls import path, re_path

from leads.links.views import builder, dictionary, links, qr, redirect, trial

urlpatterns = [
    path("l/<str:code>", redirect.follow, name="follow"),
    path("l/<str:code>/", redirect.follow),  # as people type it
    path("links/", links.index, name="links"),
    path("links/new/", links.create, name="link_new"),
    path("links/sheet/", qr.sheet, name="link_sheet"),
    path("links/builder/", builder.show, name="link_builder"),
    path("links/<int:pk>/", links.show, name="link"),
    path("links/<int:pk>/edit/", links.edit, name="link_edit"),
    path("links/<int:pk>/pausing/", links.pausing, name="link_pausing"),
    path("links/<int:pk>/archiving/", links.archiving, name="link_archiving"),
    path("links/<int:pk>/trial/", trial.show, name="link_trial"),
    re_path(r"^links/(?P<pk>[0-9]+)/qr\.(?P<kind>svg|png)$", qr.show, name="link_qr"),
    path("settings/utm/", dictionary.index, name="utm"),
    path("settings/utm/new/", dictionary.new, name="utm_new"),
    path("settings/utm/<int:pk>/", dictionary.edit, name="utm_value"),
    path("settings/utm/<int:pk>/merging/", dictionary.merging, name="utm_merging"),
    path("settings/utm/<int:pk>/removal/", dictionary.removal, name="utm_removal"),
]
