from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from funnel.http import sent
from funnel.imports.registry import importer_of
from funnel.refusal import Refusal
from funnel.uploads.actions.asking import decide
from funnel.uploads.content import samples_of, shape_on_disk
from funnel.uploads.currencies import currencies_of
from funnel.uploads.formats import questions
from funnel.uploads.forms.columns import NOTE, NOTHING, ColumnsForm
from funnel.uploads.guessing import UNKNOWN, Guess, guesses, mapping_before, repairs_before
from funnel.uploads.queries import found
from funnel.uploads.views.steps import steps_of


def edit(request, pk):
    """Which column is what; formats are asked for where a column can be read in several ways."""
    upload = found(request, pk)
    if not upload.is_open:
        return redirect(upload)
    importer = importer_of(upload.kind)
    said, why = (upload.mapping, "") if upload.mapping else mapping_before(upload)
    try:
        with shape_on_disk(upload) as shape:
            samples = samples_of(shape)
            guessed = _guessed(upload, importer, said, samples, why)
            form = _form(request, shape, importer, guessed, said)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("funnel:imports")
    if form.is_bound and form.is_valid():
        missing = _missing(importer, form)
        unanswered = _unanswered(form)
        if not missing and not unanswered and "again" not in request.POST:
            mapping = form.mapping()
            repairs = repairs_before(upload, mapping["columns"])
            decide(upload, by=request.user, mapping=said | mapping, repairs=repairs)
            return redirect("funnel:import_rules", upload.pk)
        for name in unanswered:
            form.add_error(name, _unsaid(form.asked[name[2:]]))
    context = {
        "upload": upload,
        "form": form,
        "importer": importer,
        "steps": steps_of(upload, 2),
        "rows": _rows(form, samples, guessed),
        "missing": _missing(importer, form),
    }
    refused = form.is_bound and "again" not in request.POST
    return render(request, "imports/import_columns.html", context, status=422 if refused else 200)


def _guessed(upload, importer, said, samples, why):
    """{place: Guess}: what was said already, else what can be guessed; what is unknown is kept."""
    header = upload.shape["header"]
    if not said:
        kept = Guess(NOTE, UNKNOWN)
        notes = {index: kept for index, cells in enumerate(samples) if cells}
        return (notes if importer.keeps_notes else {}) | guesses(importer, header, samples)
    meant = {column: field for field, column in said.get("columns", {}).items()}
    meant |= dict.fromkeys(said.get("notes", ()), NOTE)
    return {place: Guess(meant.get(name, NOTHING), why) for place, name in enumerate(header)}


def _form(request, shape, importer, guessed, said):
    """The form for the columns as they are chosen: another choice asks for other formats."""
    header, said_now = shape.header, sent(request)
    chosen = {index: guess.target for index, guess in guessed.items()}
    if said_now is not None:
        there = {index: said_now.get(f"c{index}", "") for index in range(len(header))}
        chosen = {index: target for index, target in there.items() if target}
    columns = {target: index for index, target in chosen.items() if target not in (NOTE, NOTHING)}
    formats = said.get("formats", {})
    values = said.get("values", {})
    for_all = said_now.get("v_currency", "") if said_now is not None else ""
    stated = values | ({"currency": {"": for_all}} if for_all else {})
    currencies, base = currencies_of(importer, shape, columns, stated)
    return ColumnsForm(
        said_now,
        importer=importer,
        header=header,
        chosen=chosen,
        formats=formats,
        values=values,
        asked=questions(importer, columns, shape, formats),
        rates={"currencies": currencies, "base": base, "said": said.get("rates", {})},
    )


def _unanswered(form):
    """Fields of dates and numbers whose format nobody has said, where there is something to say."""
    return [
        name
        for name, field in form.fields.items()
        if name.startswith("f_")
        and field.choices
        and not form.cleaned_data.get(name)
        and name not in form.errors
    ]


def _unsaid(question):
    if question.fits:
        return _("Say how this column is written.")
    words = _("No format reads “%s”. Keep the column as a note, or choose one and repair its rows.")
    return words % question.example[:40]


def _missing(importer, form):
    """[labels] of each set of fields of which none has a column or a value."""
    labels = {field.name: str(field.label) for field in importer.fields}
    if form.is_bound and form.is_valid():
        mapping = form.mapping()
        there = {*mapping["columns"], *mapping["values"]}
    else:
        there = {row.value() for row in form.rows()}
    return [
        [labels[name] for name in labels if name in names]
        for names in importer.needs
        if not names & there
    ]


def _rows(form, samples, guessed):
    """(field, its first different cells, why it was guessed, the question of its format)."""
    rows = []
    for index, (field, cells) in enumerate(zip(form.rows(), samples, strict=True)):
        guess, name = guessed.get(index), f"f_{field.value()}"
        why = guess.why if guess and guess.target == field.value() else ""
        asked = form[name] if name in form.fields and form.fields[name].choices else None
        rows.append((field, cells[:3], why, asked))
    return rows
