from allauth.account.adapter import DefaultAccountAdapter


class ClosedAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator: there is no sign-up page."""

    def is_open_for_signup(self, request):
        return False
