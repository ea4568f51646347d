from django.db import migrations

from leads.reasons import seed


def add_reasons(apps, schema_editor):
    seed(apps.get_model("funnel", "Reason"))


class Migration(migrations.Migration):
    dependencies = [("leads", "0001_initial")]

    operations = [migrations.RunPython(add_reasons, migrations.RunPython.noop)]
