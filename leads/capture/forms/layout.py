from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django.utils.translation import gettext_lazy

WITH_COUNTRY = gettext_lazy("With the country code, like +49 40 123456.")


def plain(*rows):
    """A helper that lays out the fields and nothing around them."""
    helper = FormHelper()
    helper.form_tag, helper.disable_csrf = False, True
    helper.layout = Layout(*rows)
    return helper
