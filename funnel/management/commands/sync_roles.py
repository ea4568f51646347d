from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand

from funnel.permissions import ROLES


def sync_roles():
    """Make one group per role, holding exactly the permissions that ROLES gives it."""
    for name, role in ROLES.items():
        group, _made = Group.objects.get_or_create(name=name)
        codenames = [can.codename for can in role.can]
        group.permissions.set(
            Permission.objects.filter(content_type__app_label="funnel", codename__in=codenames)
        )


class Command(BaseCommand):
    help = "Give every role the permissions that funnel/permissions.py says."

    def handle(self, **options):
        sync_roles()
        self.stdout.write(f"{len(ROLES)} roles")
