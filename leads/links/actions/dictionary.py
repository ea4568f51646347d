from django.db import transaction
from django.utils.translation import gettext as _

from funnel.refusal import Refusal
from leads.links.models import UtmAlias, UtmValue
from leads.links.queries import used_by
from leads.links.resolving import known, spelled
from leads.touches.models import TouchKind


@transaction.atomic
def add(kind, value, *, channel=None, counts_as=TouchKind.LINK, aliases=()):
    """A source or medium that links may carry from now on. Refusal for one that is there."""
    value = _free(kind, value)
    found = UtmValue.objects.create(kind=kind, value=value, channel=channel, counts_as=counts_as)
    spell(found, aliases)
    return found


@transaction.atomic
def change(value, *, channel, counts_as, aliases):
    """What a value stands for and how else it is spelled; the value itself stays."""
    value.channel, value.counts_as = channel, counts_as
    value.save(update_fields=["channel", "counts_as"])
    spell(value, aliases)
    return value


@transaction.atomic
def spell(value, aliases):
    """`aliases` are the other spellings of `value`, and no others."""
    wanted = {spelled(each) for each in aliases} - {"", value.value}
    value.aliases.exclude(value__in=wanted).delete()
    for each in sorted(wanted - set(value.aliases.values_list("value", flat=True))):
        UtmAlias.objects.create(
            kind=value.kind, means=value, value=_free(value.kind, each, "aliases")
        )


@transaction.atomic
def merge(value, *, into):
    """`value` becomes another spelling of `into`, with all its own. Links that carry it keep it and
    are read as `into`. Refusal into itself or into another kind."""
    if value.pk == into.pk or value.kind != into.kind:
        raise Refusal(_("Choose another value of the same kind."), field="into")
    spellings = [value.value, *value.aliases.values_list("value", flat=True)]
    value.delete()
    for each in spellings:
        UtmAlias.objects.create(kind=into.kind, means=into, value=each)
    return into


@transaction.atomic
def remove(value):
    """Refusal where links carry it: merge it instead."""
    if used_by([value])[value.pk]:
        raise Refusal(_("Links carry this value. Merge it into another one instead."))
    value.delete()


def _free(kind, value, field="value"):
    value = spelled(value)
    if not value or len(value) > 60:
        raise Refusal(_("A value has 1 to 60 characters."), field=field)
    if found := known(kind, value):
        words = _("“%(value)s” is there already, as %(found)s.")
        raise Refusal(words % {"value": value, "found": found.value}, field=field)
    return value
