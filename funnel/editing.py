"""Two people edit one record at once: fields merge, and nobody is silently overwritten."""

from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from funnel.history import as_of, changes, version
from funnel.http import refusals_on, way_back
from funnel.models import User


@dataclass(frozen=True)
class Conflict:
    """One field that somebody else changed while this reader wrote."""

    field: str
    label: str
    before: object
    theirs: object
    mine: object
    by: str
    at: datetime


class EditForm(forms.ModelForm):
    """A form of a remembered record that knows which version of it was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.conflicts = []
        if self.instance.pk:
            self.initial["version"] = version(self.instance)

    def value_of(self, row, name):
        """What the field `name` shows of `row`: the record, or an earlier version of it."""
        return getattr(row, name)

    def merged(self, record):
        """The values to keep, by field, for `record` as it is now (and locked).

        What the reader left alone stays as it is now. Where both changed the same field, theirs
        stays and `conflicts` tells; sent once more the reader's is kept, or theirs (`take`).
        """
        before = as_of(record, self.cleaned_data.get("version") or 0)
        taken = self.data.getlist("take")
        values = {name: self._kept(name, before, record, taken) for name in self._shown()}
        if self.conflicts:
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = version(record)
        return values

    def _shown(self):
        return [name for name in self.cleaned_data if name != "version"]

    def _kept(self, name, before, record, taken):
        was, theirs = self.value_of(before, name), self.value_of(record, name)
        mine = self.cleaned_data[name]
        if mine == was or name in taken:
            return theirs
        if theirs in (was, mine):
            return mine
        self.conflicts.append(self._conflict(name, was, theirs, mine, record))
        return theirs

    def _conflict(self, name, was, theirs, mine, record):
        changed = [c for c in changes(record) if c.field in (name, f"{name}_id")]
        by = User.objects.filter(pk=changed[0].by_id).first() if changed else None
        return Conflict(
            field=name,
            label=self.fields[name].label,
            before=was,
            theirs=theirs,
            mine=mine,
            by=by.name if by else _("Somebody"),
            at=changed[0].at if changed else None,
        )


@transaction.atomic
def written(form):
    """Merge a valid EditForm into its record as it is now; False where there are conflicts."""
    record = form._meta.model._base_manager.select_for_update().get(pk=form.instance.pk)
    values = form.merged(record)
    for field, value in values.items():
        setattr(record, field, value)
    record.save(update_fields=list(values))
    return not form.conflicts


def edit_page(request, form, *, keep=written, **context):
    """One EditForm: shown, kept (then back to where `next` says, else to the record), refused
    (422) or in conflict (409).

    `keep(form)` writes and says whether nothing was in conflict. `context`: title, back, …
    """
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            if keep(form):
                messages.success(request, _("Saved."))
                return redirect(way_back(request, form.instance))
    status = 409 if form.conflicts else 422 if form.errors else 200
    page = "components/_edit_page.html"
    return render(request, page, {"form": form, **context}, status=status)
