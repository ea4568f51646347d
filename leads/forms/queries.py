from functools import lru_cache

from django.utils.translation.trans_real import parse_accept_lang_header

from leads.forms.actions.publishing import version_of
from leads.forms.content import Content
from leads.forms.models import FormVersion


@lru_cache(maxsize=500)
def _published(token, number):
    """(number, content) of a published version, which never changes; None where there is none."""
    found = FormVersion.objects.filter(form__token=token, number=number).values_list("content")
    return found[0][0] if found else None


def content_of(form, number=None, language=""):
    """(number, Content) of a published version of `form`; of the latest where none has `number`."""
    wanted = number or form.published
    data = _published(form.token, wanted)
    if data is None:
        wanted, data = form.published, _published(form.token, form.published)
    return wanted, Content(data, language)


def language_of(request, languages):
    """Which of `languages` the visitor gets: what the address asks for, else what their browser
    likes best, else the first."""
    if (asked := request.GET.get("lang", "")) in languages:
        return asked
    for wish, _weight in parse_accept_lang_header(request.headers.get("Accept-Language", "")[:200]):
        if wish.partition("-")[0] in languages:
            return wish.partition("-")[0]
    return languages[0]


def labels_of(form, number):
    """{key: what stood beside it} for what came by that version."""
    version = version_of(form, number)
    return Content(version.content).labels() if version else {}
