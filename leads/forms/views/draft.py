from csp.decorators import csp_replace
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from funnel.http import may, refusals_on
from funnel.permissions import Can
from leads.forms.actions.drafting import choose_languages, draft_of, drop_draft, write_texts
from leads.forms.content import Content
from leads.forms.forms import LanguagesForm, TextsForm
from leads.forms.hosted_form import HostedForm
from leads.forms.page import hosted_page
from leads.forms.queries import language_of
from leads.forms.views.shell import found, shell


@may(Can.RUN_CAMPAIGNS)
def texts(request, pk):
    """Title, words before and after, button, address afterwards; in each language."""
    form = found(request, pk)
    context = shell(request, form, "leads:form_texts")
    typed = TextsForm(context["content"], request.POST or None)
    if typed.is_valid():
        with refusals_on(typed):
            url = typed.cleaned_data["thanks_url"].strip()
            write_texts(form, by=request.user, thanks_url=url, **typed.texts())
            return _saved(request, form)
    languages = context["content"]["languages"]
    chosen = LanguagesForm(initial={"first": languages[0], "others": languages[1:]})
    return _page(request, context, typed, chosen)


@may(Can.RUN_CAMPAIGNS)
def languages(request, pk):
    form = found(request, pk)
    context = shell(request, form, "leads:form_texts")
    now = context["content"]["languages"]
    chosen = LanguagesForm(request.POST or None, initial={"first": now[0], "others": now[1:]})
    if chosen.is_valid():
        choose_languages(form, chosen.chosen(), by=request.user)
        return _saved(request, form)
    return _page(request, context, TextsForm(context["content"]), chosen)


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
@may(Can.RUN_CAMPAIGNS)
def preview(request, pk):
    """The draft as strangers would see it; it sends nothing."""
    form = found(request, pk)
    content = Content(draft_of(form)[0])
    content.speak(language_of(request, content.languages))
    form.frame_hosts = []  # only our own page shows a draft
    typed = HostedForm(content, confirms=form.confirms)
    return hosted_page(request, form, typed, preview=True)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def removal(request, pk):
    form = found(request, pk)
    drop_draft(form)
    messages.success(request, _("The draft is gone; what is published stays as it is."))
    return redirect("leads:form_fields", form.pk)


def _saved(request, form):
    messages.success(request, _("Saved in the draft."))
    return redirect("leads:form_texts", form.pk)


def _page(request, context, typed, chosen):
    status = 422 if typed.errors or chosen.errors else 200
    more = {"typed": typed, "chosen": chosen}
    return render(request, "leads/form_texts.html", context | more, status=status)
