from django import forms
from django.utils.translation import gettext_lazy as _

from funnel.once import OnceField
from funnel.uploads.content import ENCODINGS
from funnel.uploads.limits import FILE_BYTES, PASTED_LETTERS

SEPARATORS = {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab"), "|": _("Bar")}


class FileForm(forms.Form):
    """A file, or rows that were copied from a sheet."""

    once = OnceField()
    kind = forms.ChoiceField(label=_("What it holds"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        required=False,
        allow_empty_file=True,
        help_text=_("CSV, XLSX, XLS, ODS or vCard; at most %d MB and 100,000 rows.")
        % (FILE_BYTES >> 20),
    )
    text = forms.CharField(
        label=_("Or paste rows from a sheet, with the names of the columns above them"),
        required=False,
        max_length=PASTED_LETTERS,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, importers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(each.kind, each.label) for each in importers]
        self.importers = importers

    def clean(self):
        said = super().clean()
        if not said.get("file") and not (said.get("text") or "").strip() and not self.errors:
            self.add_error("file", _("Choose a file, or paste rows below."))
        elif said.get("file") and (said.get("text") or "").strip():
            self.add_error("text", _("There is a file too. Bring one of the two; the other later."))
        return said


class ShapeForm(forms.Form):
    """How the file is to be read, where what was found is wrong."""

    sheet = forms.TypedChoiceField(label=_("Sheet"), coerce=int)
    encoding = forms.ChoiceField(label=_("Encoding"), required=False)
    separator = forms.ChoiceField(label=_("Separator"), required=False)
    heading = forms.IntegerField(
        label=_("The names of the columns stand in row"),
        required=False,
        min_value=0,
        max_value=1000,
        help_text=_("0 where the first row is data already. Blank: as found."),
    )

    def __init__(self, *args, upload, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sheet"].choices = list(enumerate(upload.sheets))
        self.fields["encoding"].choices = [("", _("As found")), *ENCODINGS.items()]
        self.fields["separator"].choices = [("", _("As found")), *SEPARATORS.items()]
        if len(upload.sheets) == 1:
            self.fields["sheet"].widget = forms.HiddenInput()
