from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.editing import edit_page
from funnel.http import form_page, may
from funnel.permissions import Can
from leads.mailboxes.actions import open_mailbox
from leads.mailboxes.forms import MailboxForm
from leads.mailboxes.models import Mailbox
from leads.sources.views import found


@may(Can.CHANGE_SETTINGS)
def create(request):
    form = MailboxForm(request.POST or None, user=request.user, instance=Mailbox())

    def act(values):
        values.pop("version", None)
        mailbox = open_mailbox(by=request.user, **values)
        messages.success(request, _("What is written there from now on is captured."))
        return mailbox.source

    words = {"title": _("New mailbox"), "verb": _("Read it from now on")}
    told = {"sentence": _("Mails stay where they are, unread. Old ones are not captured.")}
    back = {"back": reverse("leads:sources"), "back_label": _("Sources")}
    return form_page(request, form, act, **words, **told, **back)


@may(Can.CHANGE_SETTINGS)
def edit(request, pk):
    source = found(request, pk)
    mailbox = get_object_or_404(Mailbox, source=source)
    form = MailboxForm(request.POST or None, user=request.user, instance=mailbox)
    back = {"back": source.get_absolute_url(), "back_label": source.name}
    return edit_page(request, form, title=_("How %s is reached") % source, **back)
