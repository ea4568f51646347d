from django import forms
from django.utils.translation import gettext_lazy

from funnel.editing import EditForm
from funnel.once import OnceField
from leads.capture.models import Form


class FormForm(EditForm):
    once = OnceField()

    class Meta:
        model = Form
        fields = ["title", "intro", "asks_company", "asks_phone", "thanks", "open"]
        widgets = {"intro": forms.Textarea(attrs={"rows": 3})}
        labels = {"open": gettext_lazy("Open: strangers can send it")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["once"]
