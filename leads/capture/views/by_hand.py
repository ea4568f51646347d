from django.contrib import messages
from django.urls import reverse
from django.utils.translation import gettext as _

from funnel.http import form_page, may
from funnel.permissions import Can
from leads.capture.actions.by_hand import type_in
from leads.capture.forms.by_hand import LeadForm, QuickForm


@may(Can.CAPTURE_LEADS)
def create(request):
    """A lead typed by hand; a known person's interest lands on them, and the reader is told."""
    form = LeadForm(request.POST or None, user=request.user, initial=_begun(request))

    def act(values):
        lead, added, born = type_in(by=request.user, **values)
        messages.success(request, _told(lead.person, added, born))
        return lead

    enough = _("A name, an e-mail address or a phone number is enough to begin with.")
    words = {"title": _("New lead"), "sentence": enough, "verb": _("Write it down")}
    back = {"back": reverse("leads:leads"), "back_label": _("Leads")}
    return form_page(request, form, act, **words, **back)


@may(Can.CAPTURE_LEADS)
def quick(request):
    """A lead in three fields and one Enter; on a stand the next one follows."""
    form = QuickForm(request.POST or None)

    def act(values):
        lead, added, born = type_in(by=request.user, **values)
        messages.success(request, f"{lead}: {_told(lead.person, added, born)}")
        return reverse("leads:lead_quick") if "another" in request.POST else lead

    context = {"back": reverse("leads:leads")}
    return form_page(request, form, act, "leads/lead_quick.html", **context)


def _begun(request):
    return {"campaign": request.GET.get("campaign", "")}


def _told(person, added, born):
    if added:
        return _("A new lead.")
    if born:
        return _("%s is known already: this is a new episode of theirs.") % person
    return _("%s is known already and has an open lead: this is on it now.") % person
