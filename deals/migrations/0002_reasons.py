from django.db import migrations

from deals.reasons import REASONS
from leads.reasons import seed


def add_reasons(apps, schema_editor):
    seed(apps.get_model("funnel", "Reason"), REASONS)


class Migration(migrations.Migration):
    dependencies = [("deals", "0001_initial"), ("leads", "0002_reasons")]

    operations = [migrations.RunPython(add_reasons, migrations.RunPython.noop)]
