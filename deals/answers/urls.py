from django.urls import path

from deals.answers.views import answers, inbox, owners, waiting

urlpatterns = [
    path("handoffs/", inbox.index, name="inbox"),
    path("handoffs/news/", inbox.news, name="inbox_news"),
    path("handoffs/<int:pk>/acceptance/", answers.acceptance, name="acceptance"),
    path("handoffs/<int:pk>/return/", answers.sending_back, name="return"),
    path("handoffs/<int:pk>/snooze/", waiting.snoozing, name="snooze_offer"),
    path("handoffs/<int:pk>/waking/", waiting.waking, name="wake_offer"),
    path("handoffs/<int:pk>/passing/", waiting.passing, name="pass_on"),
    path("leads/<int:pk>/crossing/", answers.crossing, name="crossing"),
    path("leads/<int:pk>/owners/", owners.edit, name="lead_owners"),
]
