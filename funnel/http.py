"""What every view shares: who may, one answer for htmx and for everyone else, a no on a form."""

from contextlib import contextmanager
from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from funnel.once import led_to, once
from funnel.refusal import LostRace, Refusal


def may(*permissions):
    """Let the view through for holders of every permission in `permissions`; 403 for others."""

    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.has_perms(permissions):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def fragment(request, template, context, *, page):
    """The fragment for htmx; for everyone else, a redirect to the page that holds it."""
    return render(request, template, context) if request.htmx else redirect(page)


def renewed():
    """For htmx: what it asked about is over, and the whole page is shown anew."""
    return HttpResponse(headers={"HX-Refresh": "true"})


def back_with(request, words, *place):
    """Where an act's page is asked for and the act cannot be done now: there, told why."""
    messages.warning(request, words)
    return redirect(*place)


def said(request, words, *, undo):
    """What happened, at the foot of the next page; `undo` is the address that takes it back."""
    messages.success(request, words, extra_tags=undo)


def sent(request):
    """What a form is filled with: the body of a POST, though it may be empty; None otherwise."""
    return request.POST if request.method == "POST" else None


@contextmanager
def refusals_on(form):
    """A Refusal inside the block becomes an error of `form`, at its field if the form has it.

    A LostRace passes: nothing on the form can mend it.
    """
    try:
        yield
    except LostRace:
        raise
    except Refusal as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)


def form_page(request, form, act, template="components/_edit_page.html", **context):
    """One form: shown, tried once per rendering, or shown again with what was refused (422).

    `act(values)` does it and returns where to go: an address, a route's name or a record.
    """
    if form.is_bound and (before := led_to(form)):
        return redirect(before)
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        with refusals_on(form):
            return redirect(once(values.pop("once", None), lambda: act(values)))
    status = 422 if form.is_bound else 200
    return render(request, template, {"form": form, **context}, status=status)


def way_back(request, otherwise):
    """The address that the form or the link named in `next`, if it is one of ours."""
    there = request.POST.get("next") or request.GET.get("next", "")
    ours = url_has_allowed_host_and_scheme(there, allowed_hosts={request.get_host()})
    return there if ours else otherwise
