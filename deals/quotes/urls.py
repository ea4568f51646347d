from django.urls import path

from deals.quotes.views import customer, inside, writing

urlpatterns = [
    path("quotes/", inside.index, name="quotes"),
    path("deals/<int:pk>/quotes/new/", writing.create, name="quote_new"),
    path("price-books/<int:pk>/totals/", writing.totals, name="quote_totals"),
    path("quotes/<int:pk>/", inside.show, name="quote"),
    path("quotes/<int:pk>/edit/", writing.edit, name="quote_edit"),
    path("quotes/<int:pk>/sending/", inside.sending, name="quote_sending"),
    path("quotes/<int:pk>/acceptance/", inside.acceptance, name="quote_acceptance"),
    path("quotes/<int:pk>/declining/", inside.declining, name="quote_declining"),
    path("q/<slug:token>/", customer.show, name="public_quote"),
    path("q/<slug:token>/acceptance/", customer.acceptance, name="public_quote_acceptance"),
    path("q/<slug:token>/declining/", customer.declining, name="public_quote_declining"),
]
