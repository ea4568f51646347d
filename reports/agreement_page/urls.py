from django.urls import path

from reports.agreement_page import views

urlpatterns = [
    path("agreement/", views.index, name="agreement"),
    path("agreement/<int:number>/", views.version, name="agreement_version"),
    path("agreement/draft/offers/", views.offers, name="agreement_offers"),
]
