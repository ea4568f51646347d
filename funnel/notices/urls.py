from django.urls import path

from funnel.notices.views import centre, preferences, unsubscribing

urlpatterns = [
    path("notices/", centre.index, name="notices"),
    path("notices/latest/", centre.latest, name="notices_latest"),
    path("notices/reading/", centre.reading_all, name="notices_reading"),
    path("notices/<int:pk>/opening/", centre.opening, name="notice_opening"),
    path("notices/<int:pk>/reading/", centre.reading, name="notice_reading"),
    path("notices/off/<str:token>/", unsubscribing.show, name="unsubscribe"),
    path("me/notices/", preferences.edit, name="my_notices"),
]
