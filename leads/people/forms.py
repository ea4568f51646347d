from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from leads.people.models import Company, Person


class PersonForm(EditForm):
    company = forms.CharField(
        label=_("Company"),
        max_length=200,
        required=False,
        help_text=_("Another name moves them to that company; a new one is added."),
    )

    class Meta:
        model = Person
        fields = ["name", "email", "phone"]
        help_texts = {"phone": _("With the country code, like +49 40 123456.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["company"] = self.value_of(self.instance, "company")
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        self.helper.layout = Layout("name", Row("email", "phone"), "company", "version")

    def value_of(self, row, name):
        value = super().value_of(row, name)
        return str(value or "") if name == "company" else value


class CompanyForm(EditForm):
    class Meta:
        model = Company
        fields = ["name", "domain", "city"]
