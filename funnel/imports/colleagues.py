"""The colleagues a file names: by e-mail, by name, or by an id that only its source knows."""

from django.contrib.auth.hashers import make_password
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from funnel.models import User

LONGEST = 90  # with its source it has to fit into User.source_key
KNOWN, NEW = "known", "new"
OPTION = {"colleagues": (KNOWN, NEW)}  # NEW makes of whom nobody knows one who cannot sign in


class Colleagues(dict):
    """{name: User} of those that are here; `several` are names that more than one has."""

    several = frozenset()

    def judge(self, row, fields):
        """Refuse a row that names somebody who is not here, or not one only."""
        for field in fields:
            name = row.get(field)
            if name and name in self.several:
                reason = _("Several colleagues are called %s.") % name
                row.refuse(field, reason, _("Say by their e-mail which of them is meant."))
            elif name and name not in self:
                reason = _("Nobody here is called %s.") % name
                row.refuse(field, reason, _("Say whom it means, by e-mail, or do without it."))


def colleagues(names, task):
    """The Colleagues of all `names`: by e-mail, the source's own id, else the name of one only.

    Where the task says so, an unknown one becomes a user who cannot sign in, so named.
    """
    names = {name for name in names if name}
    found = _known(names, task.source) if names else Colleagues()
    missing = sorted(names - set(found) - found.several)
    if missing and task.options.get("colleagues") == NEW:
        User.objects.bulk_create(
            [_unknown(name, task.source) for name in missing], ignore_conflicts=True
        )
        return _known(names, task.source)
    return found


def _known(names, source):
    keys = {_key(name, source): name for name in names}
    low = {name.lower() for name in names}
    by_key = {keys[user.source_key]: user for user in User.objects.filter(source_key__in=keys)}
    spelled = User.objects.annotate(low=Lower("email")).filter(low__in=low)
    by_email = {user.low: user for user in spelled}
    called = _called(low)
    found = Colleagues({name: called[name.lower()][0] for name in names if _one(called, name)})
    found |= by_key
    found |= {name: by_email[name.lower()] for name in names if name.lower() in by_email}
    found.several = frozenset(n for n in names if n.lower() in called and n not in found)
    return found


def _called(low):
    """{name in small letters: who has it}; whoever may sign in goes before who may not."""
    called = {}
    for user in User.objects.annotate(low=Lower("name")).filter(low__in=low).order_by("pk"):
        called.setdefault(user.low, []).append(user)
    active = {name: [user for user in users if user.is_active] for name, users in called.items()}
    return {name: active[name] or users for name, users in called.items()}


def _one(called, name):
    return len(called.get(name.lower(), ())) == 1


def _unknown(name, source):
    return User(
        name=name, source_key=_key(name, source), is_active=False, password=make_password(None)
    )


def _key(name, source):
    return f"{source}:{name}"
