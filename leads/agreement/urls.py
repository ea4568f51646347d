from django.urls import path

from leads.agreement import views

SIGNATURE = "agreement/<int:number>/signatures/<slug:side>/"

urlpatterns = [
    path("agreement/drafts/", views.drafting, name="agreement_drafting"),
    path("agreement/draft/", views.edit, name="agreement_draft"),
    path("agreement/draft/start/", views.start, name="agreement_start"),
    path("agreement/draft/removal/", views.removal, name="agreement_removal"),
    path(SIGNATURE, views.signature, name="agreement_signature"),
    path(f"{SIGNATURE}removal/", views.signature_removal, name="agreement_signature_removal"),
]
