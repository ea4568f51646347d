from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from funnel.changes.queries import entries_about
from funnel.http import back_with, form_page, may
from funnel.listing import chosen, paged, pills
from funnel.permissions import Can
from leads.links.actions.dictionary import add, change, merge, remove
from leads.links.forms.dictionary import MergeForm, ValueForm
from leads.links.models import UtmAlias, UtmValue
from leads.links.queries import used_by

VIEWS = {"source": gettext_lazy("Sources"), "medium": gettext_lazy("Mediums")}
PAGE = "settings/utm_value.html"
CHANGES_SHOWN = 50


@may(Can.CHANGE_SETTINGS)
def index(request):
    view = chosen(request, VIEWS, "source")
    values = UtmValue.objects.filter(kind=view).select_related("channel")
    page = paged(request, values.prefetch_related("aliases"))
    used = used_by(page.object_list)
    told = [*entries_about(UtmValue), *entries_about(UtmAlias)]
    context = {
        "page": page,
        "rows": [(value, used[value.pk]) for value in page],
        "pills": pills(request, VIEWS, view),
        "view": view,
        "changes": sorted(told, key=lambda entry: entry.at, reverse=True)[:CHANGES_SHOWN],
    }
    return render(request, "settings/utm.html", context)


@may(Can.CHANGE_SETTINGS)
def new(request):
    form = ValueForm(request.POST or None, initial={"kind": request.GET.get("view", "source")})

    def act(values):
        added = add(values.pop("kind"), values.pop("value"), **values)
        messages.success(request, _("Added. Links may carry it from now on."))
        return _list(added.kind)

    words = {"title": _("A new source or medium"), "verb": _("Add it")}
    return form_page(request, form, act, PAGE, **words)


@may(Can.CHANGE_SETTINGS)
def edit(request, pk):
    value = get_object_or_404(UtmValue, pk=pk)
    aliases = ", ".join(value.aliases.values_list("value", flat=True))
    now = {"channel": value.channel_id, "counts_as": value.counts_as, "aliases": aliases}

    def act(values):
        change(value, **values)
        messages.success(request, _("Saved."))
        return _list(value.kind)

    form = ValueForm(request.POST or None, value=value, initial=now)
    words = {"title": value.value, "verb": _("Save"), "value": value}
    return form_page(request, form, act, PAGE, used=used_by([value])[value.pk], **words)


@may(Can.CHANGE_SETTINGS)
def merging(request, pk):
    """Another value takes its place; links that carry it go on and are read as that one."""
    value = get_object_or_404(UtmValue, pk=pk)
    used = used_by([value])[value.pk]

    def act(values):
        into = merge(value, **values)
        messages.success(request, _("It is read as %s from now on.") % into)
        return _list(into.kind)

    form = MergeForm(value, request.POST or None)
    words = {"title": _("Merge %s into another value") % value, "verb": _("Merge it")}
    sentence = ngettext(
        "%d link carries it. It stays as it is and is read as the other value.",
        "%d links carry it. They stay as they are and are read as the other value.",
        used,
    )
    back = {"back": _list(value.kind), "back_label": _("UTM dictionary")}
    return form_page(request, form, act, sentence=sentence % used, **words, **back)


@may(Can.CHANGE_SETTINGS)
def removal(request, pk):
    value = get_object_or_404(UtmValue, pk=pk)
    back = _list(value.kind)
    if used_by([value])[value.pk]:
        words = _("Links carry this value. Merge it into another one instead.")
        return back_with(request, words, reverse("leads:utm_value", args=[pk]))
    if request.method == "POST":
        remove(value)
        messages.success(request, _("Removed."))
        return redirect(back)
    context = {
        "question": _("Remove %s from the dictionary?") % value,
        "effect": _("No link carries it. New links cannot be made with it."),
        "verb": _("Remove it"),
        "kind": "danger",
        "back": back,
    }
    return render(request, "components/_confirm_page.html", context)


def _list(kind):
    return f"{reverse('leads:utm')}?view={kind}"
