from django.urls import path

from leads.forms.views import consents, draft, fields, publishing, settings

urlpatterns = [
    path("forms/<int:pk>/fields/", fields.index, name="form_fields"),
    path("forms/<int:pk>/fields/<slug:key>/", fields.edit, name="form_field"),
    path("forms/<int:pk>/fields/<slug:key>/moving/", fields.moving, name="form_field_moving"),
    path("forms/<int:pk>/fields/<slug:key>/removal/", fields.removal, name="form_field_removal"),
    path("forms/<int:pk>/texts/", draft.texts, name="form_texts"),
    path("forms/<int:pk>/languages/", draft.languages, name="form_languages"),
    path("forms/<int:pk>/preview/", draft.preview, name="form_preview"),
    path("forms/<int:pk>/draft/removal/", draft.removal, name="form_draft_removal"),
    path("forms/<int:pk>/edit/", settings.edit, name="form_edit"),
    path("forms/<int:pk>/share/", settings.share, name="form_share"),
    path("forms/<int:pk>/archiving/", settings.archiving, name="form_archiving"),
    path("forms/<int:pk>/publication/", publishing.show, name="form_publication"),
    path("forms/<int:pk>/versions/<int:number>/", publishing.version, name="form_version"),
    path("consents/", consents.index, name="consent_texts"),
    path("consents/new/", consents.create, name="consent_text_new"),
    path("consents/<int:pk>/", consents.show, name="consent_text"),
]
