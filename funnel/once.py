"""A form sent twice acts once: every rendering of it carries a key, and the database takes each
key one time only."""

import uuid

from django import forms
from django.db import transaction
from django.shortcuts import resolve_url

from funnel.models import Once


class OnceField(forms.UUIDField):
    """The key of one rendering of a form; hidden, and new each time the form is shown."""

    def __init__(self, **kwargs):
        kwargs = {"widget": forms.HiddenInput, "initial": uuid.uuid4, "required": False} | kwargs
        super().__init__(**kwargs)


def led_to(form):
    """Where `form` led when it was sent before, or an empty string."""
    key = form.data.get(form.add_prefix("once"), "")
    try:
        used = Once.objects.filter(key=uuid.UUID(key)).first()
    except ValueError:
        return ""
    return used.place if used else ""


@transaction.atomic
def once(key, act):
    """Do `act()` unless a form with this `key` did already. Returns the address it led to.

    A second one that arrives meanwhile waits for the first. When `act` refuses, nothing is kept
    and the same form may be sent again. Without a key (None) it simply acts.
    """
    if key is None:
        return resolve_url(act())
    used, first = Once.objects.get_or_create(key=key)
    if first:
        used.place = resolve_url(act())
        used.save(update_fields=["place"])
    return used.place
