from django.db import models
from django.utils.translation import gettext_lazy as _

from funnel.history import remembered
from funnel.permissions import Scope


@remembered()
class RoleScope(models.Model):
    """How far a role sees, where the organisation differs from the default in ROLES."""

    role = models.CharField(max_length=24, unique=True)
    scope = models.CharField(max_length=4, choices=[(s.value, s.name.title()) for s in Scope])

    class Meta:
        verbose_name = _("scope of a role")

    def __str__(self):
        return f"{self.role}: {self.scope}"
