from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.http import form_page, may, refusals_on
from funnel.listing import paged
from funnel.permissions import Can
from leads.forms.actions.consents import reword, word
from leads.forms.forms import ConsentForm
from leads.forms.models import ConsentText, ConsentWording
from leads.forms.phrases import LANGUAGES


@may(Can.SEE_CAMPAIGNS)
def index(request):
    latest = Prefetch("wordings", ConsentWording.objects.annotate(given=Count("consents")))
    page = paged(request, ConsentText.objects.prefetch_related(latest))
    return render(request, "leads/consent_list.html", {"page": page})


@may(Can.RUN_CAMPAIGNS)
def create(request):
    form = ConsentForm(request.POST or None)

    def act(values):
        kept = {name: values[name] for name in ("name", "purpose", "retention_months")}
        text = word(by=request.user, words=form.words(), **kept)
        messages.success(request, _("The consent is there. Add it to a form as a field."))
        return text

    back = {"back": reverse("leads:consent_texts"), "back_label": _("Consents")}
    return form_page(request, form, act, title=_("New consent"), **back)


@may(Can.SEE_CAMPAIGNS)
def show(request, pk):
    """Its wordings, the latest first; what is sent becomes the next one."""
    text = get_object_or_404(ConsentText, pk=pk)
    runs = request.user.has_perm(Can.RUN_CAMPAIGNS)
    if request.method == "POST" and not runs:
        raise PermissionDenied
    typed = ConsentForm(request.POST or None, text=text)
    if typed.is_valid():
        kept = {name: typed.cleaned_data[name] for name in ("purpose", "retention_months")}
        with refusals_on(typed):
            wording = reword(text, by=request.user, words=typed.words(), **kept)
            told = _("Wording %d. Forms say it once they are published again.")
            messages.success(request, told % wording.number)
            return redirect(text)
    wordings = text.wordings.select_related("by").annotate(given=Count("consents"))
    context = {
        "text": text,
        "wordings": [(each, _spoken(each.words)) for each in wordings],
        "typed": typed if runs else None,
    }
    return render(
        request, "leads/consent_detail.html", context, status=422 if typed.errors else 200
    )


def _spoken(words):
    return [(LANGUAGES.get(language, language), language, said) for language, said in words.items()]
