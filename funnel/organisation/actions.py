from django.apps import apps
from django.db import transaction
from django.utils.translation import gettext as _

from funnel.models import Organisation
from funnel.refusal import Refusal

# columns that mean the organisation's currency
WORTH = ("rate", "base_amount", "planned_spend", "planned_won")


@transaction.atomic
def change(*, name, time_zone, currency, calendar=None):
    """Change what holds for everybody. Refusal for another currency once money is written down."""
    Organisation.current()
    organisation = Organisation.objects.select_for_update().get(pk=1)
    if currency != organisation.currency and money_exists():
        raise Refusal(
            _("Money is written down in %s; the currency stays.") % organisation.currency,
            field="currency",
        )
    organisation.name, organisation.time_zone = name.strip(), time_zone
    organisation.currency, organisation.calendar = currency, calendar
    organisation.save(update_fields=["name", "time_zone", "currency", "calendar"])
    return organisation


def money_exists():
    """Whether any record of any floor holds an amount or a rate in the organisation's currency."""
    return any(
        model._base_manager.filter(**{f"{column}__isnull": False}).exists()
        for model in apps.get_models()
        if not hasattr(model, "pgh_tracked_model")
        for column in WORTH
        if any(field.name == column for field in model._meta.concrete_fields)
    )
