"""What the form of a draft asks with."""

from django import forms


class Several(forms.MultipleChoiceField):
    """Tick boxes; none need be ticked, unless told."""

    def __init__(self, label, choices=(), **kwargs):
        kwargs = {"widget": forms.CheckboxSelectMultiple, "required": False} | kwargs
        super().__init__(label=label, choices=choices, **kwargs)


class PhrasesField(forms.CharField):
    """Phrases between commas."""

    def clean(self, value):
        said = super().clean(value)
        return [phrase.strip() for phrase in said.split(",") if phrase.strip()]

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list) else value
