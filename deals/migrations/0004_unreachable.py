from django.db import migrations

from leads.reasons import seed


def add_reason(apps, schema_editor):
    seed(apps.get_model("funnel", "Reason"))


class Migration(migrations.Migration):
    dependencies = [("deals", "0003_clocks"), ("leads", "0006_limits")]

    operations = [migrations.RunPython(add_reason, migrations.RunPython.noop)]
