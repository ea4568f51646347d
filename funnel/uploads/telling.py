"""Whoever was given something by an import is told once, not by row."""

from django.urls import reverse
from django.utils.translation import gettext_lazy, ngettext

from funnel.imports.registry import importer_of
from funnel.models import User
from funnel.notices.actions import News, tell_many
from funnel.notices.events import Event

IMPORTED = Event("imported", gettext_lazy("An import brought leads of mine"))


def tell_owners(upload):
    """One notice for each owner of what the upload's import brought, but not for who ran it."""
    given = importer_of(upload.kind).owners_of(upload.batch)
    others = User.objects.filter(pk__in=given, is_active=True).exclude(pk=upload.by_id)
    tell_many(IMPORTED.key, [_news(upload, user, given[user.pk]) for user in others])


def _news(upload, user, leads):
    title = ngettext(
        "%(n)d lead of yours came from a file", "%(n)d leads of yours came from a file", leads
    )
    return News(
        user=user,
        key=str(upload.pk),
        title=title % {"n": leads},
        words=f"{upload.file_name}, {upload.by}",
        path=f"{reverse('leads:leads')}?batch={upload.batch_id}&owner={user.pk}",
    )
