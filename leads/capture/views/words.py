from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.capture.actions.blocking import block, unblock
from leads.capture.forms.inbox import BlockForm
from leads.capture.suspicion import SpamWord


@may(Can.SEE_CAMPAIGNS)
def index(request):
    """The blocked words; who runs campaigns adds some and takes some off."""
    if request.method == "POST":
        return _block(request)
    context = {"words": SpamWord.objects.all(), "form": BlockForm()}
    return render(request, "leads/spam_words.html", context)


@may(Can.RUN_CAMPAIGNS)
def _block(request):
    form = BlockForm(request.POST)

    def act(values):
        new = block(values["words"].splitlines())
        words = ngettext("%d word is blocked now.", "%d words are blocked now.", new)
        messages.success(request, words % new if new else _("They were blocked already."))
        return reverse("leads:spam_words")

    words = {"words": SpamWord.objects.all()}
    return form_page(request, form, act, "leads/spam_words.html", **words)


@require_POST
@may(Can.RUN_CAMPAIGNS)
def unblocking(request, pk):
    word = get_object_or_404(SpamWord, pk=pk)
    unblock(word)
    messages.success(request, _("“%s” is not blocked any more.") % word)
    return redirect("leads:spam_words")
