from django.urls import path

from funnel.uploads.views import columns, files, preview, rules, runs

urlpatterns = [
    path("imports/", files.index, name="imports"),
    path("imports/new/", files.create, name="import_new"),
    path("imports/<int:pk>/", runs.show, name="import"),
    path("imports/<int:pk>/file/", files.show, name="import_file"),
    path("imports/<int:pk>/columns/", columns.edit, name="import_columns"),
    path("imports/<int:pk>/rules/", rules.edit, name="import_rules"),
    path("imports/<int:pk>/preview/", preview.show, name="import_preview"),
    path("imports/<int:pk>/repairs/", preview.mend, name="import_repairs"),
    path("imports/<int:pk>/repairs/all/", preview.leave_all, name="import_leaving"),
    path("imports/<int:pk>/repairs/<int:number>/", preview.unmend, name="import_repair_undo"),
    path("imports/<int:pk>/rows/<int:number>/", preview.row, name="import_row"),
    path("imports/<int:pk>/run/", runs.start, name="import_run"),
    path("imports/<int:pk>/pause/", runs.pause, name="import_pause"),
    path("imports/<int:pk>/resumption/", runs.resume, name="import_resumption"),
    path("imports/<int:pk>/undo/", runs.undo, name="import_undo"),
    path("imports/<int:pk>/problems/", runs.problems, name="import_problems"),
    path("imports/<int:pk>/removal/", runs.destroy, name="import_removal"),
]
