from django.urls import path

from leads.capture.views import (
    by_hand,
    confirmation,
    endpoint,
    forms,
    hosted,
    many,
    submissions,
    words,
)

urlpatterns = [
    path("f/confirming/<str:ticket>/", confirmation.show, name="confirmation"),
    path("f/<slug:token>/", hosted.show, name="hosted"),
    path("f/<slug:token>/thanks/", hosted.thanks, name="thanks"),
    path("api/captures/", endpoint.receive, name="captures"),
    path("api/captures/<uuid:submission_id>/", endpoint.show, name="capture"),
    path("leads/quick/", by_hand.quick, name="lead_quick"),
    path("leads/new/", by_hand.create, name="lead_new"),
    path("forms/", forms.index, name="forms"),
    path("forms/new/", forms.choose, name="form_new"),
    path("campaigns/<int:campaign_pk>/forms/new/", forms.create, name="form_new"),
    path("forms/<int:pk>/", forms.show, name="form"),
    path("forms/<int:pk>/test/", forms.test, name="form_test"),
    path("submissions/", submissions.index, name="submissions"),
    path("submissions/deciding/", many.deciding, name="submissions_deciding"),
    path("submissions/words/", words.index, name="spam_words"),
    path("submissions/words/<int:pk>/", words.unblocking, name="spam_word"),
    path("submissions/<int:pk>/spam/", submissions.spam, name="submission_spam"),
    path("submissions/<int:pk>/", submissions.show, name="submission"),
    path("submissions/<int:pk>/mending/", submissions.mending, name="submission_mending"),
    path("submissions/<int:pk>/admission/", submissions.admission, name="submission_admission"),
    path("submissions/<int:pk>/aside/", submissions.aside, name="submission_aside"),
]
