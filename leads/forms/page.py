"""The pages of a form that strangers see: by themselves, or in a page of somebody else's."""

from urllib.parse import urlencode, urlsplit

from django.shortcuts import render
from django.urls import reverse
from django.utils import translation

from leads.forms.phrases import LANGUAGES

FRAMED = "framed"  # in the address of a page that is shown inside another


def hosted_page(request, form, typed, *, problem="", status=200, **more):
    """The form itself. `typed` is a HostedForm."""
    content = typed.content
    context = {
        "form": form,
        "typed": typed,
        "content": content,
        "phrases": content.phrases,
        "problem": problem,
        "framed": is_framed(request),
        "hosts": " ".join(form.frame_hosts),
        "action": "" if "test" in more else _address(request, "leads:hosted", form, content),
        "languages": _languages(request, content),
        "consents": any(each.kind == "consent" for each in content.fields),
        **more,
    }
    with translation.override(content.language):
        response = render(request, "leads/hosted.html", context, status=status)
    return open_to_frames(response, form, request, goes_to=content.thanks_url)


def afterwards(request, form, content):
    context = {
        "form": form,
        "content": content,
        "phrases": content.phrases,
        "framed": is_framed(request),
        "hosts": " ".join(form.frame_hosts),
    }
    with translation.override(content.language):
        response = render(request, "leads/hosted_thanks.html", context)
    return open_to_frames(response, form, request)


def place_of(request, form, content):
    """Where they are afterwards: at the address that is stored with the form, else our thanks.

    Inside another page we stay, as few sites let themselves be shown there. Who has to confirm is
    told so first.
    """
    if content.thanks_url and not form.confirms and not is_framed(request):
        return content.thanks_url
    return _address(request, "leads:thanks", form, content)


def open_to_frames(response, form, request, *, goes_to=""):
    """Only the pages named with the form may show it inside themselves, and nothing else of ours.

    A browser asks `form-action` also for where a sent form leads on to.
    """
    update = {}
    if form.frame_hosts:
        response.xframe_options_exempt = True
        update["frame-ancestors"] = list(form.frame_hosts)
    if goes_to and not is_framed(request):
        parts = urlsplit(goes_to)
        update["form-action"] = ["'self'", f"{parts.scheme}://{parts.netloc}"]
    if update:
        response._csp_replace = update
    return response


def is_framed(request):
    return FRAMED in request.GET


def _address(request, route, form, content):
    said = {}
    if len(content.languages) > 1:
        said["lang"] = content.language
    if is_framed(request):
        said[FRAMED] = "1"
    return reverse(route, args=[form.token]) + (f"?{urlencode(said)}" if said else "")


def _languages(request, content):
    """[(name, query string)] of the others it can be read in."""
    kept = {name: value for name, value in request.GET.items() if name != "lang"}
    return [
        (each, LANGUAGES.get(each, each), "?" + urlencode(kept | {"lang": each}))
        for each in content.languages
        if each != content.language
    ]
