"""The colleagues a file names, by e-mail or by an id that only the file's source knows."""

from django.contrib.auth.hashers import make_password
from django.db.models.functions import Lower

from funnel.models import User

LONGEST = 90  # with its source it has to fit into User.source_key


def colleagues(names, source):
    """{name: User} for all `names`. An unknown one becomes a user who cannot sign in, so named."""
    names = {name for name in names if name}
    if not names:
        return {}
    found = _known(names, source)
    User.objects.bulk_create(
        [_unknown(name, source) for name in sorted(names - set(found))], ignore_conflicts=True
    )
    return found if len(found) == len(names) else _known(names, source)


def _known(names, source):
    keys = {_key(name, source): name for name in names}
    emails = {name.lower(): name for name in names}
    by_key = User.objects.filter(source_key__in=keys)
    by_email = User.objects.annotate(low=Lower("email")).filter(low__in=emails)
    found = {keys[user.source_key]: user for user in by_key}
    spelled = {user.low: user for user in by_email}
    return found | {name: spelled[name.lower()] for name in names if name.lower() in spelled}


def _unknown(name, source):
    return User(
        name=name, source_key=_key(name, source), is_active=False, password=make_password(None)
    )


def _key(name, source):
    return f"{source}:{name}"
