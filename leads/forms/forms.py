from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.editing import EditForm
from funnel.once import OnceField
from leads.forms.actions.drafting import LONGEST
from leads.forms.actions.settings import origins
from leads.forms.models import ConsentText, Form
from leads.forms.phrases import LANGUAGES


class NewForm(forms.Form):
    """A form to begin with; all of it can be changed before anybody sees it."""

    once = OnceField()
    title = forms.CharField(label=_("Title"), max_length=LONGEST["title"])
    intro = forms.CharField(
        label=_("What they read first"),
        max_length=LONGEST["intro"],
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=LANGUAGES.items(), initial="en", required=False
    )
    company = forms.BooleanField(label=_("Ask for the company"), required=False, initial=True)
    phone = forms.BooleanField(label=_("Ask for a phone number"), required=False, initial=True)

    def clean_language(self):
        return self.cleaned_data["language"] or "en"


class TextsForm(forms.Form):
    """What a form says in each of its languages, and where they are led afterwards."""

    PARTS = (("title", _("Title"), 1), ("intro", _("What they read first"), 3))
    PARTS += (("thanks", _("What they read afterwards"), 3), ("send", _("Button"), 1))

    def __init__(self, content, data=None):
        super().__init__(data)
        self.languages = content["languages"]
        for name, label, rows in self.PARTS:
            for place, language in enumerate(self.languages):
                field = _words(label, LONGEST[name], rows, language, self.languages)
                field.required = name == "title" and place == 0
                field.initial = content.get(name, {}).get(language, "")
                self.fields[f"{name}_{language}"] = field
        self.fields["thanks_url"] = forms.CharField(
            label=_("Address they are led to afterwards"),
            max_length=2000,
            required=False,
            initial=content.get("thanks_url", ""),
            help_text=_("Instead of the words. Inside another page it is a link to follow."),
        )

    def texts(self):
        return {name: _by_language(self, name) for name, _label, _rows in self.PARTS}


class LanguagesForm(forms.Form):
    first = forms.ChoiceField(
        label=_("First language"),
        choices=LANGUAGES.items(),
        help_text=_("Whoever asks for none of them gets this one."),
    )
    others = forms.MultipleChoiceField(
        label=_("Also in"),
        choices=LANGUAGES.items(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def chosen(self):
        first = self.cleaned_data["first"]
        return [first, *(each for each in self.cleaned_data["others"] if each != first)]


class OriginsField(forms.CharField):
    """Addresses of sites, one a line; the value is a list of origins."""

    def __init__(self, **kwargs):
        box = forms.Textarea(attrs={"rows": 3, "spellcheck": "false"})
        super().__init__(**{"widget": box, "required": False, "max_length": 5000} | kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value):
        try:
            return origins(super().clean(value))
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None


class SettingsForm(EditForm):
    frame_hosts = OriginsField(
        label=_("Sites that may show it inside their pages"),
        help_text=_("One a line, like https://www.example.com. Nobody else may."),
    )

    class Meta:
        model = Form
        fields = ["open", "confirms", "frame_hosts"]
        labels = {
            "open": _("Open: strangers can send it"),
            "confirms": _("Ask by mail: “was it you?”, before there is a lead"),
        }


class ConsentForm(forms.Form):
    """What stands beside the box, in each language, with its purpose and for how long."""

    name = forms.CharField(label=_("Name, for us"), max_length=120)
    purpose = forms.CharField(
        label=_("Purpose"), max_length=300, help_text=_("What the data is used for.")
    )
    retention_months = forms.IntegerField(
        label=_("Kept for months"),
        min_value=1,
        max_value=600,
        required=False,
        help_text=_("Empty: until they take it back."),
    )

    def __init__(self, data=None, *, text=None):
        super().__init__(data)
        last = text.wordings.first() if text else None
        for language, name in LANGUAGES.items():
            field = _words(_("Beside the box"), 2000, 3, language, LANGUAGES)
            field.label = _("Beside the box, %s") % name
            field.initial = last.words.get(language, "") if last else ""
            self.fields[f"words_{language}"] = field
        if text:
            del self.fields["name"]
            self.fields["purpose"].initial = text.purpose
            self.fields["retention_months"].initial = text.retention_months
        else:
            self.fields["once"] = OnceField()

    def words(self):
        return _by_language(self, "words", LANGUAGES)

    def clean_name(self):
        name = self.cleaned_data["name"]
        if ConsentText.objects.filter(name__iexact=name).exists():
            raise forms.ValidationError(_("There is one of that name."))
        return name


def _words(label, longest, rows, language, languages):
    box = forms.Textarea(attrs={"rows": rows}) if rows > 1 else forms.TextInput()
    box.attrs["lang"] = language
    name = LANGUAGES.get(language, language)
    called = f"{label} ({name})" if len(languages) > 1 else label
    return forms.CharField(label=called, max_length=longest, required=False, widget=box)


def _by_language(form, name, languages=None):
    known = languages or form.languages
    return {language: form.cleaned_data.get(f"{name}_{language}", "") for language in known}
