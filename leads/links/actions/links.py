from dataclasses import dataclass

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.links import addresses, shelf
from leads.links.codes import can_be_one, new_code
from leads.links.models import Link, UtmKind
from leads.links.resolving import known, spelled

MOST_AT_ONCE = 50
TRIES = 5


@dataclass(frozen=True)
class Place:
    """Where a link will stand: one line of the builder."""

    source: str
    medium: str
    content: str = ""


@transaction.atomic
def make(*, by, campaign, target, source, medium, code="", at=None, **more):
    """A new link. `more`: name, content, term, tagged, owner. Refusal for a target no link may
    have, a source or medium that is not in the dictionary, and a code that is taken or is none."""
    check_target(target)
    link = Link(
        campaign=campaign,
        target=target,
        source=allowed(UtmKind.SOURCE, source),
        medium=allowed(UtmKind.MEDIUM, medium),
        code=_chosen(code) if code else _free_code(),
        made_at=at or now(),
        sample=campaign.sample,
        **{"owner": by} | more,
    )
    link.name = link.name or f"{campaign} · {link.source}"[:120]
    link.save()
    shelf.put(link)
    return link


@transaction.atomic
def make_many(places: list[Place], *, by, campaign, target, term="", at=None):
    """One link for each place, to the same target. Refusal as in `make`: then none is made."""
    if len(places) > MOST_AT_ONCE:
        raise Refusal(_("That is more than %d at once.") % MOST_AT_ONCE, field="places")
    shared = {"campaign": campaign, "target": target, "term": term, "at": at}
    return [
        make(by=by, source=each.source, medium=each.medium, content=each.content, **shared)
        for each in places
    ]


@transaction.atomic
def change(link, **values):
    """Edit a link. Where it led before stays in its history; its code stays for ever."""
    for field, value in values.items():
        setattr(link, field, value)
    check_target(link.target)
    link.source = allowed(UtmKind.SOURCE, link.source)
    link.medium = allowed(UtmKind.MEDIUM, link.medium)
    return _written(link, *values, "source", "medium")


def pause(link, *, at=None):
    """Whoever follows it reads that it leads nowhere at the moment."""
    link.paused_at = link.paused_at or at or now()
    return _written(link, "paused_at")


def resume(link):
    link.paused_at = None
    return _written(link, "paused_at")


def archive(link, *, at=None):
    """Put it away: it leaves the lists and leads nowhere; its clicks stay as they are."""
    link.archived_at = link.archived_at or at or now()
    return _written(link, "archived_at")


def bring_back(link):
    link.archived_at = None
    return _written(link, "archived_at")


def check_target(target):
    """Refusal for what no link may lead to."""
    if problem := addresses.problem_of(target):
        raise Refusal(problem, field="target")


def allowed(kind, value):
    """`value` as the dictionary spells it. Refusal where it is not in it."""
    found = known(kind, value)
    if found is None:
        raise Refusal(
            _("“%(value)s” is not in the dictionary of %(kind)s values.")
            % {"value": spelled(value), "kind": UtmKind(kind).label.lower()},
            field=str(kind),
        )
    return found.value


def _chosen(code):
    code = code.strip().lower()
    if not can_be_one(code):
        raise Refusal(
            _("A code has 3 to 40 small letters, digits and single dashes between them."),
            field="code",
        )
    if Link.objects.filter(code=code).exists():
        raise Refusal(_("Another link has this code."), field="code")
    return code


def _free_code():
    for _time in range(TRIES):
        code = new_code()
        if not Link.objects.filter(code=code).exists():
            return code
    raise Refusal(_("No free code was found. Try again."))


def _written(link, *fields):
    link.save(update_fields=list(dict.fromkeys(fields)))
    shelf.put(link)
    return link
