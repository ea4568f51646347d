"""Countries and languages, as codes with commas between them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from leads.people.places import territories
from leads.routing.conditions import language_names


class CodesField(forms.CharField):
    """ISO codes with commas between them; its value is the list of them."""

    def __init__(self, known, turned, **kwargs):
        super().__init__(max_length=120, required=False, **kwargs)
        self.known, self.turned = known, turned

    def clean(self, value):
        codes = [self.turned(code) for code in super().clean(value).replace(",", " ").split()]
        unknown = [code for code in codes if code not in self.known()]
        if unknown:
            raise forms.ValidationError(_("Not known: %s") % ", ".join(unknown))
        return codes


def countries(**kwargs):
    kwargs = {"help_text": _("Two letters each, as in DE, AT. By the phone's country.")} | kwargs
    return CodesField(territories, str.upper, **kwargs)


def languages(**kwargs):
    kwargs = {"help_text": _("As in de, en. By the phone's country.")} | kwargs
    return CodesField(language_names, str.lower, **kwargs)
