"""What every page of one form has around its part."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from funnel.permissions import Can
from leads.forms.actions.drafting import draft_of
from leads.forms.models import Form
from leads.forms.problems import advice

TABS = (
    ("leads:form_fields", _("Fields")),
    ("leads:form_texts", _("Texts and languages")),
    ("leads:form_edit", _("Protection")),
    ("leads:form_share", _("Share")),
    ("leads:form", _("Results")),
)


def found(request, pk):
    """A form this reader may see, else 404."""
    forms = Form.objects.visible_to(request.user).select_related("campaign")
    return get_object_or_404(forms, pk=pk)


def shell(request, form, here):
    """The form, its tabs with `here` the current one, and the state of its draft."""
    content, drafted = draft_of(form)
    fields, seconds, sentences = advice(content)
    runs = request.user.has_perm(Can.RUN_CAMPAIGNS)
    tabs = [each for each in TABS if runs or each[0] in ("leads:form", "leads:form_share")]
    return {
        "form": form,
        "content": content,
        "drafted": drafted,
        "advice": {"fields": fields, "seconds": seconds, "sentences": sentences},
        "tabs": [
            {"label": label, "url": reverse(route, args=[form.pk]), "current": route == here}
            for route, label in tabs
        ],
    }
