"""A draft becomes the next version; from then on strangers see it."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.forms.difference import difference
from leads.forms.models import ConsentText, Form, FormVersion
from leads.forms.problems import problems


@transaction.atomic
def publish(form, *, by, at=None):
    """The draft is what strangers see from now on, and never changes again. Returns the version.

    Pages that are open keep the version they were opened with. Refusal while something is wrong
    with it, or nothing is new. Twice is once: without a draft the version that stands is returned.
    """
    locked = Form.objects.select_for_update().get(pk=form.pk)
    draft = locked.versions.filter(number=None).first()
    last = locked.versions.exclude(number=None).first()
    if draft is None:
        return last
    freeze(draft.content)
    if wrong := problems(draft.content):
        raise Refusal(" ".join(wrong))
    if last and not difference(last.content, draft.content):
        raise Refusal(_("Nothing in it differs from what is published."))
    draft.number, draft.published_at, draft.published_by = locked.published + 1, at or now(), by
    draft.save(update_fields=["content", "number", "published_at", "published_by"])
    first = draft.content["languages"][0]
    locked.published, locked.title = draft.number, draft.content["title"][first][:120]
    locked.save(update_fields=["published", "title"])
    return draft


def freeze(content):
    """Every consent field carries the latest wording of its text, word by word."""
    wanted = {each["wording"]["text"] for each in content["fields"] if each.get("wording")}
    texts = ConsentText.objects.filter(pk__in=wanted).prefetch_related("wordings")
    latest = {text.pk: text.wordings.all()[0] for text in texts}
    for each in content["fields"]:
        if each.get("wording"):
            found = latest.get(each["wording"]["text"])
            each["wording"] = found.frozen if found else {}
    return content


@transaction.atomic
def archive(form, *, at=None):
    """Out of the list, and it takes nothing more; what came in stays. Twice is once."""
    locked = Form.objects.select_for_update().get(pk=form.pk)
    locked.archived_at = locked.archived_at or at or now()
    locked.save(update_fields=["archived_at"])
    return locked


@transaction.atomic
def bring_back(form):
    locked = Form.objects.select_for_update().get(pk=form.pk)
    locked.archived_at = None
    locked.save(update_fields=["archived_at"])
    return locked


def version_of(form, number):
    """A published version by its number; the latest where there is none of that number."""
    versions = FormVersion.objects.filter(form=form).exclude(number=None)
    return versions.filter(number=number).first() or versions.first()
