from allauth.account.adapter import DefaultAccountAdapter
from django.http import Http404


class ClosedAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator: there is no sign-up page."""

    def is_open_for_signup(self, request):
        return False


def closed(request):
    """A page of the package that this product does not have."""
    raise Http404
