from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import RoleScope
from funnel.permissions import ROLES, Scope
from funnel.refusal import Refusal


@transaction.atomic
def set_scope(role, scope):
    """Say how far a role sees. The default is written first, so that history shows the change."""
    if role == "admin":
        raise Refusal(_("An admin sees all."))
    scope, default = Scope(scope), ROLES[role].scope
    held, _made = RoleScope.objects.select_for_update().get_or_create(
        role=role, defaults={"scope": default}
    )
    if held.scope != scope:
        held.scope = scope
        held.save(update_fields=["scope"])
    return held


def scopes():
    """How far each role sees now: {role: Scope}."""
    changed = dict(RoleScope.objects.values_list("role", "scope"))
    return {name: Scope(changed.get(name, role.scope)) for name, role in ROLES.items()}
