"""What is typed at the gate, in the product's words."""

from allauth.account.forms import LoginForm, ResetPasswordForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("E-mail")
        self.fields["remember"].label = _("Stay signed in")
        _say_it_once(self.fields)


class ForgottenForm(ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail")
        _say_it_once(self.fields)


def _say_it_once(fields):
    """A label stands above each field; a placeholder would say the same again."""
    for field in fields.values():
        field.widget.attrs.pop("placeholder", None)
