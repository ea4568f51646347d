from functools import lru_cache

from django.utils.translation.trans_real import parse_accept_lang_header

from leads.forms.actions.publishing import version_of
from leads.forms.content import Content
from leads.forms.models import FormVersion


def content_of(form, number=None, language=""):
    """(number, Content) of a published version of `form`; of the latest where none has `number`."""
    wanted = number or form.published
    try:
        return wanted, Content(_published(form.token, wanted), language)
    except FormVersion.DoesNotExist:
        return form.published, Content(_published(form.token, form.published), language)


def spoken(request, token, number):
    """The Content of a published version in the visitor's language; None where there is none.

    A form's row is not looked at, and everybody shares it: nobody may make it speak otherwise.
    """
    try:
        languages = _published(token, number)["languages"] if number else ()
    except FormVersion.DoesNotExist:
        return None
    return _spoken(token, number, language_of(request, languages)) if languages else None


def language_of(request, languages):
    """Which of `languages` the visitor gets: what the address asks for, else what their browser
    likes best, else the first."""
    if (asked := request.GET.get("lang", "")) in languages:
        return asked
    for wish, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:200]):
        if wish.partition("-")[0] in languages:
            return wish.partition("-")[0]
    return languages[0]


@lru_cache(maxsize=500)
def _published(token, number):
    """What a published version holds, which never changes. What is not there is not remembered,
    as it may come."""
    versions = FormVersion.objects.filter(form__token=token)
    return versions.values_list("content", flat=True).get(number=number)


@lru_cache(maxsize=500)
def _spoken(token, number, language):
    return Content(_published(token, number), language)


def labels_of(form, number):
    """{key: what stood beside it} for what came by that version."""
    version = version_of(form, number)
    return Content(version.content).labels() if version else {}
